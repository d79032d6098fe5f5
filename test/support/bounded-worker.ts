/** The thread of `bounded.ts`: runs one parser's check and says what failed, or nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import { parsers } from './hostile-parsers.ts';

const { name, seed } = workerData as { name: string; seed: number };
try {
  await parsers[name]?.(seed);
  parentPort?.postMessage(parsers[name] ? null : 'there is no such parser');
} catch (error) {
  parentPort?.postMessage(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
