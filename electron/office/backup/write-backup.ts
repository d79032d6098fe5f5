/**
 * Makes a backup and reads it back. The journal is copied up to the last acknowledged line, of which nothing changes
 * while the office goes on; pictures are copied once. Whatever goes wrong, no folder with a whole name stays that is not
 * whole, and no older backup is touched before the new one has been read back.
 */
import { createHash } from 'node:crypto';
import { dirname, join, parse } from 'node:path';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { isDiskFull, systemCode, type Files } from '../device/files.ts';
import { isDamaged } from '../store/encrypted-files.ts';
import { journalName } from '../store/journal.ts';
import { keyringName } from '../access/keyring-file.ts';
import { sumOf } from '../store/checksum.ts';
import { backupsKept } from './rotation.ts';
import {
  backupName,
  headName,
  officeFolder,
  officeOf,
  pictureShelves,
  readHead,
  wholeName,
  type BackedUpOffice,
  type BackupHead,
} from './backup-format.ts';
import type { AtRest } from '../store/at-rest.ts';
import type { BackupDevice } from '../device/device.ts';
import type { Mark } from '../store/journal-reader.ts';

export type WriteBackup = {
  /** How the records of the office stand on the device. */
  records: AtRest<BackupDevice>;
  /** The office's folder. */
  source: string;
  mark: Mark;
  /** The folder that the clerk chose; it must be there. */
  chosen: string;
  about: BackedUpOffice;
  /** ISO 8601 in UTC. */
  at: string;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
};

/** `damaged`: pictures that are no longer what their names say, or cannot be read; all else is in the backup. */
export type WrittenBackup = { head: BackupHead; damaged: number };

/**
 * Refuses with `backup.folderGone`, `backup.diskFull`, `backup.writeFailed`, `backup.verifyFailed` (what was read back is
 * not what was written) or `job.cancelled`.
 */
export async function writeBackup(job: WriteBackup): Promise<Outcome<WrittenBackup>> {
  try {
    return await write(job);
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    if (isDiskFull(error)) return refuse('backup.diskFull');
    return ['ENOENT', 'ENODEV', 'ENXIO', 'ENOTCONN'].includes(reason)
      ? refuse('backup.folderGone')
      : refuse('backup.writeFailed', { reason });
  }
}

async function write(job: WriteBackup): Promise<Outcome<WrittenBackup>> {
  const { records, source, mark, chosen, about, at, signal, onProgress } = job;
  const files = records.device;
  // A stick that is not plugged in must not become a folder on the laptop's own disk.
  if ((await files.size(chosen)) === null) return refuse('backup.folderGone');
  const office = await officeOf(records, join(source, journalName));
  if (office === null) return refuse('office.notEstablished');
  const home = officeFolder(chosen, office);
  const name = backupName(at, mark.seq);
  const whole = join(home, name);
  const partial = `${whole}.partial`;
  const before = await readHead(files, whole);
  if (before) return done({ head: before, damaged: 0 });
  const found = await picturesOf(files, source);
  const pictures: string[] = [];
  const total = found.length + 2;
  await files.makeFolder(home);
  await files.removeFolder(partial);
  try {
    for (const [index, picture] of found.entries()) {
      if (signal.aborted) return refuse('job.cancelled');
      const copied = await copyPicture(records, join(source, picture), join(home, picture));
      if (copied === 'unlike') return refuse('backup.verifyFailed', { name: picture });
      if (copied === 'same') pictures.push(picture);
      onProgress(index + 1, total);
    }
    await flushPictures(files, home, pictures);
    await files.makeFolder(partial);
    const journal = join(partial, journalName);
    if (!(await copyJournal(files, join(source, journalName), journal, mark.length, signal))) {
      return refuse('job.cancelled');
    }
    const head: BackupHead = {
      ...{ program: 'observer-accreditation', format: records.encrypted ? 2 : 1, at, office, about, pictures },
      ...{ seq: mark.seq, hash: mark.hash, length: mark.length, sum: mark.sum },
    };
    if (records.encrypted && !(await copyKeyring(files, source, partial))) {
      return refuse('backup.verifyFailed', { name: keyringName });
    }
    await writeFile(files, join(partial, headName), Buffer.from(JSON.stringify(head, null, 1), 'utf8'));
    await files.syncFolder(partial);
    onProgress(total - 1, total);
    if ((await sumOfFile(files, journal)) !== mark.sum) return refuse('backup.verifyFailed', { name: journalName });
    await files.rename(partial, whole);
    for (const folder of [home, dirname(home), chosen]) await files.syncFolder(folder);
    if (!(await readHead(files, whole))) return refuse('backup.verifyFailed', { name: headName });
    await letGoOfOld(files, home, name);
    onProgress(total, total);
    return done({ head, damaged: found.length - pictures.length });
  } finally {
    await files.removeFolder(partial).catch(() => undefined);
  }
}

/** What is whole on the shelves, as paths below the folder. */
export async function picturesOf(files: BackupDevice, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const shelf of pictureShelves) {
    for (const { name: part, isFolder } of await files.list(join(folder, shelf))) {
      if (!isFolder) continue;
      for (const { name } of await files.list(join(folder, shelf, part))) {
        if (/^[0-9a-f]{64}\.(?:jpg|png|svg)$/u.test(name)) found.push(`${shelf}/${part}/${name}`);
      }
    }
  }
  return found;
}

/**
 * A picture's name is its sum, and one that is there with its size was read back when it was written. `damaged`: it is
 * not what its name says, where it comes from; `unlike`: the copy is not what was written.
 */
export async function copyPicture(
  { device: files, whole }: AtRest,
  from: string,
  to: string,
): Promise<'same' | 'damaged' | 'unlike'> {
  const size = await files.size(from);
  if (size !== null && (await files.size(to)) === size) return 'same';
  const bytes = await files.read(from);
  if (!bytes || !(await isWholePicture(whole, from))) return 'damaged';
  const partial = `${to}.partial`;
  await files.makeFolder(dirname(to));
  await writeFile(files, partial, bytes);
  if (!(await isWholePicture(whole, partial))) return 'unlike';
  await files.rename(partial, to);
  return 'same';
}

/** It is what its name says. */
export async function isWholePicture(whole: Files, path: string): Promise<boolean> {
  try {
    const bytes = await whole.read(path);
    return bytes !== null && sumOf(bytes) === parse(path.replace(/\.partial$/u, '')).name;
  } catch (error) {
    if (isDamaged(error)) return false;
    throw error;
  }
}

/** Without it nobody could open the backup. False when the office has none, or it does not read back alike. */
export async function copyKeyring(files: Files, from: string, to: string): Promise<boolean> {
  const bytes = await files.read(join(from, keyringName));
  if (!bytes) return false;
  await writeFile(files, join(to, keyringName), bytes);
  return (await files.read(join(to, keyringName)))?.equals(bytes) ?? false;
}

/** Makes the names of pictures that were copied below a folder last. */
export async function flushPictures(files: Files, home: string, pictures: readonly string[]): Promise<void> {
  const folders = new Set<string>();
  for (const picture of pictures) {
    const shelf = dirname(join(home, picture));
    folders.add(shelf).add(dirname(shelf));
  }
  for (const folder of folders) await files.syncFolder(folder);
  await files.syncFolder(home);
}

async function writeFile(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.openNew(path);
  try {
    await file.append(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The first `length` bytes, flushed; false when it was cancelled. */
export async function copyJournal(
  files: Files,
  from: string,
  to: string,
  length: number,
  signal: AbortSignal,
): Promise<boolean> {
  const file = await files.openNew(to);
  try {
    for await (const piece of files.pieces(from, 0, length)) {
      if (signal.aborted) return false;
      await file.append(piece);
    }
    await file.sync();
    return true;
  } finally {
    await file.close();
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function sumOfFile(files: Files, path: string): Promise<string> {
  const whole = createHash('sha256');
  for await (const piece of files.pieces(path)) whole.update(piece);
  return whole.digest('hex');
}

/** What rotation lets go of, what was left half-made, and pictures that no backup names any more. */
async function letGoOfOld(files: BackupDevice, home: string, newest: string): Promise<void> {
  const backups: { name: string; at: string; pictures: string[] }[] = [];
  for (const { name, isFolder } of await files.list(home)) {
    if (!isFolder) continue;
    if (name.endsWith('.partial')) await files.removeFolder(join(home, name));
    const head = wholeName.test(name) ? await readHead(files, join(home, name)) : null;
    if (head) backups.push({ name, at: head.at, pictures: head.pictures });
  }
  const kept = backupsKept(backups);
  // A clock that was set back makes the newest look old.
  for (const backup of backups) if (backup.name === newest) kept.add(backup);
  if (kept.size === backups.length) return;
  for (const backup of backups) {
    if (!kept.has(backup)) await files.removeFolder(join(home, backup.name));
  }
  const named = new Set([...kept].flatMap(({ pictures }) => pictures));
  for (const picture of await picturesOf(files, home)) {
    if (!named.has(picture)) await files.remove(join(home, picture));
  }
}
