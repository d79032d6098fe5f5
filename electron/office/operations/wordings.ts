/** The office's corrections of words: made, taken back, carried to another laptop and shown to a reader. */
import { done, refuse, refuseFields, type FieldFault } from '#shared/domain/base/refusals.ts';
import { checkWording, type WordingChange } from '#shared/domain/records/wording.ts';
import { canBeCorrected } from '#locales/wordings.ts';
import { correctionsFile, readCorrections, wordsTable } from '../exchange/wordings-file.ts';
import { readAtMost } from '../exchange/read-at-most.ts';
import { writeXlsxInThread } from '../exchange/write-in-thread.ts';
import { originalWording, wordsOf } from '../wording/words.ts';
import type { wordingOperations } from '#shared/contract/wordings.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';
import { saveBytes } from '../context/save-file.ts';

/** The most bytes a file of corrections may have: every word of the program corrected is a tenth of it. */
const largestFile = 4 * 1024 * 1024;

export function wordingHandlers(office: OfficeContext): Handlers<keyof typeof wordingOperations> {
  const words = () => wordsOf(office.state());
  return {
    'wording.list': () => done([...office.state().wordings.values()]),
    'wording.correct': async ({ changes }) => {
      const faults: FieldFault[] = [];
      for (const change of changes) {
        const original = canBeCorrected(change.key) ? originalWording(change.language, change.key) : null;
        // A correction of a word that is no more can still be taken back.
        if (original === null && change.text !== null) return refuse('wording.unknown', { key: change.key });
        faults.push(...checkWording(change, original ?? ''));
      }
      if (faults.length > 0) return refuseFields(faults);
      return carryOut(office, { type: 'office.correctWordings', changes: changes.map(trimmed) });
    },
    'wording.export': async ({ language, as }) => {
      const dialog = words()[language].wordings.dialog;
      const { wordings } = office.state();
      if (as === 'corrections') {
        return saveBytes(office.ports.dialogs, correctionsFile([...wordings.values()]), {
          title: dialog.saveCorrections,
          name: `wordings-${office.today()}.json`,
          filters: [{ name: dialog.json, extensions: ['json'] }],
        });
      }
      const table = await writeXlsxInThread(office.spreadsheetWorkerFile, wordsTable(words(), language));
      if (!table.ok) return table;
      return saveBytes(office.ports.dialogs, table.value, {
        title: dialog.saveTable,
        name: `words-${office.today()}.xlsx`,
        filters: [{ name: dialog.xlsx, extensions: ['xlsx'] }],
      });
    },
    'wording.read': async ({ language }) => {
      const dialog = words()[language].wordings.dialog;
      const filters = [{ name: dialog.json, extensions: ['json'] }];
      const path = await office.ports.dialogs.openFile({ title: dialog.open, filters });
      if (path === null) return done(null);
      const bytes = await readAtMost(path, largestFile);
      const read = bytes && readCorrections(bytes);
      if (!read) return refuse('wording.notAFile');
      const fits = (change: WordingChange): boolean => {
        const original = canBeCorrected(change.key) ? originalWording(change.language, change.key) : null;
        return original !== null && checkWording(change, original).length === 0;
      };
      const changes = read.filter(fits);
      return done({ changes, unfit: read.length - changes.length });
    },
  };
}

const trimmed = (change: WordingChange): WordingChange => ({ ...change, text: change.text?.trim() ?? null });
