/**
 * Files whose content is encrypted on the device, and which read and write otherwise as plain ones do. They are for whole
 * files, written once from the beginning to the end; the journal, which grows, has encrypted lines instead.
 *
 * What is not as it was written, a plain file among them, is answered as a device answers for a bad sector: by an error
 * with the system's code `EBADMSG`.
 */
import { basename } from 'node:path';
import { FileOpener, FileEncryptor, headerBytes, pieceBytes, placeOfPiece, plainLength } from './encrypted-file.ts';
import { systemCode, type FileHandle, type Files } from '../device/files.ts';
import type { OfficeKey } from '../crypto/office-key.ts';

const damagedCode = 'EBADMSG';
const damaged = (path: string): Error =>
  Object.assign(new Error(`${basename(path)} is not as it was sealed`), { code: damagedCode });

/** True for the error of a file that is there and does not open. */
export const isDamaged = (error: unknown): boolean => systemCode(error) === damagedCode;

/**
 * What a file is encrypted for: its name in the end, by which neither a half-written one differs, nor the one before, nor one
 * moved aside because it could not be read.
 */
const nameOf = (path: string): string =>
  basename(path)
    .replace(/\.(?:partial|unreadable-.*)$/u, '')
    .replace(/\.previous(?=\.)/u, '');

export function encryptedFiles<F extends Files>(files: F, officeKey: OfficeKey): F {
  const key = officeKey.derive('files');

  async function* pieces(path: string, from = 0, to = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
    const stored = await files.size(path);
    if (stored === null) return;
    const whole = plainLength(stored);
    if (whole === null) throw damaged(path);
    const end = Math.min(to, whole);
    const first = Math.min(Math.floor(from / pieceBytes), Math.floor(Math.max(0, whole - 1) / pieceBytes));
    let header: Buffer = Buffer.alloc(0);
    for await (const piece of files.pieces(path, 0, headerBytes)) header = Buffer.concat([header, piece]);
    const opener = FileOpener.of(key, nameOf(path), header, first);
    if (!opener) throw damaged(path);
    let place = first * pieceBytes;
    const within = (plain: Buffer): Buffer => {
      const part = plain.subarray(Math.max(0, from - place), Math.max(0, end - place));
      place += plain.length;
      return part;
    };
    for await (const piece of files.pieces(path, placeOfPiece(first))) {
      const opened = opener.take(piece);
      if (!opened) throw damaged(path);
      for (const plain of opened) {
        const part = within(plain);
        if (part.length > 0) yield part;
        if (place >= end) return;
      }
    }
    const last = opener.end();
    if (!last) throw damaged(path);
    const part = within(last);
    if (part.length > 0) yield part;
  }

  return {
    ...files,
    openBehind: () => Promise.reject(new Error('a sealed file is written whole')),
    openNew: async (path) => encrypting(await files.openNew(path), new FileEncryptor(key, nameOf(path))),
    async read(path) {
      if ((await files.size(path)) === null) return null;
      const parts: Buffer[] = [];
      for await (const piece of pieces(path)) parts.push(piece);
      return Buffer.concat(parts);
    },
    pieces,
    rename(from, to) {
      if (nameOf(from) !== nameOf(to)) return Promise.reject(new Error('a sealed file is bound to its name'));
      return files.rename(from, to);
    },
    async size(path) {
      const stored = await files.size(path);
      return stored === null ? null : (plainLength(stored) ?? 0);
    },
  };
}

/** Flushing it ends the file: only then is its last piece known. */
function encrypting(file: FileHandle, encryptor: FileEncryptor): FileHandle {
  let ended = false;
  return {
    async append(bytes) {
      if (ended) throw new Error('the sealed file has been ended');
      const encrypted = encryptor.take(bytes);
      if (encrypted.length > 0) await file.append(encrypted);
    },
    async sync() {
      if (!ended) {
        ended = true;
        await file.append(encryptor.end());
      }
      await file.sync();
    },
    truncate: () => Promise.reject(new Error('a sealed file is written whole')),
    close: () => file.close(),
  };
}
