import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OfficeKey } from '../../../electron/office/crypto/office-key.ts';
import { nodeFiles } from '../../../electron/office/device/device.ts';
import { isDamaged, encryptedFiles } from '../../../electron/office/store/encrypted-files.ts';
import { writeWhole } from '../../../electron/office/device/atomic-write.ts';
import { inFolder } from './ledger.ts';

const key = OfficeKey.random();
const encrypted = encryptedFiles(nodeFiles, key);
const pieceBytes = 64 * 1024;

/** Lengths around the ends of pieces, and the cuts at which they are written. */
const anyLength = fc.oneof(
  fc.nat(300),
  fc.constantFrom(...[1, 2, 3].flatMap((n) => [n * pieceBytes - 1, n * pieceBytes, n * pieceBytes + 1])),
);
const bytesOf = (length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255));

async function writeInParts(path: string, bytes: Buffer, cuts: readonly number[]): Promise<void> {
  const file = await encrypted.openNew(path);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    await file.append(bytes.subarray(from, end));
    from = end;
  }
  await file.sync();
  await file.close();
}

async function damaged(read: () => Promise<unknown>): Promise<boolean> {
  try {
    await read();
    return false;
  } catch (error) {
    return isDamaged(error);
  }
}

describe('an encrypted file', () => {
  it('reads as it was written, whole and in any part, whatever pieces it was written in', () =>
    inFolder((folder) =>
      fc.assert(
        fc.asyncProperty(anyLength, fc.array(fc.nat()), fc.nat(), fc.nat(), async (length, cuts, first, second) => {
          const path = join(folder, 'file');
          const bytes = bytesOf(length);
          await writeInParts(path, bytes, cuts);
          expect((await encrypted.read(path))?.equals(bytes)).toBe(true);
          expect(await encrypted.size(path)).toBe(length);
          const [from = 0, to = 0] = [first % (length + 1), second % (length + 1)].sort((a, b) => a - b);
          const parts: Buffer[] = [];
          for await (const piece of encrypted.pieces(path, from, to)) parts.push(Buffer.from(piece));
          expect(Buffer.concat(parts).equals(bytes.subarray(from, to))).toBe(true);
        }),
        { numRuns: 150 },
      ),
    ));

  it('shows nothing of its content, and twice the same content is not the same file', () =>
    inFolder(async (folder) => {
      const text = 'Үсөнбаева Айгүл AN1234567 '.repeat(4000);
      await writeWhole(encrypted, join(folder, 'one'), () => text);
      const first = await readFile(join(folder, 'one'));
      await writeWhole(encrypted, join(folder, 'one'), () => text);
      expect(first.equals(await readFile(join(folder, 'one')))).toBe(false);
      expect(first.includes('AN1234567')).toBe(false);
      expect(await readdir(folder)).toEqual(['one']);
    }));

  it('does not open with any bit flipped, anything cut off or added, or pieces exchanged', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'file');
      await writeWhole(encrypted, path, bytesOf(3 * pieceBytes));
      const whole = await readFile(path);
      const piece = (n: number) => whole.subarray(20 + n * (pieceBytes + 16), 20 + (n + 1) * (pieceBytes + 16));
      const start = whole.subarray(0, 20);
      const spoiled: Buffer[] = [
        Buffer.concat([start, piece(1), piece(0), piece(2)]),
        Buffer.concat([start, piece(0), piece(2)]),
        Buffer.concat([start, piece(0), piece(1)]),
        Buffer.concat([start, piece(0), piece(0), piece(2)]),
        Buffer.concat([whole, Buffer.alloc(1)]),
        Buffer.concat([whole, piece(2)]),
        bytesOf(3 * pieceBytes),
        Buffer.alloc(0),
      ];
      for (let cut = 1; cut < whole.length; cut += 7919) spoiled.push(whole.subarray(0, whole.length - cut));
      for (let place = 0; place < whole.length; place += 3557) {
        const flipped = Buffer.from(whole);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
        spoiled.push(flipped);
      }
      for (const bytes of spoiled) {
        await writeFile(path, bytes);
        expect(await damaged(() => encrypted.read(path))).toBe(true);
      }
    }));

  it('does not open under another key or another name', () =>
    inFolder(async (folder) => {
      await writeWhole(encrypted, join(folder, 'desk.json'), () => '{}');
      const other = encryptedFiles(nodeFiles, OfficeKey.random());
      expect(await damaged(() => other.read(join(folder, 'desk.json')))).toBe(true);
      await rename(join(folder, 'desk.json'), join(folder, 'backups.json'));
      expect(await damaged(() => encrypted.read(join(folder, 'backups.json')))).toBe(true);
      await expect(encrypted.rename(join(folder, 'a'), join(folder, 'b'))).rejects.toThrow('bound to its name');
    }));

  it('that is not there is none', () =>
    inFolder(async (folder) => {
      expect([await encrypted.read(join(folder, 'x')), await encrypted.size(join(folder, 'x'))]).toEqual([null, null]);
    }));
});
