/**
 * Bringing an office back from a backup. The office that is here is never touched before the other has been made whole
 * beside it and opened; then it is moved aside and kept. A power cut between the two moves is undone at the next start.
 */
import { join } from 'node:path';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { FoundBackup, RestorePreview } from '#shared/contract/backups.ts';
import { previewBackup } from './compare-backup.ts';
import { exchangeOffices } from './exchange-offices.ts';
import { findBackups, type FoundPlace } from './find-backups.ts';
import { makeRestoredCopy, type Unlocked } from './restored-copy.ts';
import { readKeyringFile } from '../access/keyring-file.ts';
import { openKeyring, type KeyringOptions } from '../access/keyring.ts';
import type { JobControl } from '../context/jobs.ts';
import type { OfficeKey } from '../crypto/office-key.ts';
import { backupDevice, type BackupDevice } from '../device/device.ts';
import { isDiskFull, systemCode } from '../device/files.ts';
import { atRest } from '../store/at-rest.ts';

export type RestoringPlaces = {
  /** Holds the office and what is made beside it. */
  folder: string;
  /** Folder of the office of one's own. */
  own: string;
  now: () => Date;
  /** Opens the office in a folder and closes it again: the refusal, when it cannot be opened. */
  tryOpening: (folder: string, officeKey: OfficeKey | null) => Promise<Outcome<Record<string, never>>>;
  files?: BackupDevice;
  keyringOptions?: Pick<KeyringOptions, 'clock' | 'steady'>;
};

/** What somebody gives who wants to read an encrypted backup: as they were when it was made. */
export type Credentials = { login: string; password: string } | { recoveryKey: string };

export type Restoring = {
  look(chosen: string): Promise<Outcome<FoundBackup[]>>;
  /** Opens an encrypted backup for the preview and the restoring, by the passwords of then; refusals as of the keyring. */
  unlock(id: string, by: Credentials): Promise<Outcome<Record<string, never>>>;
  preview(id: string, control: JobControl): Promise<Outcome<RestorePreview>>;
  /** Puts the backup in the place of the office here; answers the folder in which that is kept, null when there was none. */
  carryOut(id: string, control: JobControl): Promise<Outcome<{ kept: string | null }>>;
};

const halfName = 'office-restored.partial';

export function restoring({
  folder,
  own,
  now,
  tryOpening,
  files = backupDevice,
  keyringOptions,
}: RestoringPlaces): Restoring {
  /** The backups that were last looked at, by the name they were shown under, and the keys of those unlocked since. */
  let found = new Map<string, FoundPlace>();
  let keys = new Map<string, OfficeKey>();

  async function look(chosen: string): Promise<Outcome<FoundBackup[]>> {
    const places = await findBackups(files, chosen);
    found = new Map(places.map((place, index) => [`b${String(index + 1)}`, place]));
    keys = new Map();
    const all: FoundBackup[] = [];
    for (const [id, place] of found) all.push({ id, ...(await describe(place, files)) });
    return done(all);
  }

  async function unlock(id: string, by: Credentials): Promise<Outcome<Record<string, never>>> {
    const place = found.get(id);
    if (!place) return refuse('backup.gone');
    // Failures are counted on this laptop, not on the stick.
    const keyring = await openKeyring(place.path, files, { ...keyringOptions, attemptsFolder: folder });
    if (!keyring.ok) return keyring;
    if (!keyring.value) return refuse('backup.damaged');
    const unlocked =
      'recoveryKey' in by
        ? await keyring.value.unlockWithRecoveryKey(by.recoveryKey)
        : await keyring.value.unlock(by.login, by.password);
    if (!unlocked.ok) return unlocked;
    keys.set(id, unlocked.value.officeKey);
    return done({});
  }

  /** With the place of a backup and its key; refused while nobody has given a password for an encrypted one. */
  async function withPlace<T>(
    id: string,
    work: (place: FoundPlace, unlocked: Unlocked) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const place = found.get(id);
    if (!place) return refuse('backup.gone');
    const officeKey = keys.get(id) ?? null;
    if (place.head.format === 2 && !officeKey) return refuse('backup.locked');
    const encryptedBy = place.head.format === 2 ? officeKey : null;
    return work(place, { records: atRest(files, encryptedBy), officeKey: encryptedBy });
  }

  async function carryOut(place: FoundPlace, unlocked: Unlocked, control: JobControl) {
    const half = join(folder, halfName);
    const made = await makeRestoredCopy({ half, own, tryOpening }, place, unlocked, control);
    if (!made.ok) {
      await files.removeFolder(half);
      return made;
    }
    return done({ kept: await exchangeOffices({ folder, own, files }, half, now()) });
  }

  return {
    look: (chosen) => onDevice(() => look(chosen)),
    unlock: (id, by) => onDevice(() => unlock(id, by)),
    preview: (id, control) =>
      onDevice<RestorePreview>(() =>
        withPlace(id, (place, { records }) => previewBackup(own, place, records, control)),
      ),
    carryOut: (id, control) => onDevice(() => withPlace(id, (place, unlocked) => carryOut(place, unlocked, control))),
  };
}

/** What a backup says of itself, and who could open it. */
async function describe({ path, head }: FoundPlace, files: BackupDevice): Promise<Omit<FoundBackup, 'id'>> {
  const encrypted = head.format === 2;
  const keyring = encrypted ? await readKeyringFile(path, files) : null;
  const logins = keyring?.ok ? (keyring.value?.operators ?? []).map(({ login }) => login) : [];
  return { at: head.at, seq: head.seq, encrypted, logins, ...head.about };
}

async function onDevice<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    return isDiskFull(error) ? refuse('store.diskFull') : refuse('store.unreadable', { reason });
  }
}
