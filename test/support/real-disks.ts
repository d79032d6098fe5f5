/** Real disks of a few kilobytes for a test: a file system in memory of its own, where the test may mount one (root, Linux). */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type RealDisk = {
  folder: string;
  /** Everything on it stays as it is; nothing more can be written. */
  protect(): Promise<void>;
  unprotect(): Promise<void>;
  remove(): Promise<void>;
};

/** A disk of so many kilobytes, in an empty folder or in one of its own; null where none can be mounted. */
export async function smallDisk(kilobytes: number, at?: string): Promise<RealDisk | null> {
  const folder = at ?? (await mkdtemp(join(tmpdir(), 'small-disk-')));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${String(kilobytes)}k,mode=700`, 'tmpfs', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    protect: async () => {
      await run('mount', ['-o', 'remount,ro', folder]);
    },
    unprotect: async () => {
      await run('mount', ['-o', 'remount,rw', folder]);
    },
    remove: async () => {
      await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Holds a file as another program does: it cannot be moved or replaced until it is let go of. Null where it cannot be. */
export async function holdFile(path: string): Promise<(() => Promise<void>) | null> {
  try {
    await run('mount', ['--bind', path, path]);
  } catch {
    return null;
  }
  return async () => {
    await run('umount', ['--lazy', path]);
  };
}
