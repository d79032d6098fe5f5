/**
 * Encrypts an office that was made before there were passwords. Everything is written encrypted beside it and read back; then
 * the two exchange their names, and only when the encrypted one stands in the office's place are the plain files removed.
 * Wherever this is stopped, one whole office is there; `settleEncryption` at the next start puts it in its place.
 *
 * Flash memory may keep what was removed until it writes there again: who needs more than removal wants the whole disk
 * encrypted as well.
 */
import { join } from 'node:path';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { formOf, encryptedAtRest, type AtRest } from '../store/at-rest.ts';
import { backupDevice, type BackupDevice } from '../device/device.ts';
import { journalName } from '../store/journal.ts';
import { JournalReader, noLines, type Head } from '../store/journal-reader.ts';
import { lockFolder } from '../store/lock.ts';
import { setAside, unreadable } from '../store/opening.ts';
import { previousName, snapshotName } from '../store/snapshot.ts';
import { writeWhole } from '../device/atomic-write.ts';
import { attemptsName } from './attempts.ts';
import { keyringCopyName, keyringName, readKeyringFile, writeKeyringFile } from './keyring-file.ts';
import type { OfficeKey } from '../crypto/office-key.ts';

export type EncryptOffice = {
  /** The office's folder, with a keyring in it; the office must be closed. */
  own: string;
  officeKey: OfficeKey;
  now: () => Date;
  files?: BackupDevice;
};

/** `tornTail`: name of the file with what a power cut had torn off the plain journal; null when nothing was. */
export type Encrypted = { tornTail: string | null };

const halfOf = (own: string): string => `${own}-sealed.partial`;
const plainOf = (own: string): string => `${own}-plain.old`;

/** What the encrypted office has in another form, or makes anew. */
const notCopied = new Set([journalName, snapshotName, previousName, keyringName, keyringCopyName, attemptsName]);

export async function isEncrypted(own: string, files: BackupDevice = backupDevice): Promise<boolean> {
  return (await formOf(files, own)) === 'encrypted';
}

/**
 * Answers when the office is encrypted and no plain file of it is left; at once when it was encrypted before. Refuses with
 * `store.chainBroken` (with the line), `store.inUse`, `access.keyringDamaged`, `store.encryptFailed` (what was read back is
 * not what was there), or with what the disk says; then the office is as it was.
 */
export async function encryptOffice({
  own,
  officeKey,
  now,
  files = backupDevice,
}: EncryptOffice): Promise<Outcome<Encrypted>> {
  try {
    await settleEncryption(own, files);
    if ((await formOf(files, own)) !== 'plain') return done({ tornTail: null });
    const lock = await lockFolder(own);
    if (!lock) return refuse('store.inUse');
    try {
      const half = halfOf(own);
      const made = await makeEncrypted(own, half, encryptedAtRest(files, officeKey), now());
      if (!made.ok) {
        await files.removeFolder(half);
        return made;
      }
      await exchange(own, half, files);
      return made;
    } finally {
      await lock.release();
    }
  } catch (error) {
    return unreadable(error);
  }
}

/**
 * What an encrypting that was stopped has left: one that was not finished goes, and so do the plain files of one that was; an
 * office that had just been moved aside comes back. For the start, before the office is looked for.
 */
export async function settleEncryption(own: string, files: BackupDevice = backupDevice): Promise<void> {
  const plain = plainOf(own);
  if ((await files.size(plain)) !== null) {
    if ((await files.size(own)) === null) {
      await files.rename(plain, own);
      await files.syncFolder(join(own, '..'));
    } else if ((await formOf(files, own)) === 'encrypted') await files.removeFolder(plain);
  }
  await files.removeFolder(halfOf(own));
}

async function exchange(own: string, half: string, files: BackupDevice): Promise<void> {
  const folder = join(own, '..');
  await files.rename(own, plainOf(own));
  try {
    await files.rename(half, own);
  } catch (error) {
    await files.rename(plainOf(own), own);
    throw error;
  }
  await files.syncFolder(folder);
  await files.removeFolder(plainOf(own));
  await files.syncFolder(folder);
}

async function makeEncrypted(
  own: string,
  half: string,
  records: AtRest<BackupDevice>,
  now: Date,
): Promise<Outcome<Encrypted>> {
  const { device: files } = records;
  const keyring = await readKeyringFile(own, files);
  if (!keyring.ok) return keyring;
  // Without a keyring nobody could ever open what is encrypted here.
  if (!keyring.value) throw new Error('there is no keyring to seal the office under');
  await files.removeFolder(half);
  await files.makeFolder(half);
  const encrypted = await encryptJournal(own, half, records, now);
  if (!encrypted.ok) return encrypted;
  const read = await headOf(half, records);
  if (!read.ok || read.value.hash !== encrypted.value.head.hash)
    return refuse('store.encryptFailed', { name: journalName });
  const unlike = await encryptFolder(own, half, records, notCopied);
  if (unlike !== null) return refuse('store.encryptFailed', { name: unlike });
  const written = await writeKeyringFile(half, files, keyring.value);
  if (!written.ok) return written;
  await files.syncFolder(half);
  return done({ tornTail: encrypted.value.tornTail });
}

async function encryptJournal(
  own: string,
  half: string,
  { device, whole, lines }: AtRest,
  now: Date,
): Promise<Outcome<Encrypted & { head: Head }>> {
  const reader = new JournalReader();
  const to = await device.openNew(join(half, journalName));
  try {
    for await (const piece of device.pieces(join(own, journalName))) {
      const checked = reader.take(piece);
      if (!checked.ok) return checked;
      const stored = checked.value.flatMap(({ json, seq }) => [lines.encode(json, seq), Buffer.from('\n')]);
      await to.append(Buffer.concat(stored));
    }
    await to.sync();
  } finally {
    await to.close();
  }
  const { place, torn } = reader.end();
  return done({ head: place.head, tornTail: torn && (await setAside(half, whole, torn, now)) });
}

/** Reads the encrypted journal through from the device. */
async function headOf(half: string, { device, lines }: AtRest): Promise<Outcome<Head>> {
  const reader = new JournalReader(undefined, lines);
  for await (const piece of device.pieces(join(half, journalName))) {
    const checked = reader.take(piece);
    if (!checked.ok) return checked;
  }
  const { place, torn } = reader.end();
  return torn ? done(noLines) : done(place.head);
}

/** Every file below a folder; answers the name of one that reads back otherwise, null when none does. */
async function encryptFolder(
  from: string,
  to: string,
  records: AtRest<BackupDevice>,
  except: ReadonlySet<string>,
): Promise<string | null> {
  const { device, whole } = records;
  for (const { name, isFolder } of await device.list(from)) {
    // What a power cut left half-written was never part of the office.
    if (except.has(name) || name.endsWith('.partial')) continue;
    const [source, target] = [join(from, name), join(to, name)];
    if (isFolder) {
      await device.makeFolder(target);
      const unlike = await encryptFolder(source, target, records, new Set());
      if (unlike !== null) return unlike;
    } else {
      const bytes = await device.read(source);
      if (!bytes) continue;
      await writeWhole(whole, target, bytes);
      if (!(await whole.read(target))?.equals(bytes)) return name;
    }
  }
  await device.syncFolder(to);
  return null;
}
