/** The print queue: who is to be printed and why, and how what was printed came out. */
import { z } from 'zod';
import { CertificateStatus, printedPapers } from '../domain/records/certificate.ts';
import { WaitingReason, changingFields } from '../domain/rules/print-queue.ts';
import { Id, Instant, IsoDate, Language, Line } from '../domain/base/primitives.ts';
import { ApplicationRow } from './applications.ts';
import { Done, Ids, Search, Window, maximumSelection, operation, writing } from './operation.ts';

export const PrintQueueFilter = z.strictObject({
  electionId: Id,
  /** Folded substring over names and certificate numbers. */
  search: Search,
  organisationIds: z.array(Id),
  /** The paper that waits; null for either. */
  paper: z.enum(printedPapers).nullable(),
  reasons: z.array(WaitingReason),
});
export type PrintQueueFilter = z.infer<typeof PrintQueueFilter>;

/** Why each of the two papers waits; null for one that does not. */
const Waiting = z.strictObject({ certificate: WaitingReason.nullable(), badge: WaitingReason.nullable() });

export const PrintQueueRow = z.strictObject({
  certificateId: Id,
  number: z.string(),
  status: CertificateStatus,
  person: ApplicationRow,
  waiting: Waiting,
  /** The number it stands in for. */
  replaces: z.string().nullable(),
  /** When something of it was printed last. */
  printedAt: Instant.nullable(),
  /** What was wrong with what came out badly. */
  fault: z.string(),
  changed: z.array(z.enum(changingFields)),
});
export type PrintQueueRow = z.infer<typeof PrintQueueRow>;

export const QueueEntry = z.strictObject({
  certificateId: Id,
  number: z.string(),
  latin: z.string(),
  waiting: Waiting,
});
export type QueueEntry = z.infer<typeof QueueEntry>;

export const printQueueOperations = {
  /** By series and number. `counts`: people, whatever the reasons asked for; a person may count for two reasons. */
  'printQueue.list': operation(
    'everybody',
    z.strictObject({ filter: PrintQueueFilter, language: Language, ...Window }),
    z.strictObject({
      total: z.int(),
      rows: z.array(PrintQueueRow),
      counts: z.array(z.strictObject({ reason: WaitingReason, count: z.int() })),
      /** People in force who have no number yet: they come into the queue with one. */
      withoutNumber: z.int(),
    }),
  ),
  /** Everybody whom a filter finds, in the order shown. */
  'printQueue.select': operation('everybody', z.strictObject({ filter: PrintQueueFilter }), z.array(QueueEntry)),
  /**
   * How paper that was printed came out. What failed is printed again under its number, or with `nextNumber` (for a
   * certificate alone) its number is spoiled and the next one replaces it, with this date of issue.
   */
  'printQueue.judge': operation(
    writing('certificate.judgePrint'),
    z.strictObject({
      paper: z.enum(printedPapers),
      well: Ids,
      failed: Ids,
      fault: Line,
      nextNumber: IsoDate.nullable(),
    }),
    Done,
  ),
  /** Certificates whose person was corrected since: each is spoiled and replaced by one with the next number. */
  'printQueue.replace': operation(
    writing('certificate.spoilAndReplace'),
    z.strictObject({ ids: z.array(Id).min(1).max(maximumSelection), report: Line, issuedOn: IsoDate }),
    Done,
  ),
};
