/** The charts of the figures: what each counts by and how long its bars are, the same on the screen and on paper. */
import type { Totals } from './register.ts';

export const chartKinds = ['day', 'decision', 'kind', 'category', 'sex', 'organisation', 'country'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** A bar of people accredited. `of` is what it counts: a day, a number, a code or an id, empty for what is not entered. */
export type Bar = { of: string; value: number };
export type Chart = { by: ChartKind; bars: Bar[] };

/** Charts that have anything to show. Days, decisions, categories and sexes stand in their own order, the rest largest first. */
export function chartsOf(totals: Totals): Chart[] {
  const bars = <T extends { accredited: number }>(rows: readonly T[], of: (row: T) => string): Bar[] =>
    rows.map((row) => ({ of: of(row), value: row.accredited }));
  const largestFirst = (unsorted: Bar[]): Bar[] => unsorted.sort((a, b) => b.value - a.value);
  const charts: Record<ChartKind, Bar[]> = {
    day: bars(totals.byDay, ({ date }) => date),
    decision: bars(totals.decisions, ({ decisionId }) => decisionId),
    kind: largestFirst(bars(totals.byKind, ({ kind }) => kind)),
    category: bars(totals.byCategory, ({ category }) => category),
    sex: bars(totals.bySex, ({ sex }) => sex ?? ''),
    organisation: largestFirst(bars(totals.byOrganisation, ({ organisationId }) => organisationId)),
    country: largestFirst(bars(totals.byCountry, ({ country }) => country)),
  };
  return chartKinds.map((by) => ({ by, bars: charts[by] })).filter((chart) => chart.bars.length > 0);
}
