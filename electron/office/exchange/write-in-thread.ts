/**
 * Writes a workbook in a thread of its own: a hundred thousand rows take the best part of a minute, in which the office
 * must go on answering. Cancelling ends the thread.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { writeCsv, type WrittenTable } from '../lists/write-table.ts';

/** Rows handed over between two turns of the event loop. */
const rowsATurn = 500;

/** What the thread is told: rows as they come, then that these were all. */
export type WritingMessage = { rows: readonly (readonly string[])[] } | { end: true };

/** A table as a file of that format; refused with `job.cancelled` when the signal came. */
export async function writeTable(
  workerFile: string,
  format: 'xlsx' | 'csv',
  table: WrittenTable,
  signal: AbortSignal,
): Promise<Outcome<Uint8Array>> {
  return format === 'csv' ? done(writeCsv(table)) : writeXlsxInThread(workerFile, table, signal);
}

export async function writeXlsxInThread(
  workerFile: string,
  { sheet, header, rows }: WrittenTable,
  signal?: AbortSignal,
): Promise<Outcome<Uint8Array>> {
  if (signal?.aborted) return refuse('job.cancelled');
  const worker = new Worker(workerFile, { workerData: { sheet, header } });
  const tell = (message: WritingMessage) => {
    worker.postMessage(message);
  };
  const written = new Promise<Outcome<Uint8Array>>((settle, fail) => {
    worker.once('message', (bytes: Uint8Array) => {
      settle(done(bytes));
    });
    worker.once('error', fail);
    worker.once('exit', () => {
      fail(new Error('The thread that writes a workbook ended without one'));
    });
    signal?.addEventListener(
      'abort',
      () => {
        settle(refuse('job.cancelled'));
      },
      { once: true },
    );
  });
  // Awaited below, after the rows: a thread that fails before must not count as a failure nobody looks at.
  written.catch(() => undefined);
  try {
    for (let at = 0; at < rows.length && !signal?.aborted; at += rowsATurn) {
      tell({ rows: rows.slice(at, at + rowsATurn) });
      await nextTurn();
    }
    tell({ end: true });
    return await written;
  } finally {
    await worker.terminate();
  }
}
