/** Decisions of the commission: draft, annex, adoption. */
import { z } from 'zod';
import { Adoption, AnnexAction, AnnexRow, Decision, DecisionFields } from '../domain/decision.ts';
import { Id, IsoDate, Trilingual } from '../domain/primitives.ts';
import { ApplicationRow } from './applications.ts';
import { Done, Ids, Saved, operation } from './operation.ts';

const Count = z.int().min(0);

export const DecisionRow = z.strictObject({
  id: Id,
  status: z.enum(['draft', 'adopted']),
  number: z.string().nullable(),
  date: IsoDate.nullable(),
  sessionDate: IsoDate.nullable(),
  minutesNumber: z.string(),
  title: Trilingual,
  accredit: Count,
  refuse: Count,
  revoke: Count,
  bodies: Count,
  /** Accredited by this and all earlier adopted decisions; null for a draft. */
  cumulative: Count.nullable(),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

/** A line of the annex with the person it is about; an adopted decision shows the names as adopted. */
export const AnnexLine = z.strictObject({ row: AnnexRow, person: ApplicationRow });
export type AnnexLine = z.infer<typeof AnnexLine>;

export const DecisionView = z.strictObject({
  decision: Decision.omit({ rows: true, adoptedRows: true }),
  annex: z.array(AnnexLine),
  cumulativeBefore: Count,
});
export type DecisionView = z.infer<typeof DecisionView>;

export const decisionOperations = {
  'decision.list': operation(z.strictObject({ eventId: Id }), z.array(DecisionRow)),
  'decision.get': operation(z.strictObject({ id: Id }), DecisionView),
  'decision.draft': operation(z.strictObject({ eventId: Id, fields: DecisionFields }), Saved),
  'decision.change': operation(z.strictObject({ id: Id, fields: DecisionFields }), Done),
  'decision.extendAnnex': operation(z.strictObject({ id: Id, applicationIds: Ids, action: AnnexAction }), Done),
  'decision.reduceAnnex': operation(z.strictObject({ id: Id, applicationIds: Ids }), Done),
  /** Says the same of several people of the annex at once. */
  'decision.decideAnnex': operation(
    z.strictObject({ id: Id, applicationIds: Ids, action: AnnexAction, reason: Trilingual.nullable() }),
    Done,
  ),
  'decision.orderAnnex': operation(z.strictObject({ id: Id, applicationIds: Ids }), Done),
  'decision.discard': operation(z.strictObject({ id: Id }), Done),
  'decision.adopt': operation(z.strictObject({ id: Id, adoption: Adoption }), Done),
};
