/** Saves a made file where the clerk says, whole or not at all. */
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';
import { isDiskFull, nodeFiles, systemCode } from '../store/files.ts';
import { writeWhole } from '../store/write-whole.ts';
import type { FileFilter } from '../ports.ts';
import type { OfficeContext } from './handlers.ts';

export async function saveBytes(
  office: Pick<OfficeContext, 'ports'>,
  bytes: Uint8Array,
  options: { title: string; name: string; filters: FileFilter[] },
): Promise<Outcome<{ saved: boolean }>> {
  const path = await office.ports.dialogs.saveFile(options);
  if (!path) return done({ saved: false });
  try {
    await writeWhole(nodeFiles, path, bytes);
    return done({ saved: true });
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    if (isDiskFull(error)) return refuse('file.diskFull');
    return refuse(['EBUSY', 'EPERM', 'EACCES'].includes(reason) ? 'file.held' : 'file.notSaved', { reason });
  }
}
