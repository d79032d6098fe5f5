/**
 * The thread for spreadsheets. It reads one: however bad the file, the window and the office go on. Or it writes one,
 * of rows that are sent to it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { writeXlsx } from '../lists/write-table.ts';
import type { WritingMessage } from './write-in-thread.ts';

type Task = { path: string } | { sheet: string; header: string[] };

const task = workerData as Task;
if ('path' in task) {
  parentPort?.postMessage(await readSpreadsheet(task.path));
} else {
  const { sheet, header } = task;
  const rows: string[][] = [];
  parentPort?.on('message', (message: WritingMessage) => {
    if ('rows' in message) for (const row of message.rows) rows.push([...row]);
    else void writeXlsx({ sheet, header, rows }).then((bytes) => parentPort?.postMessage(bytes));
  });
}
