/** The register's figures on paper: the reconciliation row by row, and a chart for each way of counting. */
import { countryName } from '../../../shared/text/countries.ts';
import { formatDate, formatLongDate } from '../../../shared/text/dates.ts';
import { formatNumber } from '../../../shared/text/numbers.ts';
import { sortKey } from '../../../shared/text/sort.ts';
import type { Id, IsoDate, Language } from '../../../shared/domain/primitives.ts';
import type { State } from '../../../shared/domain/state.ts';
import type { Totals } from '../../../shared/contract/register.ts';
import { totalsAt } from '../registry/totals.ts';
import { wordsOf } from '../words.ts';
import { fill } from './wording.ts';
import { frame } from './list-data.ts';

/** `share` is of the longest bar, from 0 to 1. */
type Bar = { label: string; value: string; share: number };
type Chart = { title: string; bars: Bar[] };

export function figureParts(state: State, eventId: Id, day: IsoDate, languages: readonly Language[]) {
  const totals = totalsAt(state, eventId, day);
  return languages.map((language) => {
    const { totals: words, documents } = wordsOf(state)[language];
    const number = (value: number) => formatNumber(value, language);
    const standing = ({ accredited, withdrawn, revoked, inForce }: Totals | Totals['byBody'][number]) =>
      [accredited, withdrawn, revoked, inForce].map(number);
    return {
      ...frame(state, language, words.reconciliation.title),
      title: words.reconciliation.title,
      subtitle: fill(documents.list.asOf, { date: formatLongDate(day, language) }),
      event: state.events.get(eventId)?.name[language] ?? '',
      formula: totals.ended ? words.ended : words.formula,
      head: [words.body, words.accredited, words.withdrawn, words.revoked, words.inForce],
      rows: byName(totals.byBody, ({ name }) => name[language], language).map((body) => [
        body.name[language],
        ...standing(body),
      ]),
      total: [words.total, ...standing(totals)],
      chartsTitle: words.charts.title,
      charts: chartsOf(state, totals, language),
    };
  });
}

function chartsOf(state: State, totals: Totals, language: Language): Chart[] {
  const { totals: words, domain } = wordsOf(state)[language];
  const chart = (title: string, values: { label: string; value: number }[]): Chart => {
    const longest = Math.max(1, ...values.map(({ value }) => value));
    const bars = values.map(({ label, value }) => ({
      label,
      value: formatNumber(value, language),
      share: value / longest,
    }));
    return { title, bars };
  };
  const largestFirst = <T extends { accredited: number }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => b.accredited - a.accredited);
  const unknown = words.charts.notEntered;
  return [
    chart(
      words.charts.byDay,
      totals.byDay.map(({ date, accredited }) => ({ label: formatDate(date, language), value: accredited })),
    ),
    chart(
      words.byDecision,
      totals.decisions.map(({ number, accredited }) => ({ label: `№ ${number}`, value: accredited })),
    ),
    chart(
      words.byKind,
      largestFirst(totals.byKind).map(({ kind, accredited }) => ({ label: domain.bodyKind[kind], value: accredited })),
    ),
    chart(
      words.charts.byCategory,
      totals.byCategory.map(({ category, accredited }) => ({ label: domain.category[category], value: accredited })),
    ),
    chart(
      words.charts.bySex,
      totals.bySex.map(({ sex, accredited }) => ({ label: sex ? domain.sex[sex] : unknown, value: accredited })),
    ),
    chart(
      words.byBody,
      largestFirst(totals.byBody).map(({ name, accredited }) => ({ label: name[language], value: accredited })),
    ),
    chart(
      words.byCountry,
      largestFirst(totals.byCountry).map(({ country, accredited }) => ({
        label: country === '' ? unknown : countryName(country, language),
        value: accredited,
      })),
    ),
  ].filter(({ bars }) => bars.length > 0);
}

function byName<T>(rows: readonly T[], name: (row: T) => string, language: Language): T[] {
  return rows
    .map((row) => ({ row, key: sortKey(name(row), language) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}
