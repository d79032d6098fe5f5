/** The list of decisions with what each decided, and the annex of one of them. */
import type { AnnexLine, DecisionRow } from '#shared/contract/decisions.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { wordsOf } from '../wording/words.ts';
import type { List, ListColumn, ListContext } from './list.ts';

const decisionIds = [
  ...[
    'decision',
    'date',
    'status',
    'sessionDate',
    'minutes',
    'actTitle',
    'accredit',
    'refuse',
    'revoke',
    'organisations',
  ],
  'cumulative',
] as const;
const annexIds = ['place', 'latin', 'ky', 'ru', 'organisation', 'category', 'citizenship', 'action', 'reason'] as const;

const titled = ({ state, language }: ListContext, ids: readonly (keyof ReturnType<typeof columnWords>)[]) => {
  const columns = columnWords(state, language);
  return ids.map((id): ListColumn => ({ id, title: columns[id] }));
};
const columnWords = (state: ListContext['state'], language: ListContext['language']) =>
  wordsOf(state)[language].lists.columns;

export const decisionsColumns = (context: ListContext): ListColumn[] => titled(context, decisionIds);
export const annexColumns = (context: ListContext): ListColumn[] => titled(context, annexIds);

export function decisionsList(context: ListContext, rows: readonly DecisionRow[]): List<DecisionRow> {
  const { state, language } = context;
  const words = wordsOf(state)[language];
  return {
    name: 'decisions',
    title: words.lists.titles.decisions,
    columns: decisionsColumns(context),
    lines: rows,
    cells: (lines) =>
      lines.map((decision) => [
        decision.number ?? '',
        decision.date ? formatDate(decision.date, language) : '',
        words.domain.decisionStatus[decision.status],
        decision.sessionDate ? formatDate(decision.sessionDate, language) : '',
        decision.minutesNumber,
        decision.title[language],
        ...[decision.accredit, decision.refuse, decision.revoke, decision.organisations].map(String),
        decision.cumulative === null ? '' : String(decision.cumulative),
      ]),
    filters: [],
  };
}

/** `about` names the decision. */
export function annexList(context: ListContext, annex: readonly AnnexLine[], about: string[]): List<AnnexLine> {
  const { state, language } = context;
  const words = wordsOf(state)[language];
  const places = new Map(annex.map((line, index) => [line, index + 1]));
  return {
    name: 'annex',
    title: words.lists.titles.annex,
    columns: annexColumns(context),
    lines: annex,
    cells: (lines) =>
      lines.map((line) => {
        const { person, row } = line;
        return [
          String(places.get(line) ?? ''),
          ...[person.latin, person.ky, person.ru, person.organisation[language]],
          words.domain.category[person.category],
          person.citizenship ? countryName(person.citizenship, language) : '',
          words.domain.action[row.action],
          row.reason?.[language] ?? '',
        ];
      }),
    filters: about,
  };
}
