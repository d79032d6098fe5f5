/** Photos: files named by their SHA-256, written once, never inside the JSON, checked before they are kept. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';
import { codeOf, nodeFiles, type Files } from './files.ts';
import { readPictureSize } from './picture-size.ts';

export type PictureType = 'image/jpeg' | 'image/png';
export type StoredPhoto = { bytes: Uint8Array; type: PictureType };

export type PhotoStore = {
  /** Keeps a picture and answers after it is on the device; the same bytes twice are one file. */
  add(bytes: Uint8Array): Promise<Outcome<{ hash: string; type: PictureType; width: number; height: number }>>;
  /** The picture by its hash; null when it is missing or no longer what its name says. */
  read(hash: string): Promise<StoredPhoto | null>;
};

export const largestPhotoBytes = 8 * 1024 * 1024;
export const smallestSidePixels = 200;
export const largestSidePixels = 6000;

const extensions: Record<PictureType, string> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

export async function openPhotoStore(folder: string, files: Files = nodeFiles): Promise<PhotoStore> {
  const root = join(folder, 'photos');
  await files.makeFolder(root);
  const placeOf = (hash: string, type: PictureType) => {
    const shelf = join(root, hash.slice(0, 2));
    return { shelf, path: join(shelf, `${hash}.${extensions[type]}`) };
  };
  return {
    async add(bytes) {
      if (bytes.length > largestPhotoBytes) {
        return refuse('photo.tooLarge', { megabytes: largestPhotoBytes / 1024 / 1024 });
      }
      const picture = readPictureSize(bytes);
      if (!picture) return refuse('photo.notAnImage');
      const { type, width, height } = picture;
      if (Math.min(width, height) < smallestSidePixels) {
        return refuse('photo.tooSmall', { width, height, least: smallestSidePixels });
      }
      if (Math.max(width, height) > largestSidePixels) {
        return refuse('photo.tooLarge', { megabytes: largestPhotoBytes / 1024 / 1024 });
      }
      const hash = createHash('sha256').update(bytes).digest('hex');
      const { shelf, path } = placeOf(hash, type);
      try {
        if ((await files.size(path)) === bytes.length) return done({ hash, type, width, height });
        await files.makeFolder(shelf);
        const partial = `${path}.partial`;
        const file = await files.openNew(partial);
        try {
          await file.append(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await files.rename(partial, path);
        await files.syncFolder(shelf);
        await files.syncFolder(root);
      } catch (error) {
        const code = codeOf(error);
        if (code === '') throw error;
        return code === 'ENOSPC' ? refuse('store.diskFull') : refuse('store.writeFailed', { reason: code });
      }
      return done({ hash, type, width, height });
    },
    async read(hash) {
      if (!/^[0-9a-f]{64}$/u.test(hash)) return null;
      for (const type of ['image/jpeg', 'image/png'] as const) {
        const bytes = await files.read(placeOf(hash, type).path);
        if (!bytes) continue;
        const same = createHash('sha256').update(bytes).digest('hex') === hash;
        return same ? { bytes, type } : null;
      }
      return null;
    },
  };
}
