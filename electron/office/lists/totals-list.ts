/** The reconciliation as one table: the whole, then by organisation, kind of organisation, country, category and sex. */
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { sortKey } from '#shared/text/sort.ts';
import type { Totals } from '#shared/contract/register.ts';
import { fill } from '../wording/fill.ts';
import { wordsOf } from '../wording/words.ts';
import type { List, ListColumn, ListContext } from './list.ts';

const ids = ['countedBy', 'counted', 'accredited', 'withdrawn', 'revoked', 'inForce'] as const;

export function totalsColumns({ state, language }: ListContext): ListColumn[] {
  const { columns } = wordsOf(state)[language].lists;
  return ids.map((id) => ({ id, title: columns[id] }));
}

type Standing = Pick<Totals, 'accredited' | 'withdrawn' | 'revoked' | 'inForce'>;
type Line = { by: string; of: string; standing: Standing };

export function totalsList(context: ListContext, totals: Totals): List<Line> {
  const { state, language } = context;
  const words = wordsOf(state)[language];
  const { totals: own, domain } = words;
  const named = <S extends Standing>(by: string, standings: readonly S[], nameOf: (standing: S) => string): Line[] =>
    standings
      .map((standing) => ({ by, of: nameOf(standing), standing }))
      .map((line) => ({ line, key: sortKey(line.of, language) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ line }) => line);
  return {
    name: 'totals',
    title: words.lists.titles.totals,
    columns: totalsColumns(context),
    lines: [
      { by: own.total, of: '', standing: totals },
      ...named(own.byOrganisation, totals.byOrganisation, ({ name }) => name[language]),
      ...named(own.byKind, totals.byKind, ({ kind }) => domain.organisationKind[kind]),
      ...named(own.byCountry, totals.byCountry, ({ country }) =>
        country === '' ? own.charts.notEntered : countryName(country, language),
      ),
      ...named(own.charts.byCategory, totals.byCategory, ({ category }) => domain.category[category]),
      ...named(own.charts.bySex, totals.bySex, ({ sex }) => (sex === null ? own.charts.notEntered : domain.sex[sex])),
    ],
    cells: (lines) =>
      lines.map(({ by, of, standing: { accredited, withdrawn, revoked, inForce } }) => [
        by,
        of,
        ...[accredited, withdrawn, revoked, inForce].map(String),
      ]),
    filters: [fill(words.lists.atDay, { date: formatDate(totals.day, language) })],
  };
}
