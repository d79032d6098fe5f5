/** Saves a made file where the clerk says, whole or not at all. */
import { open, rename, rm } from 'node:fs/promises';
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';
import type { FileFilter } from '../ports.ts';
import type { OfficeContext } from './handlers.ts';

export async function saveBytes(
  office: OfficeContext,
  bytes: Uint8Array,
  options: { title: string; name: string; filters: FileFilter[] },
): Promise<Outcome<{ saved: boolean }>> {
  const path = await office.ports.dialogs.saveFile(options);
  if (!path) return done({ saved: false });
  const partial = `${path}.partial`;
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    return done({ saved: true });
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    return reason === 'ENOSPC' ? refuse('file.diskFull') : refuse('file.notSaved', { reason });
  }
}
