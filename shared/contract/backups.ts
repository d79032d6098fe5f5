/** Backups of the office: made by themselves to a folder or a stick, and brought back on the first screen. */
import { z } from 'zod';
import { Refusal } from '../domain/base/refusals.ts';
import { Id, Instant, Language, Trilingual } from '../domain/base/primitives.ts';
import { heads, workers } from '../domain/records/operator.ts';
import { Done, Job, operation } from './operation.ts';

const Count = z.int().min(0);

export const BackupStatus = z.strictObject({
  /** Where backups go; null until a folder was chosen. */
  folder: z.string().nullable(),
  /** The folder is there now: the stick is plugged in. */
  present: z.boolean(),
  /** The last one that was read back whole; `damaged` pictures could not be taken along. */
  last: z.strictObject({ at: Instant, seq: Count, damaged: Count }).nullable(),
  /** Accepted changes that no backup has yet. */
  behind: Count,
  /** They have waited for more than a day. */
  late: z.boolean(),
  /** Why the latest attempt failed; null when it did not. */
  failure: Refusal.nullable(),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

export const backupOperations = {
  'backup.status': operation('everybody', z.strictObject({}), BackupStatus),
  /** Asks for a folder and keeps it; false when the clerk thought better of it. */
  'backup.chooseFolder': operation(
    heads,
    z.strictObject({ language: Language }),
    z.strictObject({ chosen: z.boolean() }),
  ),
  /** No more backups by themselves; those that were made stay where they are. */
  'backup.forgetFolder': operation(heads, z.strictObject({}), Done),
  /** Makes one now and reads it back. */
  'backup.make': operation(workers, z.strictObject({ job: Job }), Done),
};

/** A backup found in a folder that the clerk showed. */
export const FoundBackup = z.strictObject({
  id: Id,
  at: Instant,
  seq: Count,
  /** It opens to a password of then, or to the recovery key; the names that sign in by a password. */
  encrypted: z.boolean(),
  logins: z.array(z.string()),
  commission: Trilingual,
  sample: z.boolean(),
  people: Count,
  decisions: Count,
  certificates: Count,
});
export type FoundBackup = z.infer<typeof FoundBackup>;

/**
 * How a backup stands to the office on this laptop. `nothing`: there is none here; `same`: nothing changes; `older`: the
 * office went on after it; `newer`: the office here is behind it; `other`: another office, or one that went another way;
 * `unreadable`: the office here cannot be read, so nothing can be compared.
 */
export const BackupRelation = z.enum(['nothing', 'same', 'older', 'newer', 'other', 'unreadable']);
export type BackupRelation = z.infer<typeof BackupRelation>;

/** Numbers that are named one by one. */
export const mostNumbersNamed = 200;

export const RestorePreview = z.strictObject({
  relation: BackupRelation,
  /** Changes here that the backup does not have, and since when; and changes of the backup that are not here. */
  lost: Count,
  lostSince: Instant.nullable(),
  gained: Count,
  /** What the office here holds; null when there is none or it cannot be read. */
  here: z.strictObject({ people: Count, decisions: Count, certificates: Count }).nullable(),
  /** Numbers of certificates given here that the backup does not know: they must not be given again. */
  lostNumbers: z.strictObject({ total: Count, first: z.array(z.string()) }),
  /** Pictures that the backup should have and does not, or that are damaged. */
  damagedPictures: Count,
});
export type RestorePreview = z.infer<typeof RestorePreview>;

export const restoreOperations = {
  /** Asks for a folder or a stick and looks for backups in it, the newest first; null when the clerk thought better of it. */
  'restore.look': operation(
    'before sign-in',
    z.strictObject({ language: Language }),
    z.strictObject({ found: z.array(FoundBackup).nullable() }),
  ),
  /** Opens an encrypted backup by a password of the time when it was made, or by the recovery key. */
  'restore.unlock': operation(
    'before sign-in',
    z.union([
      z.strictObject({ id: Id, login: z.string().min(1).max(200), password: z.string().min(1).max(1000) }),
      z.strictObject({ id: Id, recoveryKey: z.string().min(1).max(200) }),
    ]),
    Done,
  ),
  /** Reads a backup whole and compares it with the office here; changes nothing. */
  'restore.preview': operation('before sign-in', z.strictObject({ id: Id, job: Job }), RestorePreview),
  /**
   * Makes the office of a backup beside the one here, opens it to see that it is whole, and only then puts it in its
   * place. The office that was here is kept in the folder named.
   */
  'restore.carryOut': operation(
    'before sign-in',
    z.strictObject({ id: Id, job: Job }),
    z.strictObject({ kept: z.string().nullable() }),
  ),
};
