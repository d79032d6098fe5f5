/** A file written anew: beside its place, and moved there when whole. A power cut leaves the one before or this one. */
import { dirname } from 'node:path';
import type { Files } from './files.ts';

/**
 * Answers when it is on the device; throws what the system says. What could not be written does not keep the room that
 * the journal may need.
 */
export async function writeWhole(files: Files, path: string, content: Uint8Array | (() => string)): Promise<void> {
  const partial = `${path}.partial`;
  try {
    const file = await files.openNew(partial);
    try {
      await file.append(typeof content === 'function' ? Buffer.from(content(), 'utf8') : content);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(partial, path);
  } catch (error) {
    await files.remove(partial).catch(() => undefined);
    throw error;
  }
  await files.syncFolder(dirname(path));
}
