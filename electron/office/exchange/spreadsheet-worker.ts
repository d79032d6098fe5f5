/** The thread that reads a spreadsheet: however bad the file, the window and the office go on. */
import { parentPort, workerData } from 'node:worker_threads';
import { readSpreadsheet } from './read-spreadsheet.ts';

const { path } = workerData as { path: string };
parentPort?.postMessage(await readSpreadsheet(path));
