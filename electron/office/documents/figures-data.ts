/** The register's figures on paper: the reconciliation row by row, and a chart for each way of counting. */
import { countryName } from '#shared/text/countries.ts';
import { formatDate, formatLongDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { sortKey } from '#shared/text/sort.ts';
import { assertNever, type Id, type IsoDate, type Language } from '#shared/domain/base/primitives.ts';
import { chartsOf, type ChartKind } from '#shared/contract/charts.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Totals } from '#shared/contract/register.ts';
import { totalsAt } from '../registry/totals.ts';
import { wordsOf } from '../wording/words.ts';
import { fill } from '../wording/fill.ts';
import { frame } from './list-data.ts';

/** `share` is of the longest bar, from 0 to 1. */
type DrawnBar = { label: string; value: string; share: number };
type DrawnChart = { title: string; bars: DrawnBar[] };

export function figureParts(state: State, electionId: Id, day: IsoDate, languages: readonly Language[]) {
  const totals = totalsAt(state, electionId, day);
  return languages.map((language) => {
    const { totals: words, documents } = wordsOf(state)[language];
    const number = (value: number) => formatNumber(value, language);
    const standing = ({ accredited, withdrawn, revoked, inForce }: Totals | Totals['byOrganisation'][number]) =>
      [accredited, withdrawn, revoked, inForce].map(number);
    return {
      ...frame(state, language, words.reconciliation.title),
      title: words.reconciliation.title,
      subtitle: fill(documents.list.asOf, { date: formatLongDate(day, language, 'to') }),
      election: state.elections.get(electionId)?.name[language] ?? '',
      formula: totals.ended ? words.ended : words.formula,
      head: [words.organisation, words.accredited, words.withdrawn, words.revoked, words.inForce],
      rows: byName(totals.byOrganisation, ({ name }) => name[language], language).map((organisation) => [
        organisation.name[language],
        ...standing(organisation),
      ]),
      total: [words.total, ...standing(totals)],
      chartsTitle: words.charts.title,
      charts: drawn(state, totals, language),
    };
  });
}

function drawn(state: State, totals: Totals, language: Language): DrawnChart[] {
  const { totals: words } = wordsOf(state)[language];
  const titles: Record<ChartKind, string> = {
    day: words.charts.byDay,
    decision: words.byDecision,
    kind: words.byKind,
    category: words.charts.byCategory,
    sex: words.charts.bySex,
    organisation: words.byOrganisation,
    country: words.byCountry,
  };
  return chartsOf(totals).map(({ by, bars }) => {
    const longest = Math.max(1, ...bars.map(({ value }) => value));
    return {
      title: titles[by],
      bars: bars.map(({ of, value }) => ({
        label: labelOf(state, by, of, language),
        value: formatNumber(value, language),
        share: value / longest,
      })),
    };
  });
}

function labelOf(state: State, by: ChartKind, of: string, language: Language): string {
  const { totals: words, domain } = wordsOf(state)[language];
  if (of === '') return words.charts.notEntered;
  switch (by) {
    case 'day':
      return formatDate(of, language);
    case 'decision':
      return `№ ${state.decisions.get(of)?.number ?? ''}`;
    case 'kind':
      return domain.organisationKind[of as keyof typeof domain.organisationKind];
    case 'category':
      return domain.category[of as keyof typeof domain.category];
    case 'sex':
      return domain.sex[of as keyof typeof domain.sex];
    case 'organisation':
      return state.organisations.get(of)?.name[language] ?? '';
    case 'country':
      return countryName(of, language);
    default:
      return assertNever(by);
  }
}

function byName<T>(rows: readonly T[], name: (row: T) => string, language: Language): T[] {
  return rows
    .map((row) => ({ row, key: sortKey(name(row), language) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}
