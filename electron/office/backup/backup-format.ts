/**
 * What a backup is, on a folder or a stick:
 *
 *     observer-accreditation-backups/<office>/
 *       photos/ emblems/              pictures by their SHA-256, shared by all backups of the office
 *       20251123-210500-000123/       one backup: journal.jsonl up to that line, and backup.json
 *         keyring.json                of an encrypted office: who could open it then
 *
 * `<office>` begins the sum of the first line of its journal, which no other office has; of an encrypted one that sum under its
 * key. What is encrypted in the office is copied as it stands, and so is encrypted in the backup. `backup.json` is written last
 * and the folder gets its name after that: a folder with a whole name holds a whole backup. Names are ASCII and short,
 * for FAT and exFAT.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { Instant, Sha256, Trilingual } from '#shared/domain/base/primitives.ts';
import { readChecksum } from '../store/checksum.ts';
import { LineSplitter } from '../store/line-splitter.ts';
import type { AtRest } from '../store/at-rest.ts';
import type { Files } from '../device/files.ts';

export const backupsFolder = 'observer-accreditation-backups';
export const headName = 'backup.json';
export const wholeName = /^\d{8}-\d{6}-\d{6,}$/u;

/** The folders of pictures beside a journal. */
export const pictureShelves = ['photos', 'emblems'] as const;

const PictureName = z.string().regex(/^(?:photos|emblems)\/[0-9a-f]{2}\/[0-9a-f]{64}\.(?:jpg|png|svg)$/);
const Count = z.int().min(0);

/** What a clerk knows the office by, as of the backup. */
export const BackedUpOffice = z.strictObject({
  commission: Trilingual,
  sample: z.boolean(),
  people: Count,
  decisions: Count,
  certificates: Count,
});
export type BackedUpOffice = z.infer<typeof BackedUpOffice>;

export const BackupHead = z.strictObject({
  program: z.literal('observer-accreditation'),
  /** 1: plain; 2: encrypted. */
  format: z.literal([1, 2]),
  at: Instant,
  /** By what backups of the office are known: the sum of the first line of the journal, encrypted if that is. */
  office: Sha256,
  /** Number and sum of the last line, and how many bytes all lines are, with their SHA-256. */
  seq: z.int().min(1),
  hash: Sha256,
  length: z.int().min(1),
  sum: Sha256,
  about: BackedUpOffice,
  /** Paths below the office's folder of backups, with `/`. */
  pictures: z.array(PictureName),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** The folder of all backups of an office below the one that the clerk chose. */
export const officeFolder = (chosen: string, office: string): string =>
  join(chosen, backupsFolder, office.slice(0, 16));

export function backupName(at: string, seq: number): string {
  const [day = '', time = ''] = at.split('T');
  return `${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${String(seq).padStart(6, '0')}`;
}

/** By what backups of the office of a journal are known; null when it has no whole line. */
export async function officeOf({ device, lines, nameForBackups }: AtRest, journal: string): Promise<string | null> {
  const splitter = new LineSplitter();
  for await (const piece of device.pieces(journal)) {
    const [first] = splitter.take(piece);
    if (!first) continue;
    const plain = lines.decode(first, 1);
    const sum = plain && readChecksum(plain)?.sum;
    return sum ? nameForBackups(sum) : null;
  }
  return null;
}

/** The head of the backup in a folder; null when there is none or it is not one of ours. */
export async function readHead(files: Files, folder: string): Promise<BackupHead | null> {
  const bytes = await files.read(join(folder, headName));
  if (!bytes) return null;
  try {
    return BackupHead.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}
