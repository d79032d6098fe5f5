/** Encrypts and opens personal data with a passphrase or to a key, in a thread of its own; cancelling ends the thread. */
import { Worker } from 'node:worker_threads';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { AgeAnswer, AgeTask } from './age-worker.ts';

/** The base-2 logarithm of scrypt's N for a new passphrase: age's own default, a second or more for each guess. */
export const usualWorkFactor = 18;

/** The slowest key that is tried takes seconds; what takes longer is not a handover but a trap. */
const longestMs = 300_000;

/** Refused with `handover.wrongPassphrase` or `handover.notForThisKey` (what cannot be opened), or `job.cancelled`. */
export function ageInThread(workerFile: string, task: AgeTask, signal: AbortSignal): Promise<Outcome<Uint8Array>> {
  if (signal.aborted) return Promise.resolve(refuse('job.cancelled'));
  const closed = refuse(
    task.kind === 'open' && 'identity' in task.by ? 'handover.notForThisKey' : 'handover.wrongPassphrase',
  );
  const worker = new Worker(workerFile, { workerData: task });
  return new Promise((settle, fail) => {
    const finish = (outcome: Outcome<Uint8Array>) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      settle(outcome);
      void worker.terminate();
    };
    const onAbort = () => {
      finish(refuse('job.cancelled'));
    };
    const timer = setTimeout(() => {
      finish(closed);
    }, longestMs);
    worker.once('message', ({ bytes }: AgeAnswer) => {
      finish(bytes ? done(bytes) : closed);
    });
    worker.once('error', (error: Error) => {
      if (task.kind === 'open') finish(closed);
      else {
        clearTimeout(timer);
        fail(error);
      }
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
