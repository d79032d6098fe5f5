/** The office, its electoral events, its bodies, and the totals over them. */
import { z } from 'zod';
import { ObserverCategory } from '../domain/records/application.ts';
import { Body, BodyFields, BodyKind, Correspondence } from '../domain/records/body.ts';
import { ElectoralEvent, ElectoralEventFields } from '../domain/records/election.ts';
import { OfficeSettings } from '../domain/records/office.ts';
import { Sex } from '../domain/records/person.ts';
import { KeyId, SigningKey } from '../domain/records/signing-key.ts';
import { Id, IsoDate, Trilingual } from '../domain/base/primitives.ts';
import { Done, Saved, operation } from './operation.ts';

/** A body with the head-counts of one electoral event, at today's date. */
export const BodyRow = z.strictObject({
  body: Body,
  applications: z.int(),
  accredited: z.int(),
  inForce: z.int(),
});
export type BodyRow = z.infer<typeof BodyRow>;

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
  /** Bodies of the people it accredits. */
  bodyIds: z.array(Id),
});
export const BodyTotals = z.strictObject({
  bodyId: Id,
  name: Trilingual,
  short: Trilingual,
  kind: BodyKind,
  ...Standing,
});
export const KindTotals = z.strictObject({ kind: BodyKind, bodies: Count, ...Standing });
export const Totals = z.strictObject({
  day: IsoDate,
  /** People with an application in the event, whatever its status. */
  applications: Count,
  decisions: z.array(DecisionTotals),
  byBody: z.array(BodyTotals),
  byKind: z.array(KindTotals),
  byCountry: z.array(z.strictObject({ country: z.string(), ...Standing })),
  byCategory: z.array(z.strictObject({ category: ObserverCategory, ...Standing })),
  /** Null: the sex is not entered. */
  bySex: z.array(z.strictObject({ sex: Sex.nullable(), ...Standing })),
  /** Days on which people were accredited, in order, with the total reached on each. */
  byDay: z.array(z.strictObject({ date: IsoDate, accredited: Count, cumulative: Count })),
  /** Bodies with somebody accredited by the day. */
  bodies: Count,
  ...Standing,
  /** True when the accreditation has ended with the publication of the results. */
  ended: z.boolean(),
});
export type Totals = z.infer<typeof Totals>;

export const registerOperations = {
  'office.settings': operation(z.strictObject({}), OfficeSettings),
  'office.changeSettings': operation(z.strictObject({ settings: OfficeSettings }), Done),
  /**
   * The keys this office has signed with, the one in use first, then those of offices whose handovers it took in. `usable`
   * is false when signing must wait for a free disk; `compared` are the others' to which a handover may be sealed.
   */
  'office.signingKeys': operation(
    z.strictObject({}),
    z.strictObject({ usable: z.boolean(), keys: z.array(SigningKey), compared: z.array(KeyId) }),
  ),
  'event.list': operation(z.strictObject({}), z.array(ElectoralEvent)),
  'event.save': operation(z.strictObject({ id: Id.nullable(), fields: ElectoralEventFields }), Saved),
  'body.list': operation(z.strictObject({ eventId: Id }), z.array(BodyRow)),
  'body.save': operation(
    z.strictObject({
      id: Id.nullable(),
      fields: BodyFields,
      correspondence: z.strictObject({ eventId: Id, fields: Correspondence }).nullable(),
    }),
    Saved,
  ),
  /** The register's figures as they stood at the end of a day. */
  'totals.at': operation(z.strictObject({ eventId: Id, day: IsoDate }), Totals),
};
