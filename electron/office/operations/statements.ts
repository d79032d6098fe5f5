/** The statement of the day: read on the screen, saved to be edited. Its PDF is made with the other documents. */
import { done, refuse } from '#shared/domain/base/refusals.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { inOrder } from '../documents/render.ts';
import { statementDocx } from '../documents/docx/statement-docx.ts';
import { statementFigures, statementText } from '../documents/statement-data.ts';
import { adoptedDecisions } from '../registry/totals.ts';
import { wordsOf } from '../wording/words.ts';
import type { statementOperations } from '#shared/contract/statement.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import { saveBytes } from '../context/save-file.ts';

export function statementHandlers(office: OfficeContext): Handlers<keyof typeof statementOperations> {
  return {
    'statement.days': ({ electionId }) =>
      done([...new Set(adoptedDecisions(office.state(), electionId).map(({ date }) => date))]),
    'statement.read': (days) => {
      const state = office.state();
      if (!state.elections.has(days.electionId)) return refuse('election.unknown');
      const { accredited, total } = statementFigures(state, days);
      return done({ accredited, total, texts: languages.map((language) => statementText(state, days, language)) });
    },
    'statement.saveDocx': async ({ languages: chosen, language, ...days }) => {
      const state = office.state();
      if (!state.elections.has(days.electionId)) return refuse('election.unknown');
      const words = wordsOf(state)[language].statement.dialog;
      return saveBytes(office.ports.dialogs, await statementDocx(state, days, inOrder(chosen)), {
        title: words.save,
        name: `statement-${days.from}-${days.to}.docx`,
        filters: [{ name: words.docx, extensions: ['docx'] }],
      });
    },
  };
}
