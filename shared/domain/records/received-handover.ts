/** What another laptop hands over to be merged, and the record of its being taken in. */
import { z } from 'zod';
import { Application } from './application.ts';
import { Organisation } from './organisation.ts';
import { Certificate } from './certificate.ts';
import { Decision } from './decision.ts';
import { Election } from './election.ts';
import { Id, Instant, Line, Sha256, Trilingual } from '../base/primitives.ts';
import { SigningKey } from './signing-key.ts';
import { CertificateSeries } from './office.ts';
import { Version } from './version-vector.ts';

/** More records of a kind than any election has. */
const mostRecords = 500_000;

/** A record's identifier and its version. */
export const RecordVersion = z.tuple([Id, Version]);
export type RecordVersion = z.infer<typeof RecordVersion>;

/** Records of one election, by kind. */
export const MergedRecords = z.strictObject({
  elections: z.array(Election).max(1),
  organisations: z.array(Organisation).max(mostRecords),
  applications: z.array(Application).max(mostRecords),
  decisions: z.array(Decision).max(mostRecords),
  certificates: z.array(Certificate).max(mostRecords),
});
export type MergedRecords = z.infer<typeof MergedRecords>;

/**
 * The last is the one that is written. The first brought no keys, the second no certificates that gave their number up;
 * the first three called elections, organisations and replicas by other names.
 */
export const mergeFormats = [
  'observer-accreditation-merge/1',
  'observer-accreditation-merge/2',
  'observer-accreditation-merge/3',
  'observer-accreditation-merge/4',
] as const;
export const mergeFormat = mergeFormats[3];

/** All that a laptop knows of one election, with the version of every record, and of those it has removed. */
export const MergeBundle = z.strictObject({
  format: z.enum(mergeFormats),
  replicaId: Id,
  electionId: Id,
  records: MergedRecords,
  versions: z.array(RecordVersion).max(5 * mostRecords),
  gone: z.array(RecordVersion).max(mostRecords),
  /** How the giving laptop numbers its certificates: two that number alike are warned. */
  numbering: CertificateSeries.nullable(),
  /** The giving office's own keys and those it knows: with them the receiver can read what those laptops signed. */
  keys: z.array(SigningKey).max(1000).default([]),
});
export type MergeBundle = z.infer<typeof MergeBundle>;

export const mergedKinds = ['election', 'organisation', 'application', 'decision', 'certificate'] as const;
export const MergedKind = z.enum(mergedKinds);
export type MergedKind = z.infer<typeof MergedKind>;

/**
 * The clerk's answer to one question of a merge. Of a record that was changed on both laptops: `ours`, `theirs`, or `fields`,
 * which takes each part of it (`merge-fields.ts`) from the side that `sides` names. Of a
 * person or a certificate that is there twice: the identifier of the record that stays. Of decisions on the same people:
 * the identifier of the one that stands; of decisions with one number: `both`.
 */
export const Resolution = z.strictObject({
  question: z.string().max(2000),
  choice: z.string().max(64),
  /** What a question about adopted decisions is not answered without. */
  reason: Line.default(''),
  sides: z.record(z.string().max(60), z.enum(['ours', 'theirs'])).default({}),
});
export type Resolution = z.infer<typeof Resolution>;

/** Who encrypted a bag with which key: `fingerprint` is the SHA-256 of the public key. */
export const BagSigner = z.strictObject({ publicKey: z.string().max(100), fingerprint: Sha256 });
export type BagSigner = z.infer<typeof BagSigner>;

export const ReceivedCounts = z.strictObject({
  fresh: z.int().min(0),
  changed: z.int().min(0),
  removed: z.int().min(0),
  /** Settled by the clerk. */
  settled: z.int().min(0),
  /** Changed by the rules, because two laptops' work met in them. */
  adjusted: z.int().min(0),
  /** The same on both, and newer here; not counted before schema 6. */
  same: z.int().min(0).default(0),
  ours: z.int().min(0).default(0),
});
export type ReceivedCounts = z.infer<typeof ReceivedCounts>;

/** How a question was settled, as the act of receipt tells it: names as they were at that time. */
export const ResolvedConflict = z.strictObject({
  kind: z.enum(['record', 'person', 'certificate', 'decided', 'number', 'bearer']),
  recordKind: MergedKind,
  name: Trilingual,
  /** `one`: of several records the one that `chosen` names stays; `fields`: each part from one side. */
  choice: z.enum(['ours', 'theirs', 'one', 'both', 'fields']),
  chosen: Line,
  reason: Line.default(''),
  /** Settled field by field: the parts that came from the other laptop. */
  taken: z.array(z.string().max(60)).default([]),
});
export type ResolvedConflict = z.infer<typeof ResolvedConflict>;

export const ReceivedHandover = z.strictObject({
  id: Id,
  electionId: Id,
  at: Instant,
  giver: Line,
  receiver: Line,
  /** Number of the giver's act, its bag, and the moment at which the giver's register stood so. */
  number: z.int().positive(),
  bag: Line,
  asOf: Instant,
  /** SHA-256 of the bag's manifest. */
  manifest: Sha256,
  replicaId: Id,
  signer: BagSigner,
  /** Where the giver's journal stood. */
  head: z.strictObject({ seq: z.int().min(0), hash: Sha256 }),
  counts: ReceivedCounts,
  /** The highest number in the register after it: none up to here is given again. */
  lastNumber: z.int().min(0),
  /** The clerk compared the key's fingerprint with the paper act this time; before schema 6 it was not written down. */
  compared: z.boolean().default(false),
  /** What the clerk settled; empty before schema 6. */
  settled: z.array(ResolvedConflict).default([]),
});
export type ReceivedHandover = z.infer<typeof ReceivedHandover>;
