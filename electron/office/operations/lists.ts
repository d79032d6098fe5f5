/** Lists to a file for a spreadsheet program, in the columns that the clerk chose and in their order. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { done, refuse } from '#shared/domain/base/refusals.ts';
import { writeTable } from '../exchange/write-in-thread.ts';
import type { WrittenTable } from '../lists/write-table.ts';
import { wordsOf } from '../wording/words.ts';
import type { listOperations } from '#shared/contract/lists.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import { chooseColumns, listColumns, listOf, prepareList } from './list-source.ts';
import { saveBytes } from '../context/save-file.ts';

/** Lines that are made between two turns of the event loop: the window never waits. */
const linesATurn = 500;

export function listHandlers(office: OfficeContext): Handlers<keyof typeof listOperations> {
  return {
    'list.columns': ({ kind, language }) => done(listColumns(office, kind, language)),
    'list.save': ({ list: source, language, columns, format, job }) =>
      office.jobs.run(job, async ({ signal, progress }) => {
        const ready = await prepareList(office, source);
        if (!ready.ok) return ready;
        const found = listOf(office, source, language);
        if (!found.ok) return found;
        const list = found.value;
        if (list.length === 0) return refuse('document.nothingToPrint');
        const places = chooseColumns(list, columns);
        if (!places.ok) return places;
        const pick = (cells: readonly string[]) => places.value.map((place) => cells[place] ?? '');
        const header = pick(list.columns.map(({ title }) => title));
        const table: WrittenTable = { sheet: list.title, header, rows: [] };
        for (let at = 0; at < list.length; at += linesATurn) {
          if (signal.aborted) return refuse('job.cancelled');
          table.rows.push(...list.cells(at, at + linesATurn).map(pick));
          progress(Math.min(at + linesATurn, list.length), list.length + 1);
          await nextTurn();
        }
        const written = await writeTable(office.spreadsheetWorkerFile, format, table, signal);
        if (!written.ok) return written;
        const words = wordsOf(office.state())[language].lists.dialog;
        const saved = await saveBytes(office.ports.dialogs, written.value, {
          title: words.save,
          name: `${list.name}-${office.today()}.${format}`,
          filters: [{ name: words[format], extensions: [format] }],
        });
        progress(list.length + 1, list.length + 1);
        return saved;
      }),
  };
}
