/** Looks at a backup as somebody who would bring it back, with the passwords of then. */
import { join } from 'node:path';
import { restoring } from '../../electron/office/backup/restore.ts';
import { backupDevice, type BackupDevice } from '../../electron/office/device/device.ts';
import { labHead } from './enter-entry.ts';

/** What a backup that goes up to a change lacks; nothing, when it is whole. `folder`: where it would be brought back to. */
export async function lacksOfBackup(
  stick: string,
  seq: number,
  { folder, files = backupDevice }: { folder: string; files?: BackupDevice },
): Promise<string[]> {
  const bring = restoring({
    ...{ folder, own: join(folder, 'nowhere'), files, now: () => new Date() },
    tryOpening: () => Promise.reject(new Error('nothing is opened')),
  });
  const found = await bring.look(stick);
  const backup = found.ok ? found.value.find((one) => one.seq === seq) : undefined;
  if (!backup) return ['a backup'];
  const { login, password } = labHead;
  const unlocked = backup.encrypted ? await bring.unlock(backup.id, { login, password }) : null;
  if (unlocked && !unlocked.ok) return [`a backup: ${unlocked.refusal.code}`];
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const preview = await bring.preview(backup.id, control);
  if (!preview.ok) return [`a backup: ${preview.refusal.code}`];
  return preview.value.damagedPictures > 0 ? ['a picture of a backup'] : [];
}
