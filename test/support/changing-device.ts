/** A device that tells before each change it makes, so that a test can stop there; an append is two changes, half each. */
import type { BackupDevice } from '../../electron/office/device/device.ts';
import type { FileHandle } from '../../electron/office/device/files.ts';

export type Change =
  'openNew' | 'openBehind' | 'append' | 'sync' | 'truncate' | 'rename' | 'remove' | 'makeFolder' | 'syncFolder';

/** `before` gets the number of the change, from 0; what it throws is what the system says. */
export function changing(
  device: BackupDevice,
  before: (number: number, path: string, change: Change, bytes: number) => void,
): BackupDevice {
  let number = 0;
  const tell = (path: string, change: Change, bytes = 0): void => {
    before(number, path, change, bytes);
    number += 1;
  };
  const handle = (file: FileHandle, path: string): FileHandle => ({
    async append(bytes) {
      const half = bytes.length >> 1;
      for (const part of [bytes.subarray(0, half), bytes.subarray(half)]) {
        tell(path, 'append', part.length);
        await file.append(part);
      }
    },
    async sync() {
      tell(path, 'sync');
      await file.sync();
    },
    async truncate(length) {
      tell(path, 'truncate');
      await file.truncate(length);
    },
    close: () => file.close(),
  });
  return {
    ...device,
    async openBehind(path, length) {
      tell(path, 'openBehind');
      return handle(await device.openBehind(path, length), path);
    },
    async openNew(path) {
      tell(path, 'openNew');
      return handle(await device.openNew(path), path);
    },
    async rename(from, to) {
      tell(from, 'rename');
      await device.rename(from, to);
    },
    async remove(path) {
      tell(path, 'remove');
      await device.remove(path);
    },
    async removeFolder(path) {
      tell(path, 'remove');
      await device.removeFolder(path);
    },
    async makeFolder(path) {
      tell(path, 'makeFolder');
      await device.makeFolder(path);
    },
    async syncFolder(path) {
      tell(path, 'syncFolder');
      await device.syncFolder(path);
    },
  };
}
