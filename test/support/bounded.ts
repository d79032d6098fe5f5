/** Runs a check in a thread with bounds of time and memory: one that hangs or eats all memory fails, and is ended. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { testSeed } from './effort.ts';

export type Bounds = { seconds: number; megabytes: number };

export function inBounds(name: string, { seconds, megabytes }: Bounds): Promise<void> {
  const worker = new Worker(join(import.meta.dirname, 'bounded-worker.ts'), {
    workerData: { name, seed: testSeed },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return new Promise<void>((settle, fail) => {
    const timer = setTimeout(() => {
      fail(new Error(`${name}: not done after ${String(seconds)} seconds`));
    }, seconds * 1000);
    worker.once('message', (fault: string | null) => {
      clearTimeout(timer);
      if (fault === null) settle();
      else fail(new Error(`${name} (seed ${String(testSeed)}): ${fault}`));
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      fail(new Error(`${name}: ${String(error)}`));
    });
  }).finally(() => worker.terminate());
}
