/**
 * A stick as clerks carry them: a real exFAT file system in a file, which can be pulled out while it is written to. For
 * root on Linux with loop devices, FUSE and Debian's `exfatprogs` and `exfat-fuse`.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, rmdir, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const withSystemPrograms = { env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` } };

export type ExfatStick = {
  folder: string;
  /** From one moment to the next it is gone, with whatever had not reached it, and its folder too. */
  pull(): Promise<void>;
  plugIn(): Promise<void>;
  remove(): Promise<void>;
};

/** An empty one of so many megabytes; null where there can be none. */
export async function exfatStick(megabytes: number): Promise<ExfatStick | null> {
  const place = await mkdtemp(join(tmpdir(), 'exfat-'));
  const [image, folder] = [join(place, 'stick.img'), join(place, 'stick')];
  const state: { device: string; program: ChildProcess | null } = { device: '', program: null };
  const isMounted = async (): Promise<boolean> => (await readFile('/proc/self/mounts', 'utf8')).includes(` ${folder} `);
  const mounted = async (): Promise<boolean> => {
    const program = spawn('mount.exfat-fuse', ['-d', state.device, folder], { stdio: 'ignore', ...withSystemPrograms });
    state.program = program;
    const ended = new Promise<'ended'>((end) => {
      for (const event of ['error', 'exit']) program.once(event, () => end('ended'));
    });
    while (!(await isMounted())) if ((await Promise.race([ended, wait(25)])) === 'ended') return false;
    return true;
  };
  const pull = async (): Promise<void> => {
    state.program?.kill('SIGKILL');
    if (!(await isMounted())) return;
    await run('umount', ['--lazy', folder]);
    // Nothing can be written to where it was.
    await rmdir(folder);
  };
  const plugIn = async (): Promise<void> => {
    await mkdir(folder);
    // The system takes a moment until it has let go of a stick that was pulled out.
    for (let tries = 0; tries < 40; tries += 1) {
      if (await mounted()) return;
      await wait(250);
    }
    throw new Error('the stick cannot be mounted');
  };
  const remove = async (): Promise<void> => {
    await pull();
    if (state.device) await run('losetup', ['--detach', state.device], withSystemPrograms);
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await writeFile(image, '');
    await truncate(image, megabytes * 1024 * 1024);
    await run('mkfs.exfat', [image], withSystemPrograms);
    const { stdout } = await run('losetup', ['--find', '--show', image], withSystemPrograms);
    state.device = stdout.trim();
    await plugIn();
    return { folder, pull, plugIn, remove };
  } catch {
    await remove().catch(() => undefined);
    return null;
  }
}
