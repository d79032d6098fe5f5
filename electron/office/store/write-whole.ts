/** A small file written anew: beside its place, and moved there when whole. A power cut leaves the one before or this one. */
import { dirname } from 'node:path';
import type { Files } from './files.ts';

/** Answers when it is on the device; throws what the system says. */
export async function writeWhole(files: Files, path: string, text: () => string): Promise<void> {
  const partial = `${path}.partial`;
  const file = await files.openNew(partial);
  try {
    await file.append(Buffer.from(text(), 'utf8'));
    await file.sync();
  } finally {
    await file.close();
  }
  await files.rename(partial, path);
  await files.syncFolder(dirname(path));
}
