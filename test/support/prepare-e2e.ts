/** What the tests need besides the project: an Electron, on Linux its system libraries, a display, poppler, and exFAT. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { build } from '../../electron/launch/build.ts';
import { run } from '../../electron/launch/child-process.ts';
import { isRoot, say } from '../../electron/launch/project.ts';
import { findRuntime } from '../../electron/launch/runtime.ts';
import type { StreamOptions } from './stream.ts';

/** Debian's packages: what Electron links to, a display without a screen, and the programs that read PDFs. */
const programs = { 'xvfb-run': 'xvfb', xauth: 'xauth', pdftotext: 'poppler-utils' };
const libraries = [
  ...['libnss3', 'libatk1.0-0', 'libatk-bridge2.0-0', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libxss1', 'libxtst6'],
  ...['libcups2', 'libdrm2', 'libxkbcommon0'],
];

/** For a stick of the real kind; without them that is not tried. */
const exfat = { 'mkfs.exfat': 'exfatprogs', 'mount.exfat-fuse': 'exfat-fuse' };

/** How to run Playwright here; null when something is missing, which has then been said in one line. */
export async function prepareEndToEnd(): Promise<StreamOptions | null> {
  return (await build()) ? prepareMachine() : null;
}

let prepared: Promise<StreamOptions | null> | null = null;

/** The same without the built application: office tests look at PDFs too. Done once, whichever suite asks first. */
export function prepareMachine(): Promise<StreamOptions | null> {
  return (prepared ??= prepareOnce());
}

async function prepareOnce(): Promise<StreamOptions | null> {
  const runtime = await findRuntime();
  if (!runtime) return null;
  const env = { OBSERVER_ELECTRON: runtime.executable };
  if (process.platform !== 'linux') return { env };
  if (!(await installMissing(runtime.executable))) return null;
  // A display of its own even where there is one: the same size everywhere, and the person's screen is left alone.
  return { env, under: ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1200x24'] };
}

const lacking = (packages: Record<string, string>): string[] => {
  // Where programs for root stand is not on everybody's path.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  const isThere = (program: string): boolean => folders.some((folder) => existsSync(join(folder, program)));
  return Object.entries(packages).flatMap(([program, debian]) => (isThere(program) ? [] : [debian]));
};

/** The packages that are missing: by program, and all libraries when the dynamic linker misses one. */
async function missingPackages(executable: string): Promise<string[]> {
  const missing = lacking(programs);
  const { output } = await run('ldd', [executable], { show: 'collect' });
  return output.includes('not found') ? [...missing, ...libraries] : missing;
}

const aptGet = (...args: string[]): ReturnType<typeof run> =>
  run('apt-get', args, { show: 'collect', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
const installing = ['install', '--yes', '--no-install-recommends'];

async function installMissing(executable: string): Promise<boolean> {
  const missing = await missingPackages(executable);
  const extra = lacking(exfat);
  const canInstall = isRoot() && existsSync('/usr/bin/apt-get');
  if (missing.length === 0 && (extra.length === 0 || !canInstall)) return true;
  if (!canInstall) {
    say(`The tests need system packages; as root: apt-get ${[...installing, ...missing].join(' ')}`);
    return false;
  }
  say(`Installing system packages for the tests: ${[...missing, ...extra].join(' ')}`);
  await aptGet('update', '--quiet');
  if (extra.length > 0) await aptGet(...installing, ...extra);
  if (missing.length === 0) return true;
  const { output } = await aptGet(...installing, ...missing);
  if ((await missingPackages(executable)).length === 0) return true;
  say(output.trimEnd());
  say('The system packages could not be installed; apt-get said why, above.');
  return false;
}
