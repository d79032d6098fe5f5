import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPhotoStore } from '../../../electron/office/store/photos.ts';
import { readPictureSize } from '../../../electron/office/store/picture-size.ts';
import { faultyFiles, type Fault } from './faulty-files.ts';
import { inFolder } from './ledger.ts';
import { jpegOf, pngOf } from './pictures.ts';

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const jpeg = jpegOf(600, 800);
const hash = hashOf(jpeg);
const pathIn = (folder: string) => join(folder, 'photos', hash.slice(0, 2), `${hash}.jpg`);
const refused = (code: string, params?: object) => ({ ok: false, refusal: params ? { code, params } : { code } });

describe('the size of a picture', () => {
  it('is read from the header of a PNG and of any kind of JPEG', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 65_535 }),
        fc.integer({ min: 1, max: 65_535 }),
        fc.uint8Array({ maxLength: 2_000 }),
        fc.constantFrom(0xc0, 0xc1, 0xc2),
        (width, height, exif, frame) => {
          expect(readPictureSize(pngOf(width, height))).toEqual({ type: 'image/png', width, height });
          const photo = jpegOf(width, height, Buffer.from(exif), frame);
          expect(readPictureSize(photo)).toEqual({ type: 'image/jpeg', width, height });
        },
      ),
    );
  });

  it('is null for what is no picture, or one cut before its size', () => {
    expect(readPictureSize(jpegOf(0, 800))).toBeNull();
    expect(readPictureSize(Buffer.from('%PDF-1.7'))).toBeNull();
    for (const whole of [pngOf(300, 400), jpegOf(300, 400)]) {
      for (let length = 0; length < 33; length += 1) expect(readPictureSize(whole.subarray(0, length))).toBeNull();
    }
  });

  it('is asked of any bytes at all without harm', () => {
    const beginnings = [[], [0xff, 0xd8, 0xff], [0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff], [...pngOf(1, 1).subarray(0, 16)]];
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }), (beginning, rest) => {
        const size = readPictureSize(Uint8Array.from([...beginning, ...rest]));
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
      }),
    );
  });
});

describe('keeping a photo', () => {
  it('gives back the same bytes by their hash, from a file of that name', () =>
    inFolder(async (folder) => {
      const photos = await openPhotoStore(folder);
      const kept = { hash, type: 'image/jpeg', width: 600, height: 800 };
      expect(await photos.add(jpeg)).toEqual({ ok: true, value: kept });
      expect(await photos.find(hash)).toEqual({ ok: true, value: { bytes: jpeg, type: 'image/jpeg' } });
      expect(await photos.read(hash)).toEqual({ bytes: jpeg, type: 'image/jpeg' });
      expect(await readFile(pathIn(folder))).toEqual(jpeg);
      const png = pngOf(300, 400);
      expect(await photos.add(png)).toMatchObject({ ok: true, value: { type: 'image/png' } });
      expect(await photos.read(hashOf(png))).toMatchObject({ type: 'image/png' });
    }));

  it('the same photo many times at once is one file, and nothing else is left', () =>
    inFolder(async (folder) => {
      const photos = await openPhotoStore(folder);
      const all = await Promise.all(Array.from({ length: 5 }, () => photos.add(jpeg)));
      expect(all.every((one) => one.ok)).toBe(true);
      expect(await readdir(join(folder, 'photos', hash.slice(0, 2)))).toEqual([`${hash}.jpg`]);
    }));

  it('refuses what is no photo, too many bytes, too small and too large a picture', () =>
    inFolder(async (folder) => {
      const photos = await openPhotoStore(folder);
      const tooLarge = refused('photo.tooLarge', { megabytes: 8, most: 6000 });
      expect(await photos.add(Buffer.from('GIF89a'))).toEqual(refused('photo.notAnImage'));
      expect(await photos.add(Buffer.concat([jpeg, Buffer.alloc(8 * 1024 * 1024)]))).toEqual(tooLarge);
      expect(await photos.add(pngOf(6001, 300))).toEqual(tooLarge);
      const small = { width: 300, height: 199, least: 200 };
      expect(await photos.add(pngOf(300, 199))).toEqual(refused('photo.tooSmall', small));
      expect(await readdir(join(folder, 'photos'))).toEqual([]);
      for (const edge of [pngOf(200, 200), pngOf(6000, 6000)]) expect((await photos.add(edge)).ok).toBe(true);
    }));

  const faults: [Fault, object][] = [
    [{ operation: 'append', code: 'ENOSPC', part: 0.5 }, refused('store.diskFull')],
    [{ operation: 'sync', code: 'EIO' }, refused('store.writeFailed', { reason: 'EIO' })],
    [{ operation: 'rename', code: 'EPERM' }, refused('store.writeFailed', { reason: 'EPERM' })],
  ];
  it.each(faults)('that the disk fails is refused, leaves nothing, and can be tried again: %o', (fault, refusal) =>
    inFolder(async (folder) => {
      const files = faultyFiles();
      const photos = await openPhotoStore(folder, files);
      files.arm(fault);
      expect(await photos.add(jpeg)).toEqual(refusal);
      expect(await readdir(join(folder, 'photos', hash.slice(0, 2)))).toEqual([]);
      expect(await photos.find(hash)).toEqual(refused('photo.missing', { hash }));
      expect((await photos.add(jpeg)).ok).toBe(true);
    }),
  );
});

describe('a photo kept before', () => {
  it('that was lost or damaged is not handed out, and is fixed by adding it again', () =>
    inFolder(async (folder) => {
      const photos = await openPhotoStore(folder);
      await photos.add(jpeg);
      await writeFile(pathIn(folder), jpegOf(601, 800));
      expect(await photos.find(hash)).toEqual(refused('photo.damaged', { hash }));
      expect(await photos.read(hash)).toBeNull();
      expect((await photos.add(jpeg)).ok).toBe(true);
      expect((await photos.find(hash)).ok).toBe(true);
      await rm(pathIn(folder));
      expect(await photos.find(hash)).toEqual(refused('photo.missing', { hash }));
    }));

  it('that the disk does not give back counts as damaged', () =>
    inFolder(async (folder) => {
      const files = faultyFiles();
      const photos = await openPhotoStore(folder, files);
      await photos.add(jpeg);
      files.arm({ operation: 'read', code: 'EIO' });
      expect(await photos.find(hash)).toEqual(refused('photo.damaged', { hash }));
    }));

  it('is found by a hash only, never by a path', () =>
    inFolder(async (folder) => {
      const photos = await openPhotoStore(folder);
      for (const name of ['../../secret', '', `${hash}/..`, hash.toUpperCase()]) {
        expect(await photos.find(name)).toEqual(refused('photo.missing', { hash: name }));
      }
    }));
});
