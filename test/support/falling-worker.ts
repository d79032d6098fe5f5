/** A compiler's thread that falls at the first job it gets, and is the better for having been started anew. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CompileReply, CompilerJob } from '../../electron/office/documents/compile-job.ts';

const port = parentPort;
if (!port || !workerData) throw new Error('runs in a worker thread');

port.on('message', ({ id }: CompilerJob) => {
  const reply: CompileReply =
    id === 1
      ? { id, ok: false, reason: 'RuntimeError: unreachable', fatal: true }
      : { id, ok: true, pdf: new TextEncoder().encode(`made by job ${String(id)}`) };
  port.postMessage(reply);
});
