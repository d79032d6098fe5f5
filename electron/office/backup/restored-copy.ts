/**
 * A backup made into an office beside the one here: copied, checked, given what the office here keeps for itself, and
 * opened once. Nothing of the office here is touched.
 */
import { join } from 'node:path';
import { refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { backupSettingsName } from './auto-backup.ts';
import { lineAt, type Records } from './compare-backup.ts';
import type { FoundPlace } from './find-backups.ts';
import { copyJournal, copyKeyring, copyPicture, flushPictures, sumOfFile } from './write-backup.ts';
import { signingKeyName } from '../access/signing-key.ts';
import type { JobControl } from '../context/jobs.ts';
import type { OfficeKey } from '../crypto/office-key.ts';
import { writeWhole } from '../device/atomic-write.ts';
import { formOf, plainAtRest } from '../store/at-rest.ts';
import { journalName } from '../store/journal.ts';

/** A backup that can be read: its records as they stand, and the key of an encrypted one. */
export type Unlocked = { records: Records; officeKey: OfficeKey | null };

export type CopyPlaces = {
  /** The folder that is made: what is in it is thrown away first. */
  half: string;
  /** Folder of the office here. */
  own: string;
  /** Opens the office in a folder and closes it again: the refusal, when it cannot be opened. */
  tryOpening: (folder: string, officeKey: OfficeKey | null) => Promise<Outcome<Record<string, never>>>;
};

export async function makeRestoredCopy(
  { half, own, tryOpening }: CopyPlaces,
  { path, home, head }: FoundPlace,
  { records, officeKey }: Unlocked,
  { signal, progress }: JobControl,
): Promise<Outcome<Record<string, never>>> {
  const { device: files } = records;
  const total = head.pictures.length + 3;
  await files.removeFolder(half);
  await files.makeFolder(half);
  if (!(await copyJournal(files, join(path, journalName), join(half, journalName), head.length, signal))) {
    return refuse('job.cancelled');
  }
  if ((await sumOfFile(files, join(half, journalName))) !== head.sum) return refuse('backup.damaged');
  progress(1, total);
  for (const [index, picture] of head.pictures.entries()) {
    if (signal.aborted) return refuse('job.cancelled');
    if ((await copyPicture(records, join(home, picture), join(half, picture))) === 'unlike') {
      return refuse('backup.verifyFailed', { name: picture });
    }
    progress(index + 2, total);
  }
  await flushPictures(files, half, head.pictures);
  if (records.encrypted && !(await copyKeyring(files, path, half))) return refuse('backup.damaged');
  await keepBackupFolder(own, half, records);
  await keepSigningKey(own, half, records);
  const opened = await tryOpening(half, officeKey);
  progress(total - 1, total);
  return opened;
}

/** Backups go on to where they went, if that can be read; the restored office has none there yet. */
async function keepBackupFolder(own: string, half: string, records: Records): Promise<void> {
  try {
    const ours = await oursBeside(own, records);
    const text = (await ours.whole.read(join(own, backupSettingsName)))?.toString('utf8') ?? '';
    const kept = JSON.parse(text) as { folder?: unknown };
    const settings = { folder: typeof kept.folder === 'string' ? kept.folder : null, last: null };
    await writeWhole(records.whole, join(half, backupSettingsName), () => JSON.stringify(settings));
  } catch {
    return;
  }
}

/** The same office goes on with its own key; another office's backup gets a key of its own when it is opened. */
async function keepSigningKey(own: string, half: string, records: Records): Promise<void> {
  const ours = await oursBeside(own, records);
  const [here, there] = [await lineAt(own, ours, 1), await lineAt(half, records, 1)];
  if (here.hash === null || here.hash !== there.hash) return;
  const key = await ours.whole.read(join(own, signingKeyName)).catch(() => null);
  if (key) await writeWhole(records.whole, join(half, signingKeyName), key);
}

/** How the office here stands on the device; when it is encrypted, it opens only if the backup has its key. */
const oursBeside = async (own: string, records: Records): Promise<Records> =>
  (await formOf(records.device, own)) === 'encrypted' ? records : plainAtRest(records.device);
