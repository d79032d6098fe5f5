/** Lists of people to a file: what the handover's full level shows of each, in the columns that the clerk chose. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { done, refuse } from '../../../shared/domain/errors.ts';
import { fullTable } from '../exchange/handover-contents.ts';
import { writeCsv, writeXlsx, type WrittenTable } from '../exchange/write-table.ts';
import { wordsOf } from '../words.ts';
import type { listOperations } from '../../../shared/contract/lists.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import { saveBytes } from './save-bytes.ts';

/** People whose rows are made between two turns of the event loop: the window never waits. */
const rowsATurn = 500;

export function listHandlers(office: OfficeContext): Handlers<keyof typeof listOperations> {
  return {
    'list.columns': ({ language }) => done(fullTable(office.state(), [], office.today(), language).header),
    'list.save': ({ filter, sorting, language, columns, format, job }) =>
      office.jobs.run(job, async ({ signal, progress }) => {
        const state = office.state();
        const today = office.today();
        const people = office.registry.people(filter, { ...sorting, language });
        if (people.length === 0) return refuse('document.nothingToPrint');
        const { sheet, header } = fullTable(state, [], today, language);
        const chosen = [...new Set(columns)].filter((column) => column < header.length);
        const pick = (cells: readonly string[]) => chosen.map((column) => cells[column] ?? '');
        const table: WrittenTable = { sheet, header: pick(header), rows: [] };
        for (let at = 0; at < people.length; at += rowsATurn) {
          if (signal.aborted) return refuse('job.cancelled');
          const { rows } = fullTable(state, people.slice(at, at + rowsATurn), today, language);
          table.rows.push(...rows.map(pick));
          progress(Math.min(at + rowsATurn, people.length), people.length + 1);
          await nextTurn();
        }
        const bytes = format === 'csv' ? writeCsv(table) : await writeXlsx(table);
        const words = wordsOf(state)[language].lists.dialog;
        const saved = await saveBytes(office, bytes, {
          title: words.save,
          name: `people-${today}.${format}`,
          filters: [{ name: words[format], extensions: [format] }],
        });
        progress(people.length + 1, people.length + 1);
        return saved;
      }),
  };
}
