/**
 * `keyring.json`: who can open the office. Each entry holds the same data key, wrapped under one operator's password or
 * under the recovery key; nothing in the file is of use without one of them.
 *
 * It is a thousand bytes on which everything hangs, so it stands there twice, alike. Both end in the sum of what is
 * before, so a flipped bit is told from a wrong password. There is no third: an old one would open to an old password.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { isDiskFull, systemCode, type Files } from '../device/files.ts';
import { readChecksum, checksumText, sumOf } from '../store/checksum.ts';
import { writeWhole } from '../device/atomic-write.ts';
import { Wrap } from './wrap.ts';

export const keyringName = 'keyring.json';
export const keyringCopyName = 'keyring.copy.json';

export const OperatorEntry = z.strictObject({
  operatorId: z.string().min(1),
  login: z.string().min(1),
  /** Opens with the password alone, on any computer. */
  alone: Wrap,
  /** Opens with the password and this computer's secret. */
  here: Wrap.nullable(),
});
export type OperatorEntry = z.infer<typeof OperatorEntry>;

export const KeyringFile = z.strictObject({
  program: z.literal('observer-accreditation'),
  format: z.literal(1),
  /** Random, made with the data key: what the entries are bound to. */
  office: z.string().regex(/^[0-9a-f]{32}$/u),
  /** Tells the data key from another, and nothing about it. */
  keyCheck: z.string().regex(/^[0-9a-f]{64}$/u),
  /** This computer's secret as the system's keyring encrypted it; null where there is none. */
  computer: z.base64().nullable(),
  operators: z.array(OperatorEntry),
  recovery: Wrap,
});
export type KeyringFile = z.infer<typeof KeyringFile>;

/** Null when there is none; `access.keyringDamaged` when neither of the two files is whole. */
export async function readKeyringFile(folder: string, files: Files): Promise<Outcome<KeyringFile | null>> {
  const [first, copy] = [
    await readOne(files, join(folder, keyringName)),
    await readOne(files, join(folder, keyringCopyName)),
  ];
  if (first === 'missing' && copy === 'missing') return done(null);
  if (typeof first === 'object') {
    if (JSON.stringify(first) !== JSON.stringify(copy)) await fix(files, join(folder, keyringCopyName), first);
    return done(first);
  }
  if (typeof copy !== 'object') return refuse('access.keyringDamaged');
  await fix(files, join(folder, keyringName), copy);
  return done(copy);
}

/** Refused (`store.diskFull`, `store.writeFailed`), the keyring is as it was. */
export async function writeKeyringFile(
  folder: string,
  files: Files,
  keyring: KeyringFile,
): Promise<Outcome<Record<string, never>>> {
  try {
    await writeWhole(files, join(folder, keyringName), () => textOf(keyring));
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    return isDiskFull(error) ? refuse('store.diskFull') : refuse('store.writeFailed', { reason });
  }
  await fix(files, join(folder, keyringCopyName), keyring);
  return done({});
}

/** The other of the two. What fails now is done at the next opening. */
async function fix(files: Files, path: string, keyring: KeyringFile): Promise<void> {
  try {
    await writeWhole(files, path, () => textOf(keyring));
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

function textOf(keyring: KeyringFile): string {
  const body = JSON.stringify(keyring).slice(0, -1);
  return body + checksumText(sumOf(Buffer.from(body, 'utf8')));
}

async function readOne(files: Files, path: string): Promise<KeyringFile | 'missing' | 'damaged'> {
  try {
    const bytes = await files.read(path);
    if (!bytes) return 'missing';
    const checksum = readChecksum(bytes);
    if (!checksum) return 'damaged';
    const { body, sum } = checksum;
    if (sumOf(body) !== sum) return 'damaged';
    return KeyringFile.parse(JSON.parse(`${body.toString('utf8')}}`));
  } catch {
    return 'damaged';
  }
}
