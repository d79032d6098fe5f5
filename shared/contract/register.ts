/** The office, its elections, its organisations, and the totals over them. */
import { z } from 'zod';
import { ObserverCategory } from '../domain/records/application.ts';
import { Organisation, OrganisationFields, OrganisationKind, Correspondence } from '../domain/records/organisation.ts';
import { Election, ElectionFields } from '../domain/records/election.ts';
import { OfficeSettings } from '../domain/records/office.ts';
import { Sex } from '../domain/records/person.ts';
import { KeyId, SigningKey } from '../domain/records/signing-key.ts';
import { Id, IsoDate, Trilingual } from '../domain/base/primitives.ts';
import { Done, Saved, operation, writing } from './operation.ts';

/** An organisation with the head-counts of one election, at today's date. */
export const OrganisationRow = z.strictObject({
  organisation: Organisation,
  applications: z.int(),
  accredited: z.int(),
  inForce: z.int(),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

const Count = z.int().min(0);
/** In force = accredited - withdrawn - revoked, and none after the day the results were published. */
const Standing = { accredited: Count, withdrawn: Count, revoked: Count, inForce: Count };

export const DecisionTotals = z.strictObject({
  decisionId: Id,
  number: z.string(),
  date: IsoDate,
  accredited: Count,
  refused: Count,
  revoked: Count,
  /** Accredited by this and all earlier decisions. */
  cumulative: Count,
  /** Organisations of the people it accredits. */
  organisationIds: z.array(Id),
});
export const OrganisationTotals = z.strictObject({
  organisationId: Id,
  name: Trilingual,
  short: Trilingual,
  kind: OrganisationKind,
  ...Standing,
});
export const KindTotals = z.strictObject({ kind: OrganisationKind, organisations: Count, ...Standing });
export const Totals = z.strictObject({
  day: IsoDate,
  /** People with an application in the election, whatever its status. */
  applications: Count,
  decisions: z.array(DecisionTotals),
  byOrganisation: z.array(OrganisationTotals),
  byKind: z.array(KindTotals),
  byCountry: z.array(z.strictObject({ country: z.string(), ...Standing })),
  byCategory: z.array(z.strictObject({ category: ObserverCategory, ...Standing })),
  /** Null: the sex is not entered. */
  bySex: z.array(z.strictObject({ sex: Sex.nullable(), ...Standing })),
  /** Days on which people were accredited, in order, with the total reached on each. */
  byDay: z.array(z.strictObject({ date: IsoDate, accredited: Count, cumulative: Count })),
  /** Organisations with somebody accredited by the day. */
  organisations: Count,
  ...Standing,
  /** True when the accreditation has ended with the publication of the results. */
  ended: z.boolean(),
});
export type Totals = z.infer<typeof Totals>;

export const registerOperations = {
  'office.settings': operation('everybody', z.strictObject({}), OfficeSettings),
  'office.changeSettings': operation(
    writing('office.changeSettings'),
    z.strictObject({ settings: OfficeSettings }),
    Done,
  ),
  /**
   * The keys this office has signed with, the one in use first, then those of offices whose handovers it took in. `usable`
   * is false when signing must wait for a free disk; `compared` are the others' to which a handover may be encrypted.
   */
  'office.signingKeys': operation(
    'everybody',
    z.strictObject({}),
    z.strictObject({ usable: z.boolean(), keys: z.array(SigningKey), compared: z.array(KeyId) }),
  ),
  'election.list': operation('everybody', z.strictObject({}), z.array(Election)),
  'election.save': operation(
    writing('election.save'),
    z.strictObject({ id: Id.nullable(), fields: ElectionFields }),
    Saved,
  ),
  'organisation.list': operation('everybody', z.strictObject({ electionId: Id }), z.array(OrganisationRow)),
  'organisation.save': operation(
    writing('organisation.save'),
    z.strictObject({
      id: Id.nullable(),
      fields: OrganisationFields,
      correspondence: z.strictObject({ electionId: Id, fields: Correspondence }).nullable(),
    }),
    Saved,
  ),
  /** The register's figures as they stood at the end of a day. */
  'totals.at': operation('everybody', z.strictObject({ electionId: Id, day: IsoDate }), Totals),
};
