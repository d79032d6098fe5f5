/** How an office's records stand on the device: plain, as before there were passwords, or encrypted under the office's key. */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { formOfLine, plainLines, encryptedLines, type LineCodec } from './line-codec.ts';
import { encryptedFiles } from './encrypted-files.ts';
import type { Files } from '../device/files.ts';
import type { OfficeKey } from '../crypto/office-key.ts';

export type AtRest<F extends Files = Files> = {
  encrypted: boolean;
  /** The device itself: for the journal, and for copies of what is encrypted already. */
  device: F;
  /** Whole files: snapshot, pictures, drafts and whatever else is no journal. */
  whole: F;
  lines: LineCodec;
  /**
   * By what backups of the office are known, from the sum of its first line. One encrypted under a key has backups of its
   * own, for they share pictures, and those of another key would be of no use to it.
   */
  nameForBackups(firstSum: string): string;
};

export const plainAtRest = <F extends Files>(device: F): AtRest<F> => ({
  encrypted: false,
  device,
  whole: device,
  lines: plainLines,
  nameForBackups: (firstSum) => firstSum,
});

export function encryptedAtRest<F extends Files>(device: F, officeKey: OfficeKey): AtRest<F> {
  const forBackups = officeKey.derive('name of backups');
  return {
    encrypted: true,
    device,
    whole: encryptedFiles(device, officeKey),
    lines: encryptedLines(officeKey),
    nameForBackups: (firstSum) => createHmac('sha256', forBackups).update(firstSum).digest('hex'),
  };
}

export const atRest = <F extends Files>(device: F, officeKey: OfficeKey | null | undefined): AtRest<F> =>
  officeKey ? encryptedAtRest(device, officeKey) : plainAtRest(device);

/**
 * How the journal in a folder stands there; null when there is none, or an empty one. `torn`: it begins with what is no
 * line of either form, as a power cut in the first line can leave it, or damage.
 */
export async function formOf(files: Files, folder: string): Promise<'plain' | 'encrypted' | 'torn' | null> {
  for await (const piece of files.pieces(join(folder, 'journal.jsonl'), 0, 1)) return formOfLine(piece) ?? 'torn';
  return null;
}
