/**
 * The file that opens a handover: no system associates a folder with a program, so every bag holds one small file that
 * does. It says what the folder is and decides nothing: neither manifest names it, nothing in it is read, and a bag
 * without it, or with another text in it, is as good.
 */
import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { languages } from '#shared/domain/base/primitives.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { OfficeWords } from '../wording/words.ts';

/** The ending that `electron-builder.yml` associates with the program. */
export const openerExtension = 'observer-handover';
export const openerName = `open.${openerExtension}`;
const format = 'observer-accreditation-handover/1';

/** UTF-8 with the line ends of Windows, for a computer that has only an editor to open it with. */
export function openerFile(bag: string, words: OfficeWords): Uint8Array {
  const lines = [format, bag, ...languages.flatMap((language) => ['', words[language].handover.opener])];
  return new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join(''));
}

/**
 * The bag's folder, from the path of the file that somebody opened, which may be anything. Refuses with
 * `handover.notOpener` for another name, `handover.stickGone` where there is nothing, or `handover.notABag`.
 */
export async function folderOfOpener(path: string): Promise<Outcome<string>> {
  const name = basename(path);
  if (name !== openerName) return refuse('handover.notOpener', { file: shownName(name), opener: openerName });
  // A path that cannot be looked at is as good as gone.
  const file = await lstat(path).catch(() => null);
  if (!file) return refuse('handover.stickGone');
  const folder = dirname(path);
  const [place, mark] = await Promise.all(
    [folder, join(folder, 'bagit.txt')].map((one) => lstat(one).catch(() => null)),
  );
  return file.isFile() && place?.isDirectory() && mark?.isFile() ? done(folder) : refuse('handover.notABag');
}

/** A name that somebody else chose, fit to be shown. */
export const shownName = (name: string): string => name.replace(/[^\x20-\x7e]/gu, '?').slice(0, 80);
