/** The compiler as the office sees it: one job after another in a thread of its own, started when first needed. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { refuse, done, type Outcome } from '#shared/domain/base/refusals.ts';
import type { CompileReply, CompilerJob, MappedFile, WorkerSetUp } from './compile-job.ts';
import { fontFiles } from './fonts.ts';

export type Compiler = {
  /** Makes a PDF. Cancelling stops the thread; the next job starts a new one. */
  compile(
    job: { template: string; data: string; files: MappedFile[] },
    signal: AbortSignal,
  ): Promise<Outcome<Uint8Array>>;
  /** One PDF of several, in their order. */
  join(
    parts: readonly Uint8Array[],
    about: { title: string; language: string },
    signal: AbortSignal,
  ): Promise<Outcome<Uint8Array>>;
  /** Paths of the fonts that documents are set in. */
  fonts: readonly string[];
  close(): Promise<void>;
};

export type CompilerOptions = {
  /** The worker's file: the TypeScript itself under Node, its bundle in the app. */
  workerFile: string;
  /** Holds `electron/office/documents/templates` and `node_modules`. */
  projectRoot: string;
  /** Hears of a thread that fell, with what it said. */
  onFall?: (thrown: unknown) => void;
};

/** A compiler's memory grows with every picture it has seen and never shrinks: after so many it starts afresh. */
const mostFilesSeen = 800;

export function createCompiler({ workerFile, projectRoot, onFall }: CompilerOptions): Compiler {
  const resolve = createRequire(join(projectRoot, 'package.json')).resolve;
  const folder = join(projectRoot, 'electron', 'office', 'documents', 'templates');
  const fonts = fontFiles(resolve);
  let worker: Worker | null = null;
  let jobs = 0;
  let filesSeen = 0;
  let last: Promise<unknown> = Promise.resolve();

  const running = (): Worker => {
    if (worker) return worker;
    const setUp: WorkerSetUp = {
      wasm: resolve('@myriaddreamin/typst-ts-web-compiler/wasm'),
      fonts,
      templates: readdirSync(folder).map((name) => ({ name, path: join(folder, name) })),
    };
    worker = new Worker(workerFile, { workerData: setUp });
    worker.unref();
    return worker;
  };

  const stop = async (): Promise<void> => {
    const stopped = worker;
    worker = null;
    filesSeen = 0;
    await stopped?.terminate();
  };

  async function run(job: CompilerJob, signal: AbortSignal): Promise<Outcome<Uint8Array>> {
    if (signal.aborted) return refuse('job.cancelled');
    if (filesSeen >= mostFilesSeen) await stop();
    if (job.kind === 'compile') filesSeen += job.files.length;
    const current = running();
    return new Promise((settle) => {
      const finish = (outcome: Outcome<Uint8Array>) => {
        current.off('message', onReply);
        current.off('error', onFell);
        current.off('exit', onFell);
        signal.removeEventListener('abort', onAbort);
        current.unref();
        settle(outcome);
      };
      const onReply = (reply: CompileReply) => {
        if (reply.id !== job.id) return;
        if (!reply.ok && reply.fatal) onFell(new Error(reply.reason));
        else finish(reply.ok ? done(reply.pdf) : failed(reply.reason));
      };
      // It threw, ran out of memory, or ended without a word: the paper is lost, and the next one gets a new thread.
      const onFell = (thrown: unknown) => {
        onFall?.(thrown);
        void stop();
        finish(refuse('document.compilerFell'));
      };
      const onAbort = () => {
        // Ended by us: no fall.
        current.off('exit', onFell);
        void stop().then(() => {
          finish(refuse('job.cancelled'));
        });
      };
      current.ref();
      current.on('message', onReply);
      current.once('error', onFell);
      current.once('exit', onFell);
      signal.addEventListener('abort', onAbort, { once: true });
      current.postMessage(job);
    });
  }

  const inTurn = (work: () => Promise<Outcome<Uint8Array>>): Promise<Outcome<Uint8Array>> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    fonts,
    compile: (job, signal) => inTurn(() => run({ id: ++jobs, kind: 'compile', ...job }, signal)),
    join: (parts, about, signal) =>
      inTurn(() => run({ id: ++jobs, kind: 'join', parts: [...parts], ...about }, signal)),
    async close() {
      await last;
      await stop();
    },
  };
}

/** A text that fits nowhere names its box; anything else is said as it is, for the support report. */
function failed(reason: string): Outcome<Uint8Array> {
  const unfit = /does not fit: ([^"\\]+)/u.exec(reason);
  return refuse('document.failed', { reason: unfit?.[1] ?? reason.slice(0, 300) });
}
