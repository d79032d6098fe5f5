/** Looks for backups in a folder that the clerk showed: the stick itself, or any folder on the way down to one backup. */
import { basename, dirname, join } from 'node:path';
import { backupsFolder, readHead, wholeName, type BackupHead } from './backup-format.ts';
import type { BackupDevice } from '../device/device.ts';

export type FoundPlace = {
  /** The backup's own folder, with its journal. */
  path: string;
  /** The folder of all backups of the office, with the pictures. */
  home: string;
  head: BackupHead;
};

/** More than rotation keeps of several offices. */
const mostFound = 300;

/** The newest first; empty when there is none. Throws what the system says of a folder that cannot be read. */
export async function findBackups(files: BackupDevice, chosen: string): Promise<FoundPlace[]> {
  const itself = await readHead(files, chosen);
  if (itself && wholeName.test(basename(chosen))) return [{ path: chosen, home: dirname(chosen), head: itself }];
  const found: FoundPlace[] = [];
  for (const home of await homesBelow(files, chosen)) {
    for (const { name, isFolder } of await files.list(home)) {
      if (!isFolder || !wholeName.test(name)) continue;
      const path = join(home, name);
      const head = await readHead(files, path);
      if (head) found.push({ path, home, head });
    }
  }
  return found.sort((a, b) => (a.head.at < b.head.at ? 1 : -1)).slice(0, mostFound);
}

async function homesBelow(files: BackupDevice, chosen: string): Promise<string[]> {
  const homes = [chosen];
  for (const all of [chosen, join(chosen, backupsFolder)]) {
    for (const { name, isFolder } of await files.list(all)) {
      if (isFolder && /^[0-9a-f]{16}$/u.test(name)) homes.push(join(all, name));
    }
  }
  return homes;
}
