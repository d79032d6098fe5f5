/** A file that somebody brought, read only while it is no larger than it may be. */
import { open } from 'node:fs/promises';

/** The file's bytes; null for one that is larger, is no file, or cannot be read. */
export async function readAtMost(path: string, most: number): Promise<Uint8Array | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      return size > most ? null : await file.readFile();
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
