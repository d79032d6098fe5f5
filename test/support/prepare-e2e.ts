/** What the end-to-end tests need besides the project: an Electron, on Linux its system libraries, a display, and poppler. */
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

/** How to run Playwright here; null when something is missing, which has then been said in one line. */
export async function prepareEndToEnd(): Promise<StreamOptions | null> {
  if (!(await build())) return null;
  const runtime = await findRuntime();
  if (!runtime) return null;
  const env = { OBSERVER_ELECTRON: runtime.executable };
  if (process.platform !== 'linux') return { env };
  if (!(await installMissing(runtime.executable))) return null;
  // A display of its own even where there is one: the same size everywhere, and the person's screen is left alone.
  return { env, under: ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1200x24'] };
}

/** The packages that are missing: by program, and all libraries when the dynamic linker misses one. */
async function missingPackages(executable: string): Promise<string[]> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const isThere = (program: string): boolean => folders.some((folder) => existsSync(join(folder, program)));
  const missing = Object.entries(programs).flatMap(([program, debian]) => (isThere(program) ? [] : [debian]));
  const { output } = await run('ldd', [executable], { show: 'collect' });
  return output.includes('not found') ? [...missing, ...libraries] : missing;
}

async function installMissing(executable: string): Promise<boolean> {
  const missing = await missingPackages(executable);
  if (missing.length === 0) return true;
  const command = `apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) {
    say(`The end-to-end tests need system packages; as root: ${command}`);
    return false;
  }
  say(`Installing system packages for the end-to-end tests: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '--quiet'], { show: 'collect', env });
  const [program = '', ...args] = command.split(' ');
  const { output } = await run(program, args, { show: 'collect', env });
  if ((await missingPackages(executable)).length === 0) return true;
  say(output.trimEnd());
  say('The system packages could not be installed; apt-get said why, above.');
  return false;
}
