/** Taking in what another office hands over: what the bag is, what it would change, and what the clerk settles. */
import { z } from 'zod';
import { FieldFault } from '../domain/base/refusals.ts';
import { MergedKind, ReceivedHandover, Resolution } from '../domain/records/received-handover.ts';
import { AnnexAction } from '../domain/records/decision.ts';
import { Id, Instant, IsoDate, Language, Line, Sha256, Trilingual } from '../domain/base/primitives.ts';
import { HistoryChange } from './history.ts';
import { workers } from '../domain/records/operator.ts';
import { Done, Job, Window, operation, writing } from './operation.ts';

/** A bag that was read whole and whose signature is good. */
export const BagSeen = z.strictObject({
  receiveId: z.string(),
  bag: z.string(),
  folder: z.string(),
  files: z.int(),
  bytes: z.int(),
  fingerprint: Sha256,
  /** What opens its encrypted part: a passphrase that the giver tells, or the key of this office, without being asked. */
  encryptedWith: z.enum(['passphrase', 'key']),
  /** Who gave the last handover that was signed with this key; null for a key that is seen for the first time. */
  knownAs: z.string().nullable(),
});
export type BagSeen = z.infer<typeof BagSeen>;

export const rowVerdicts = ['new', 'changed', 'removed', 'conflict', 'ours', 'same'] as const;
export const RowVerdict = z.enum(rowVerdicts);
export type RowVerdict = z.infer<typeof RowVerdict>;

export const ReceivePreview = z.strictObject({
  giver: Line,
  number: z.int(),
  asOf: Instant,
  election: Trilingual,
  /** The election is not known here yet. */
  isNewElection: z.boolean(),
  counts: z.record(RowVerdict, z.int()),
  questions: z.int(),
  open: z.int(),
  /** Of the open ones those of ours or theirs, which may be answered all alike. */
  openAlike: z.int(),
  /** Records that the rules change besides: agendas, certificates. */
  adjusted: z.int(),
  renumbered: z.int(),
  /** The series from which both computers number their certificates; null when each has its own. */
  sameSeries: z.string().nullable(),
  /** Signing keys that the register will know with it. */
  keys: z.array(z.strictObject({ fingerprint: Sha256, giver: Line })),
  /** Everything in it is here already. */
  nothingNew: z.boolean(),
});
export type ReceivePreview = z.infer<typeof ReceivePreview>;

export const ReceiveRow = z.strictObject({
  kind: MergedKind,
  id: z.string(),
  name: z.string(),
  verdict: RowVerdict,
  /** The number it had there and gets here, where they differ. */
  renumbered: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
});
export type ReceiveRow = z.infer<typeof ReceiveRow>;

/** One of several records of which one stays. */
export const StayOption = z.strictObject({
  choice: z.string(),
  name: z.string(),
  number: z.string(),
  organisation: z.string(),
  /** A status of applications or of certificates, by the question's kind. */
  status: z.string(),
  /** Which computer knows it. */
  known: z.enum(['here', 'there', 'both']),
  /** Another application for the document was revoked, which cannot give way. */
  givesWay: z.boolean(),
  /** Of certificates: how often it was printed, and when it was handed out. */
  paper: z.strictObject({ printed: z.int(), issuedOn: IsoDate.nullable() }).nullable(),
});
export type StayOption = z.infer<typeof StayOption>;

/** Most people of a contradiction that are named; the rest are counted. */
export const peopleBeside = 50;

/** One of several adopted decisions, as it stands beside the others. */
export const DecisionBeside = z.strictObject({
  choice: z.string(),
  number: z.string(),
  date: IsoDate.nullable(),
  title: z.string(),
  known: z.enum(['here', 'there', 'both']),
  /** What it says of the people that the question is about, in the same order in every decision. */
  outcomes: z.array(z.strictObject({ person: z.string(), action: AnnexAction.nullable(), reason: z.string() })),
  /** People beside those named. */
  more: z.int(),
});
export type DecisionBeside = z.infer<typeof DecisionBeside>;

const Side = z.enum(['ours', 'theirs']);

/** A part of a record that may be taken from either side by itself, as the clerk sees it. */
export const PartBeside = z.strictObject({
  part: z.string(),
  /** From ours to theirs; empty for what has no words of its own. */
  differences: z.array(HistoryChange),
  side: Side.nullable(),
});
export type PartBeside = z.infer<typeof PartBeside>;

export const ReceiveQuestion = z.strictObject({
  key: z.string(),
  kind: z.enum(['record', 'person', 'certificate', 'decided', 'number', 'bearer']),
  /** About adopted decisions or a number given twice: answered with a reason, by those who may record decisions. */
  needsSecretary: z.boolean(),
  /** The reason given; empty until it is. */
  reason: z.string(),
  recordKind: MergedKind,
  name: z.string(),
  answer: z.string().nullable(),
  /** From ours to theirs; empty for a question of which one stays. */
  differences: z.array(HistoryChange),
  /** The same by parts; empty where the record is settled whole alone. */
  parts: z.array(PartBeside),
  /** What cannot stay together of the sides chosen. */
  faults: z.array(FieldFault),
  /** Data URLs of both photos, where they differ. */
  pictures: z.strictObject({ ours: z.string().nullable(), theirs: z.string().nullable() }).nullable(),
  /** Empty for a question of ours or theirs. */
  options: z.array(StayOption),
  /** The decisions that a question `decided` or `number` is about, the last dated first. */
  decisions: z.array(DecisionBeside),
});
export type ReceiveQuestion = z.infer<typeof ReceiveQuestion>;

export const receivingOperations = {
  /** Asks for the bag's folder and checks the bag; null when the clerk thought better of it. */
  'receive.choose': operation(workers, z.strictObject({ language: Language, job: Job }), BagSeen.nullable()),
  /** As `receive.choose`, for the handover whose own file was opened: `offered` of `entry.status`. */
  'receive.lookAtOffered': operation(workers, z.strictObject({ job: Job }), BagSeen),
  /** Opens the encrypted part. Of a key seen for the first time the fingerprint must be the one the clerk has compared. */
  'receive.open': operation(
    workers,
    z.strictObject({
      receiveId: z.string(),
      /** Null for a bag that is encrypted to this office's key. */
      passphrase: z.string().min(1).max(200).nullable(),
      comparedFingerprint: Sha256.nullable(),
      job: Job,
    }),
    ReceivePreview,
  ),
  /** The state of a bag that was opened; read again after every change of the register. */
  'receive.preview': operation(workers, z.strictObject({ receiveId: z.string() }), ReceivePreview),
  'receive.rows': operation(
    workers,
    z.strictObject({ receiveId: z.string(), show: RowVerdict.nullable(), language: Language, ...Window }),
    z.strictObject({ total: z.int(), rows: z.array(ReceiveRow) }),
  ),
  'receive.questions': operation(
    workers,
    z.strictObject({ receiveId: z.string(), language: Language, ...Window }),
    z.strictObject({ total: z.int(), rows: z.array(ReceiveQuestion) }),
  ),
  'receive.settle': operation(
    workers,
    z.strictObject({ receiveId: z.string(), settlements: z.array(Resolution).min(1).max(100_000) }),
    ReceivePreview,
  ),
  /** Answers every question of ours or theirs that is still open alike. */
  'receive.settleRest': operation(
    workers,
    z.strictObject({ receiveId: z.string(), choice: z.enum(['ours', 'theirs']) }),
    ReceivePreview,
  ),
  'receive.commit': operation(
    writing('handover.receive'),
    z.strictObject({ receiveId: z.string(), job: Job }),
    ReceivedHandover,
  ),
  'receive.discard': operation(workers, z.strictObject({ receiveId: z.string() }), Done),
  /** What was taken in, of one election, the last first. */
  'receive.list': operation('everybody', z.strictObject({ electionId: Id }), z.array(ReceivedHandover)),
};
