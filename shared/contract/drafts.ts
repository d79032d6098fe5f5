/** Drafts: work that was begun and not saved yet, what was opened lately, and what waits to be done. */
import { z } from 'zod';
import type { ShownStatus } from '../domain/records/application.ts';
import type { CertificateState } from './certificates.ts';
import { Id, Instant, Trilingual } from '../domain/base/primitives.ts';
import { workers } from '../domain/records/operator.ts';
import { Done, operation } from './operation.ts';

/** The forms whose unsaved work is kept. */
export const unfinishedKinds = ['application', 'organisation', 'decision'] as const;
export const UnfinishedKind = z.enum(unfinishedKinds);
export type UnfinishedKind = z.infer<typeof UnfinishedKind>;

/** Names a piece of unfinished work: one for each record, and one for each new record that was begun. */
export const UnfinishedKey = z.string().regex(/^[a-z0-9.-]{1,200}$/);

/** Longest unfinished form, in characters of its JSON: far beyond what a clerk can type. */
const longestContent = 500_000;
/** What the form held. The office keeps it as it is; the form that takes it up again checks it by its own schema. */
const FormContent = z.json().refine((content) => JSON.stringify(content).length <= longestContent);

const Unfinished = z.strictObject({
  key: UnfinishedKey,
  kind: UnfinishedKind,
  electionId: Id,
  /** Null for a record that was not in the register yet. */
  recordId: Id.nullable(),
  /** What the clerk knows it by; empty while no name has been typed. */
  title: Trilingual,
});
export const UnfinishedWork = Unfinished.extend({
  content: FormContent,
  /** The record as the register held it when the typing began, to tell whether it changed meanwhile; null for none. */
  basis: FormContent,
});
export type UnfinishedWork = z.infer<typeof UnfinishedWork>;
export const KeptWork = UnfinishedWork.extend({
  at: Instant,
  /** The operator who began it; null where there were none yet. */
  by: Id.nullable().default(null),
});
export type KeptWork = z.infer<typeof KeptWork>;
export const KeptRow = Unfinished.extend({ at: Instant });
export type KeptRow = z.infer<typeof KeptRow>;

export const RecordRef = z.strictObject({ kind: UnfinishedKind, id: Id });
export type RecordRef = z.infer<typeof RecordRef>;

/** A record that was opened lately, as it is named today. */
export const RecentRow = RecordRef.extend({
  name: Trilingual,
  /** Of an application in its register, or of an adopted decision; null where there is none. */
  number: z.string().nullable(),
  /** The organisation of a person; null for the others. */
  organisation: Trilingual.nullable(),
  at: Instant,
});
export type RecentRow = z.infer<typeof RecentRow>;

/** The steps at which a person waits for the office, in the order of the work. */
export const waitingStatuses = ['draft', 'received', 'incomplete', 'ready'] as const satisfies readonly ShownStatus[];
/** Nobody's number yet; a number and no paper; a paper that was not collected. */
export const waitingCertificates = ['none', 'reserved', 'printed'] as const satisfies readonly CertificateState[];

const Count = z.int().min(0);
/** How much waits for the clerk in one election. */
export const Waiting = z.strictObject({
  /** Applications by the step they stand at; only the steps at which the office has to do something. */
  applications: z.array(z.strictObject({ status: z.enum(waitingStatuses), count: Count })),
  decisions: z.strictObject({ drafts: Count, /** The draft itself, when there is just one. */ only: Id.nullable() }),
  certificates: z.array(z.strictObject({ state: z.enum(waitingCertificates), count: Count })),
});
export type Waiting = z.infer<typeof Waiting>;

export const draftsOperations = {
  /** Keeps what is being typed; it replaces what was kept under the key. It is not a change of the register. */
  'drafts.keep': operation(workers, z.strictObject({ work: UnfinishedWork }), Done),
  /** Unfinished work of the election, the latest first. */
  'drafts.unfinished': operation('everybody', z.strictObject({ electionId: Id }), z.array(KeptRow)),
  /** One piece, to go on with; null when it is not there. */
  'drafts.take': operation('everybody', z.strictObject({ key: UnfinishedKey }), KeptWork.nullable()),
  'drafts.discard': operation(workers, z.strictObject({ key: UnfinishedKey }), Done),
  /** Notes that a record was opened. */
  'drafts.opened': operation('everybody', RecordRef, Done),
  'drafts.recent': operation('everybody', z.strictObject({ electionId: Id }), z.array(RecentRow)),
  'drafts.waiting': operation('everybody', z.strictObject({ electionId: Id }), Waiting),
};
