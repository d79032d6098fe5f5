/** A decision (act) of the commission: a draft with an annex of people until it is adopted, then never changed. */
import { z } from 'zod';
import { Id, Instant, IsoDate, Line, Sha256, Trilingual, isComplete } from '../base/primitives.ts';
import type { FieldFault } from '../base/refusals.ts';
import { Votes, checkBallot, type SessionRules } from './voting-rules.ts';

export const annexActions = ['accredit', 'refuse', 'revoke'] as const;
export const AnnexAction = z.enum(annexActions);
export type AnnexAction = z.infer<typeof AnnexAction>;

/** One person in the annex; a refusal or a revocation needs a reason in the three languages. */
export const AnnexRow = z.strictObject({
  applicationId: Id,
  action: AnnexAction,
  reason: Trilingual.nullable(),
});
export type AnnexRow = z.infer<typeof AnnexRow>;

export const signatoryRoles = ['chairperson', 'secretary', 'member'] as const;
export const Signatory = z.strictObject({ role: z.enum(signatoryRoles), name: Trilingual });

export const DecisionFields = z.strictObject({
  sessionDate: IsoDate.nullable(),
  minutesNumber: Line,
  title: Trilingual,
  legalBasis: Trilingual,
  votes: Votes.nullable(),
  /** Members of the commission who were there; null while it is not written down. */
  present: z.int().min(0).max(99).nullable().default(null),
  signatories: z.array(Signatory).max(15),
});
export type DecisionFields = z.infer<typeof DecisionFields>;

/** What is said once on adoption. */
export const Adoption = z.strictObject({ number: Line, date: IsoDate });
export type Adoption = z.infer<typeof Adoption>;

/** Person and organisation as they stood at the moment of adoption: the annex of an adopted decision never changes. */
export const AdoptedRow = AnnexRow.extend({
  organisationId: Id,
  organisation: Trilingual,
  latin: Line,
  ky: Line,
  ru: Line,
  citizenship: z.string(),
});
export type AdoptedRow = z.infer<typeof AdoptedRow>;

/** What was said of an adopted decision when two laptops' work met; its own text stays as it was adopted. */
export const DecisionNote = z.discriminatedUnion('kind', [
  /** Another decision of the election bears the same number. */
  z.strictObject({ kind: z.literal('same-number'), decisionId: Id, reason: Line, officer: Line, at: Instant }),
  /** The other laptop had adopted another text of this very decision, whose checksum this is. */
  z.strictObject({ kind: z.literal('other-text'), contentHash: Sha256, reason: Line, officer: Line, at: Instant }),
]);
export type DecisionNote = z.infer<typeof DecisionNote>;

export const Decision = DecisionFields.extend({
  id: Id,
  electionId: Id,
  status: z.enum(['draft', 'adopted']),
  rows: z.array(AnnexRow),
  /** Set on adoption. */
  number: Line.nullable(),
  date: IsoDate.nullable(),
  adoptedAt: Instant.nullable(),
  adoptedRows: z.array(AdoptedRow),
  /** SHA-256 of the adopted content, see `decision-content.ts`; printed on the annex. */
  contentHash: Sha256.nullable(),
  notes: z.array(DecisionNote).default([]),
});
export type Decision = z.infer<typeof Decision>;

/** `session` holds the votes to the office's rules; without it only the words are looked at. */
export function checkDecision(fields: DecisionFields, session: SessionRules | null): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!fields.sessionDate) faults.push({ path: 'sessionDate', code: 'field.required' });
  if (!isComplete(fields.title)) faults.push({ path: 'title', code: 'field.threeLanguages' });
  if (!isComplete(fields.legalBasis)) faults.push({ path: 'legalBasis', code: 'field.threeLanguages' });
  fields.signatories.forEach((signatory, index) => {
    if (!isComplete(signatory.name))
      faults.push({ path: `signatories.${String(index)}.name`, code: 'field.threeLanguages' });
  });
  if (session) faults.push(...checkBallot(fields, session));
  return faults;
}
