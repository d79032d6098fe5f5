/**
 * Holds this process, and all that it starts, to a small laptop: of 4 GB of memory what a desktop leaves a program, and
 * the reading of a slow disk. By Linux' control groups, first version, as root; elsewhere there is no such thing.
 */
import { mkdir, readFile, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../electron/launch/project.ts';

const memoryBytes = 2.5 * 1024 ** 3;
const bytesReadASecond = 40 * 1024 ** 2;
const readsASecond = 400;

export const smallLaptop = '2.5 GB of memory, a disk of 40 MB and 400 reads a second';

const controllers = ['memory', 'blkio'] as const;
const groupOf = (controller: string): string =>
  join('/sys/fs/cgroup', controller, `small-laptop-${String(process.pid)}`);

/** The way back; null where processes cannot be held so. */
export async function becomeSmallLaptop(): Promise<(() => Promise<void>) | null> {
  if (process.platform !== 'linux') return null;
  try {
    for (const controller of controllers) await mkdir(groupOf(controller));
    await writeFile(join(groupOf('memory'), 'memory.limit_in_bytes'), String(memoryBytes));
    const disk = await diskOf(projectRoot);
    await writeFile(join(groupOf('blkio'), 'blkio.throttle.read_bps_device'), `${disk} ${String(bytesReadASecond)}`);
    await writeFile(join(groupOf('blkio'), 'blkio.throttle.read_iops_device'), `${disk} ${String(readsASecond)}`);
    for (const controller of controllers) await moveTo(groupOf(controller));
    return leave;
  } catch {
    await leave().catch(() => undefined);
    return null;
  }
}

async function leave(): Promise<void> {
  for (const controller of controllers) {
    await moveTo(join('/sys/fs/cgroup', controller));
    await rmdir(groupOf(controller));
  }
}

const moveTo = (group: string): Promise<void> => writeFile(join(group, 'cgroup.procs'), String(process.pid));

/** The whole disk that holds the file, as `major:minor`: a partition cannot be slowed down by itself. */
async function diskOf(path: string): Promise<string> {
  const { dev } = await stat(path, { bigint: true });
  const major = (dev >> 8n) & 0xfffn;
  const minor = (dev & 0xffn) | ((dev >> 12n) & 0xfff00n);
  const own = `${String(major)}:${String(minor)}`;
  const isPartition = await stat(`/sys/dev/block/${own}/partition`).then(
    () => true,
    () => false,
  );
  return isPartition ? (await readFile(`/sys/dev/block/${own}/../dev`, 'utf8')).trim() : own;
}
