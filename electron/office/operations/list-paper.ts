/** A list on paper: what was chosen of it, named with its filters and its day, in every language asked. */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { assertNever, type Id, type Language } from '#shared/domain/base/primitives.ts';
import { formatLongDate } from '#shared/text/dates.ts';
import type { ListSource } from '#shared/contract/lists.ts';
import { frame } from '../documents/list-data.ts';
import { mostLines, tableLayout } from '../documents/table-data.ts';
import { fill, fillCounted } from '../wording/fill.ts';
import { wordsOf } from '../wording/words.ts';
import type { OfficeContext } from './handlers.ts';
import { chooseColumns, listOf } from './list-source.ts';

export function listPaper(
  office: OfficeContext,
  source: ListSource,
  columns: readonly string[],
  languages: readonly Language[],
): Outcome<{ title: string; parts: unknown[] }> {
  const state = office.state();
  const parts: unknown[] = [];
  let title = '';
  for (const language of languages) {
    const found = listOf(office, source, language);
    if (!found.ok) return found;
    const list = found.value;
    if (list.length === 0) return refuse('document.nothingToPrint');
    if (list.length > mostLines) return refuse('list.tooLong', { lines: String(list.length), most: String(mostLines) });
    const places = chooseColumns(list, columns);
    if (!places.ok) return places;
    const pick = (cells: readonly string[]) => places.value.map((place) => cells[place] ?? '');
    const head = pick(list.columns.map((column) => column.title));
    const rows = list.cells().map(pick);
    const layout = tableLayout(head, rows);
    if (!layout.ok) return layout;
    const words = wordsOf(state)[language];
    const asOf = fill(words.documents.list.asOf, { date: formatLongDate(office.today(), language, 'to') });
    title ||= list.title;
    parts.push({
      ...frame(state, language, list.title),
      ...{ title: list.title, head, rows, ...layout.value },
      subtitle: [...list.filters, asOf].join('; '),
      election: electionName(office, source, language),
      total: fillCounted(words.lists, 'lines', rows.length, language),
    });
  }
  return done({ title, parts });
}

function electionName(office: OfficeContext, source: ListSource, language: Language): string {
  const { elections, decisions } = office.state();
  const nameOf = (id: Id | undefined) => (id && elections.get(id)?.name[language]) ?? '';
  switch (source.kind) {
    case 'people':
    case 'certificates':
    case 'numbers':
    case 'queue':
      return nameOf(source.filter.electionId);
    case 'organisations':
    case 'decisions':
    case 'totals':
    case 'imports':
      return nameOf(source.electionId);
    case 'journal':
      return '';
    case 'annex':
      return nameOf(decisions.get(source.decisionId)?.electionId);
    default:
      return assertNever(source);
  }
}
