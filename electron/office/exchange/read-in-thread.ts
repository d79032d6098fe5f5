/** Reads a spreadsheet in a thread of its own, with a bound on its memory; cancelling ends the thread. */
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Workbook } from './read-spreadsheet.ts';

/** A table at the limits of rows and columns takes a quarter of it. */
const memoryMegabytes = 1024;
/** Minutes: a table at the limits takes seconds on a slow laptop; what goes on for longer was made to. */
const longestReading = 5;

export function readInThread(workerFile: string, path: string, signal: AbortSignal): Promise<Outcome<Workbook>> {
  if (signal.aborted) return Promise.resolve(refuse('job.cancelled'));
  const worker = new Worker(workerFile, {
    workerData: { path },
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  return new Promise((settle) => {
    const finish = (outcome: Outcome<Workbook>) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      settle(outcome);
      void worker.terminate();
    };
    const onAbort = () => {
      finish(refuse('job.cancelled'));
    };
    worker.once('message', finish);
    // Out of memory, or a file that brings the reader down, with a word or without: no table either way.
    const fell = () => {
      finish(refuse('import.notASpreadsheet', { file: basename(path) }));
    };
    worker.once('error', fell);
    worker.once('exit', fell);
    const timer = setTimeout(fell, longestReading * 60_000);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
