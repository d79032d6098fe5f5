/** Electron's own binary, in the version the lock file names: the only one a clerk's data may be opened with. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './child-process.ts';
import { inProject, say } from './project.ts';

/** A download of about 110 MB on a slow line; a line that gives nothing for longer is as good as none. */
const downloadLimitMs = 5 * 60_000;
/** After a failed download the next starts do not try again for so long: a machine without the network stays fast. */
const retryAfterMs = 12 * 60 * 60_000;

const packageFolder = inProject('node_modules', 'electron');

/** The version of Electron the project is locked to. */
export function lockedElectronVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** The executable Electron's install script has put in place, or null. */
function installedExecutable(): string | null {
  try {
    const version = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8').trim());
    return version === lockedElectronVersion() && existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/**
 * The official executable, downloaded by Electron's own script (which checks its SHA-256) if need be; null when it
 * cannot be had. A failure is remembered in `cacheFolder`.
 */
export async function officialRuntime(cacheFolder: string): Promise<string | null> {
  const installed = installedExecutable();
  if (installed) return installed;

  const failureMark = join(cacheFolder, `electron-${lockedElectronVersion()}-not-available`);
  const failedAt = await readFile(failureMark, 'utf8').then(Date.parse, () => Number.NaN);
  if (Date.now() - failedAt < retryAfterMs) return null;

  say(`Downloading Electron ${lockedElectronVersion()} ...`);
  await run(process.execPath, [join(packageFolder, 'install.js')], { show: 'collect', limitMs: downloadLimitMs });
  const downloaded = installedExecutable();
  if (downloaded) {
    await rm(failureMark, { force: true });
  } else {
    await mkdir(cacheFolder, { recursive: true });
    await writeFile(failureMark, new Date().toISOString());
  }
  return downloaded;
}
