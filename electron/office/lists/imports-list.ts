/** The tables that were taken in: which file, of which organisation, when, how many people, and how they stand. */
import type { ImportSummary } from '#shared/contract/exchange.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { wordsOf } from '../wording/words.ts';
import type { List, ListColumn, ListContext } from './list.ts';

const ids = ['file', 'when', 'organisation', 'people', 'state'] as const;

export function importsColumns({ state, language }: ListContext): ListColumn[] {
  const { columns } = wordsOf(state)[language].lists;
  return ids.map((id) => ({ id, title: columns[id] }));
}

export function importsList(context: ListContext, imports: readonly ImportSummary[]): List<ImportSummary> {
  const { state, language } = context;
  const words = wordsOf(state)[language];
  return {
    name: 'imports',
    title: words.lists.titles.imports,
    columns: importsColumns(context),
    lines: imports,
    cells: (lines) =>
      lines.map(({ fileName, at, organisation, people, state: stands }) => [
        fileName,
        formatDateTime(at, -new Date(at).getTimezoneOffset()),
        organisation[language],
        String(people),
        words.imports.state[stands],
      ]),
    filters: [],
  };
}
