/** Saves a made file where the clerk says, whole or not at all. */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { nodeFiles } from '../device/device.ts';
import { isDiskFull, systemCode } from '../device/files.ts';
import { writeWhole } from '../device/atomic-write.ts';
import type { Dialogs, FileFilter } from './ports.ts';

export async function saveBytes(
  dialogs: Pick<Dialogs, 'saveFile'>,
  bytes: Uint8Array,
  options: { title: string; name: string; filters: FileFilter[] },
): Promise<Outcome<{ saved: boolean }>> {
  const path = await dialogs.saveFile(options);
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
