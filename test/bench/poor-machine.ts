/**
 * A machine with 4 GB of memory and a slow disk, as far as Linux lets a process be put into one: a control group for
 * memory and reads, for this process and whatever it starts, and the program's files put out of the page cache.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const gigabyte = 1024 * 1024 * 1024;
export const poorMemory = 4 * gigabyte;
/** A laptop's hard disk: bytes and reads a second. */
const readBytes = 80 * 1024 * 1024;
const reads = 150;

export type PoorMachine = {
  /** What could be had, in words; empty when nothing could. */
  limits: string[];
  /** The most memory that was in use at once, in bytes, this process included; null where it is not counted. */
  mostMemory(): number | null;
  leave(): void;
};

const root = '/sys/fs/cgroup';

/** Puts this process into it; the processes it starts from now on are in it too. `onDisk`: a file of the disk meant. */
export function enterPoorMachine(onDisk: string): PoorMachine {
  const limits: string[] = [];
  const name = `observer-bench-${String(process.pid)}`;
  const entered: string[] = [];
  const enter = (controller: string, settings: Record<string, string>, said: string): string | null => {
    const folder = join(root, controller, name);
    try {
      mkdirSync(folder);
      for (const [file, value] of Object.entries(settings)) writeFileSync(join(folder, file), value);
      writeFileSync(join(folder, 'cgroup.procs'), String(process.pid));
      entered.push(controller);
      limits.push(said);
      return folder;
    } catch {
      return null;
    }
  };
  const memory = existsSync(join(root, 'memory'))
    ? enter('memory', { 'memory.limit_in_bytes': String(poorMemory) }, '4 GB of memory')
    : enter('', { 'memory.max': String(poorMemory) }, '4 GB of memory');
  const device = deviceOf(onDisk);
  enter(
    'blkio',
    {
      'blkio.throttle.read_bps_device': `${device} ${String(readBytes)}`,
      'blkio.throttle.read_iops_device': `${device} ${String(reads)}`,
    },
    `a disk of 80 MB and ${String(reads)} reads a second`,
  );
  return {
    limits,
    mostMemory() {
      for (const file of ['memory.max_usage_in_bytes', 'memory.peak']) {
        try {
          if (memory) return Number(readFileSync(join(memory, file), 'utf8'));
        } catch {
          // The other of the two kinds of control groups.
        }
      }
      return null;
    },
    leave() {
      for (const controller of entered) {
        try {
          writeFileSync(join(root, controller, 'cgroup.procs'), String(process.pid));
          rmdirSync(join(root, controller, name));
        } catch {
          // A process that ends slowly keeps the group; it is empty soon, and the system's own.
        }
      }
    },
  };
}

/** Major and minor number of the disk that a file is on. */
function deviceOf(path: string): string {
  const { dev } = statSync(path);
  return `${String((dev >> 8) & 0xfff)}:${String((dev & 0xff) | ((dev >> 12) & 0xfff00))}`;
}

/** Puts the files below some folders out of the page cache; false where the system's tool is missing. */
export function forgetFiles(folders: readonly string[]): boolean {
  try {
    for (const folder of folders) {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const file = join(entry.parentPath, entry.name);
        execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
      }
    }
    return true;
  } catch {
    return false;
  }
}
