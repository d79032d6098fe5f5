/** Photos: files named by their SHA-256, written once, never inside the JSON, checked before they are kept. */
import { join } from 'node:path';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { nodeFiles } from '../device/device.ts';
import { isDiskFull, systemCode, type Files } from '../device/files.ts';
import { readPictureSize, type PictureSize, type PictureType } from './picture-size.ts';
import { sumOf } from './checksum.ts';

export type { PictureType } from './picture-size.ts';
export type StoredPhoto = { bytes: Uint8Array; type: PictureType };
export type KeptPhoto = PictureSize & { hash: string };

export type PhotoStore = {
  /**
   * Keeps a picture and answers after it is on the device; the same bytes twice are one file. Refuses with
   * `photo.notAnImage`, `photo.tooLarge`, `photo.tooSmall`, `store.diskFull` or `store.writeFailed`.
   */
  add(bytes: Uint8Array): Promise<Outcome<KeptPhoto>>;
  /** The picture by its hash, checked against it; refuses with `photo.missing` or `photo.damaged`. */
  find(hash: string): Promise<Outcome<StoredPhoto>>;
  /** The picture by its hash; null when it is missing or no longer what its name says. */
  read(hash: string): Promise<StoredPhoto | null>;
};

export const largestPhotoBytes = 8 * 1024 * 1024;
export const smallestSidePixels = 200;
export const largestSidePixels = 6000;

export const pictureExtensions = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
} as const satisfies Record<PictureType, string>;
const types = Object.keys(pictureExtensions) as PictureType[];

/** A folder of pictures beside the journal, and what a picture must be to be kept in it. */
export type PictureShelf = { name: string; check: (bytes: Uint8Array) => Outcome<PictureSize> };
const photoShelf: PictureShelf = { name: 'photos', check: checkPicture };

export async function openPhotoStore(
  folder: string,
  files: Files = nodeFiles,
  { name, check }: PictureShelf = photoShelf,
): Promise<PhotoStore> {
  const root = join(folder, name);
  await files.makeFolder(root);
  await files.syncFolder(folder);
  const placeOf = (hash: string, type: PictureType) => {
    const shelf = join(root, hash.slice(0, 2));
    return { shelf, path: join(shelf, `${hash}.${pictureExtensions[type]}`) };
  };

  async function find(hash: string): Promise<Outcome<StoredPhoto>> {
    if (!/^[0-9a-f]{64}$/u.test(hash)) return refuse('photo.missing', { hash });
    for (const type of types) {
      let bytes: Buffer | null;
      try {
        bytes = await files.read(placeOf(hash, type).path);
      } catch (error) {
        if (systemCode(error) === null) throw error;
        return refuse('photo.damaged', { hash });
      }
      if (bytes) return sumOf(bytes) === hash ? done({ bytes, type }) : refuse('photo.damaged', { hash });
    }
    return refuse('photo.missing', { hash });
  }

  async function keep(bytes: Uint8Array, { hash, type }: KeptPhoto): Promise<void> {
    const { shelf, path } = placeOf(hash, type);
    const partial = `${path}.partial`;
    await files.makeFolder(shelf);
    try {
      const file = await files.openNew(partial);
      try {
        await file.append(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await files.rename(partial, path);
    } catch (error) {
      await files.remove(partial).catch(() => undefined);
      throw error;
    }
    await files.syncFolder(shelf);
    await files.syncFolder(root);
  }

  // One picture at a time: two additions of the same one must not share a temporary file.
  let queue: Promise<unknown> = Promise.resolve();

  return {
    add(bytes) {
      const checked = check(bytes);
      if (!checked.ok) return Promise.resolve(checked);
      const photo = { hash: sumOf(bytes), ...checked.value };
      const turn = queue.then(async (): Promise<Outcome<KeptPhoto>> => {
        try {
          // A damaged file is written again: here are the right bytes.
          if (!(await find(photo.hash)).ok) await keep(bytes, photo);
          return done(photo);
        } catch (error) {
          const reason = systemCode(error);
          if (reason === null) throw error;
          return isDiskFull(error) ? refuse('store.diskFull') : refuse('store.writeFailed', { reason });
        }
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    find,
    async read(hash) {
      const found = await find(hash);
      return found.ok ? found.value : null;
    },
  };
}

/** By its header alone: PNG or JPEG, at most 8 MB, each side from 200 to 6,000 pixels. */
export function checkPicture(bytes: Uint8Array): Outcome<PictureSize> {
  const tooLarge = () =>
    refuse('photo.tooLarge', { megabytes: largestPhotoBytes / 1024 / 1024, most: largestSidePixels });
  if (bytes.length > largestPhotoBytes) return tooLarge();
  const picture = readPictureSize(bytes);
  if (!picture) return refuse('photo.notAnImage');
  const { width, height } = picture;
  if (Math.min(width, height) < smallestSidePixels) {
    return refuse('photo.tooSmall', { width, height, least: smallestSidePixels });
  }
  return Math.max(width, height) > largestSidePixels ? tooLarge() : done(picture);
}
