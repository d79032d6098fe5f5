/** A compiler's thread that ends at the first job it gets, without a word. */
import { parentPort } from 'node:worker_threads';

if (!parentPort) throw new Error('runs in a worker thread');
parentPort.on('message', () => process.exit(0));
