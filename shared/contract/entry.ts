/** Before an office is open: which one to open, and this laptop's preferences. */
import { z } from 'zod';
import { Refusal } from '../domain/base/refusals.ts';
import { OfficeSettings } from '../domain/records/office.ts';
import { Login, Operator, Role } from '../domain/records/operator.ts';
import { Id, Language, Line } from '../domain/base/primitives.ts';
import { ColumnId, ListKind } from './lists.ts';
import { Done, Job, operation } from './operation.ts';
import { Password, RecoveryKey } from './operators.ts';

/** Sizes of the screens, in percent of the usual one. */
export const zooms = [80, 90, 100, 110, 125, 150, 175, 200] as const;
export const usualZoom = 100;

export const Preferences = z.strictObject({
  /** Language of the screens; null until the clerk has chosen. */
  language: Language.nullable(),
  colourScheme: z.enum(['light', 'dark', 'auto']),
  /** `high`: black and white, strong lines; absent, as the system has it. */
  contrast: z.enum(['system', 'high']).optional(),
  /** Absent at the usual size. */
  zoom: z.literal(zooms).optional(),
  /** The election the clerk works on. */
  electionId: Id.nullable(),
  /** Languages of documents, in the order they are printed. */
  documentLanguages: z.array(Language).min(1).max(3),
  /** Columns of the lists that go to a file or to paper, in the clerk's order, and which of them were left out. */
  listColumns: z.partialRecord(ListKind, z.array(z.strictObject({ id: ColumnId, shown: z.boolean() }))).optional(),
});
export type Preferences = z.infer<typeof Preferences>;

export const OpeningReport = z.strictObject({
  /** Changes cut off by a power failure were set aside in this file, null when there were none. */
  tornTail: z.string().nullable(),
  /** The snapshot was lost or damaged and was made again from the journal. */
  snapshotRebuilt: z.boolean(),
});
export type OpeningReport = z.infer<typeof OpeningReport>;

/** A handover whose own file was opened with the program; it waits until somebody inside looks through it. */
export const OfferedHandover = z.strictObject({
  /** Name of its folder. */
  bag: z.string(),
  /** Why it is none after all. */
  refusal: Refusal.nullable(),
});
export type OfferedHandover = z.infer<typeof OfferedHandover>;

export const EntryStatus = z.strictObject({
  /**
   * `choose`: first run; `refused`: the records could not be opened, `refusal` says why; `makeHead`: an office of before
   * there were operators needs its first head; `signIn`: it opens to an operator; `open`: work can go on.
   */
  phase: z.enum(['choose', 'refused', 'makeHead', 'signIn', 'open']),
  /** Who is signed in; null in every phase but `open`. */
  operator: Operator.nullable(),
  /** With the sample, for a visitor to try each role: its operators' logins and the password of them all. */
  trial: z
    .strictObject({ password: z.string(), logins: z.array(z.strictObject({ login: Login, role: Role })) })
    .nullable(),
  sample: z.boolean(),
  refusal: Refusal.nullable(),
  report: OpeningReport.nullable(),
  /** `development`: the old test engine, for sample data only, never for a clerk's. */
  runtime: z.enum(['official', 'development']),
  /** Where the open office's data lives, for the clerk to see. */
  folder: z.string(),
  /** An office of the clerk's own exists beside the sample. */
  officeExists: z.boolean(),
  version: z.string(),
  offered: OfferedHandover.nullable(),
});
export type EntryStatus = z.infer<typeof EntryStatus>;

const FirstHead = z.strictObject({ name: Line, login: Login });
/** Shown once, to be printed: nothing is opened before its last group was typed back. */
const NewKey = z.strictObject({ recoveryKey: RecoveryKey });

export const entryOperations = {
  'entry.status': operation('before sign-in', z.strictObject({}), EntryStatus),
  /** Prepares an empty office with its first head; `entry.confirmRecoveryKey` puts it in its place and opens it. */
  'entry.establish': operation(
    'before sign-in',
    z.strictObject({ settings: OfficeSettings, head: FirstHead, password: Password }),
    NewKey,
  ),
  /** Prepares the first head of an office that had no operators; `entry.confirmRecoveryKey` carries it out. */
  'entry.makeHead': operation('before sign-in', z.strictObject({ head: FirstHead, password: Password }), NewKey),
  /** The last group of the recovery key just shown: it is on paper. `access.recoveryGroupWrong` */
  'entry.confirmRecoveryKey': operation('before sign-in', z.strictObject({ lastGroup: z.string().max(40) }), Done),
  /** `access.wrongPassword` also for a login that there is not; `access.wait` in seconds; `access.deactivated`. */
  'entry.signIn': operation('before sign-in', z.strictObject({ login: Login, password: Password }), Done),
  /** Opens nothing yet: a new password has to be set for one of the heads answered. */
  'entry.recover': operation(
    'before sign-in',
    z.strictObject({ recoveryKey: RecoveryKey }),
    z.strictObject({ heads: z.array(z.strictObject({ id: Id, name: Line, login: Login })) }),
  ),
  'entry.setNewPassword': operation('before sign-in', z.strictObject({ id: Id, password: Password }), Done),
  /** Nothing of the register is answered until somebody signs in. */
  'entry.lock': operation('before sign-in', z.strictObject({}), Done),
  /** A key was pressed or the mouse moved: the time until the lock starts anew. */
  'entry.stayAwake': operation('everybody', z.strictObject({}), Done),
  /** Opens the sample office; makes it on the first call, which takes seconds and reports progress. */
  'entry.openSample': operation('before sign-in', z.strictObject({ job: Job }), Done),
  /** Opens the clerk's own office. */
  'entry.openOffice': operation('before sign-in', z.strictObject({}), Done),
  /** The handover that was opened is not offered any more. */
  'entry.archiveOffice': operation('before sign-in', z.strictObject({}), Done),
  /** Leaves the open office for the first screen. */
  'entry.leave': operation('before sign-in', z.strictObject({}), Done),
  'preferences.get': operation('before sign-in', z.strictObject({}), Preferences),
  'preferences.set': operation('before sign-in', Preferences.partial(), Preferences),
  'job.cancel': operation('before sign-in', z.strictObject({ job: Job }), Done),
};
