/** An organisation (sending organisation): who sends observers, who invited it and with what letters. */
import { z } from 'zod';
import { CountryCode, Id, Line, Paragraph, Reference, Trilingual, isComplete } from '../base/primitives.ts';
import type { FieldFault } from '../base/refusals.ts';

export const organisationKinds = [
  'electoral-body',
  'international-organisation',
  'parliamentary-assembly',
  'diplomatic-mission',
  'civil-society',
  'other',
] as const;
export const OrganisationKind = z.enum(organisationKinds);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** Who may invite international observers [law]. */
export const inviters = ['president', 'jogorku-kenesh', 'cabinet', 'commission'] as const;
export const Inviter = z.enum(inviters);

/** The papers of one organisation for one election. */
export const Correspondence = z.strictObject({
  invitedBy: Inviter.nullable(),
  invitation: Reference,
  letter: Reference,
  ministryNote: Reference,
  headOfMission: Line,
});
export type Correspondence = z.infer<typeof Correspondence>;

export const emptyCorrespondence: Correspondence = {
  invitedBy: null,
  invitation: { number: '', date: null },
  letter: { number: '', date: null },
  ministryNote: { number: '', date: null },
  headOfMission: '',
};

/** A name the organisation bore before; `until` is a year or a day as text. */
export const FormerName = z.strictObject({ until: Line, name: Trilingual });

export const OrganisationFields = z.strictObject({
  kind: OrganisationKind,
  name: Trilingual,
  /** Short name ×3; all empty when the organisation has none. */
  short: Trilingual,
  formerNames: z.array(FormerName).max(20),
  /** Country of the organisation; null for an international one. */
  country: CountryCode.nullable(),
  contact: Paragraph,
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;

export const Organisation = OrganisationFields.extend({
  id: Id,
  /** Papers by election; one organisation comes back in each. */
  correspondence: z.record(Id, Correspondence),
});
export type Organisation = z.infer<typeof Organisation>;

export function checkOrganisation(fields: OrganisationFields): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!isComplete(fields.name)) faults.push({ path: 'name', code: 'field.threeLanguages' });
  const { ky, ru, en } = fields.short;
  if ((ky || ru || en) && !isComplete(fields.short)) faults.push({ path: 'short', code: 'field.threeLanguages' });
  const national = fields.kind === 'electoral-body' || fields.kind === 'diplomatic-mission';
  if (national && !fields.country) faults.push({ path: 'country', code: 'field.required' });
  return faults;
}
