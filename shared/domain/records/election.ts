/**
 * The election: one vote that people are accredited for. The store holds several (shared/domain/README.md,
 * "Rules").
 */
import { z } from 'zod';
import { Id, IsoDate, Line, Trilingual, isComplete } from '../base/primitives.ts';
import type { FieldFault } from '../base/refusals.ts';

export const electionKinds = [
  'regular-parliamentary',
  'early-parliamentary',
  'repeat-parliamentary',
  'presidential',
  'early-presidential',
  'local',
  'referendum',
] as const;
export const ElectionKind = z.enum(electionKinds);

export const callingInstruments = ['decree', 'resolution', 'decision', 'law'] as const;

export const ElectionFields = z.strictObject({
  kind: ElectionKind,
  name: Trilingual,
  votingDay: IsoDate.nullable(),
  /** The act that calls the election; accreditation may begin once it is published [law]. */
  calledBy: z.strictObject({
    instrument: z.enum(callingInstruments),
    number: Line,
    date: IsoDate.nullable(),
    publishedOn: IsoDate.nullable(),
  }),
  /** The day the results are officially published: accreditation ends on it [law]. */
  resultsPublishedOn: IsoDate.nullable(),
  /** How many districts vote; null when the vote is not by district. */
  districts: z.int().min(1).max(10_000).nullable(),
});
export type ElectionFields = z.infer<typeof ElectionFields>;

export const Election = ElectionFields.extend({ id: Id });
export type Election = z.infer<typeof Election>;

export function checkElection(fields: ElectionFields): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!isComplete(fields.name)) faults.push({ path: 'name', code: 'field.threeLanguages' });
  if (!fields.votingDay) faults.push({ path: 'votingDay', code: 'field.required' });
  const { date, publishedOn } = fields.calledBy;
  if (date && publishedOn && publishedOn < date) {
    faults.push({ path: 'calledBy.publishedOn', code: 'field.before', params: { other: 'calledBy.date' } });
  }
  if (date && fields.votingDay && fields.votingDay <= date) {
    faults.push({ path: 'votingDay', code: 'field.before', params: { other: 'calledBy.date' } });
  }
  if (fields.resultsPublishedOn && fields.votingDay && fields.resultsPublishedOn < fields.votingDay) {
    faults.push({ path: 'resultsPublishedOn', code: 'field.before', params: { other: 'votingDay' } });
  }
  return faults;
}
