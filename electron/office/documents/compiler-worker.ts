/** The worker thread that turns templates and data into PDF. It sees no file but what is mapped in for a job. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { TypstCompilerBuilder, initSync, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { CompileJob, CompileReply, CompilerJob, JoinJob, WorkerSetUp } from './compile-job.ts';
import { joinPdf } from './join-pdf.ts';

const setUp = workerData as WorkerSetUp;
const port = parentPort;
if (!port) throw new Error('the compiler runs in a worker thread');

async function makeCompiler(): Promise<TypstCompiler> {
  initSync({ module: readFileSync(setUp.wasm) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of setUp.fonts) await builder.add_raw_font(readFileSync(font));
  const compiler = await builder.build();
  for (const { name, path } of setUp.templates) {
    if (name.endsWith('.typ')) compiler.add_source(`/${name}`, readFileSync(path, 'utf8'));
    else compiler.map_shadow(`/${name}`, readFileSync(path));
  }
  return compiler;
}

const ready = makeCompiler();

async function compile(job: CompileJob): Promise<CompileReply> {
  const compiler = await ready;
  const mapped = ['/data.json', ...job.files.map(({ path }) => path)];
  try {
    compiler.map_shadow('/data.json', new TextEncoder().encode(job.data));
    for (const { path, bytes } of job.files) compiler.map_shadow(path, bytes);
    const made = compiler.compile(`/${job.template}`, undefined, 'pdf', 1) as { result?: Uint8Array };
    // Photos of hundreds of people stay in memory unless they are let go of.
    for (const path of mapped) compiler.unmap_shadow(path);
    compiler.reset();
    if (!made.result) return { id: job.id, ok: false, reason: 'nothing was made', fatal: false };
    return { id: job.id, ok: true, pdf: made.result };
  } catch (error) {
    // After a panic nothing in the compiler's memory can be trusted, not even to be tidied up.
    if (error instanceof WebAssembly.RuntimeError) return failure(job, error, true);
    for (const path of mapped) compiler.unmap_shadow(path);
    compiler.reset();
    return failure(job, error, false);
  }
}

async function join({ id, parts, title, language }: JoinJob): Promise<CompileReply> {
  return { id, ok: true, pdf: await joinPdf(parts, { title, language }) };
}

const failure = ({ id }: CompilerJob, error: unknown, fatal: boolean): CompileReply => ({
  ...{ id, ok: false as const, reason: String(error), fatal },
});

port.on('message', (job: CompilerJob) => {
  const made = job.kind === 'compile' ? compile(job) : join(job);
  void made
    .catch((error: unknown) => failure(job, error, true))
    .then((reply) => {
      port.postMessage(reply);
    });
});
