/** The register's figures beside the published ones of the round. */
import type { Totals } from '#shared/contract/register.ts';
import { published, roundDecisions } from './round.data.ts';

export type Comparison = { what: string; register: number; published: number };

const november = ['2025-11-12', '2025-11-19'];

export function reconcile(totals: Totals): Comparison[] {
  const ofDay = (date: string) => totals.decisions.filter((decision) => decision.date === date);
  const comparisons = roundDecisions.flatMap(({ date, total, cumulative }): Comparison[] => [
    { what: `accredited on ${date}`, register: sum(ofDay(date).map(({ accredited }) => accredited)), published: total },
    { what: `cumulative on ${date}`, register: ofDay(date).at(-1)?.cumulative ?? 0, published: cumulative },
  ]);
  const late = totals.decisions.filter(({ date }) => november.includes(date));
  return [
    ...comparisons,
    {
      what: 'accredited on 12 and 19 November',
      register: sum(late.map(({ accredited }) => accredited)),
      published: published.additionalOn12And19November,
    },
    {
      what: 'bodies on 12 and 19 November',
      register: new Set(late.flatMap(({ organisationIds }) => organisationIds)).size,
      published: published.organisationsOn12And19November,
    },
    { what: 'accredited in all', register: totals.accredited, published: published.accreditedInAll },
    {
      what: 'in force = accredited - withdrawn - revoked',
      register: totals.inForce,
      published: totals.accredited - totals.withdrawn - totals.revoked,
    },
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
