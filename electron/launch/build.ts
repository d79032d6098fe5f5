/** Builds the application into out/ when its sources have changed since the last build; `--always` builds regardless. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildVerifier, verifierPage } from './build-verifier.ts';
import { run } from './child-process.ts';
import { inProject, isProgram, projectRoot, say } from './project.ts';

/** All that a build is made from. Templates and fonts are read at run time, but a hash over them does no harm. */
const sources = ['electron', 'renderer', 'shared', 'locales'];
const sourceFiles = ['electron.vite.config.ts', 'package-lock.json', 'package.json', 'tsconfig.json'];
/** What a finished build has left behind. */
const products = [
  ...['main/main.js', 'preload/preload.cjs', 'renderer/index.html'].map((path) => inProject('out', path)),
  verifierPage,
];
export const stampFile = inProject('out', 'built-from.sha256');

/** True when out/ holds, or now holds, a build of the present sources. What the build says goes to standard error. */
export async function build({ always = false } = {}): Promise<boolean> {
  const fingerprint = await fingerprintOfSources();
  const builtFrom = await readFile(stampFile, 'utf8').catch(() => '');
  if (!always && builtFrom === fingerprint && products.every(existsSync)) return true;

  say('Building the application ...');
  await rm(stampFile, { force: true });
  const electronVite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code } = await run(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    show: 'inherit',
  });
  if (code !== 0) {
    say('The build failed; its reason is above.');
    return false;
  }
  try {
    await buildVerifier({ always });
  } catch (error) {
    say(`The verifier page could not be built: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
  const missing = products.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    say(`The build left out ${missing.map((path) => relative(projectRoot, path)).join(', ')}.`);
    return false;
  }
  await writeFile(stampFile, fingerprint);
  return true;
}

async function fingerprintOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const listed = await Promise.all(
    sources.map(async (folder) => {
      const entries = await readdir(inProject(folder), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const files = [...listed.flat(), ...sourceFiles.map((file) => inProject(file))].sort();
  for (const file of files) {
    hash.update(`${relative(projectRoot, file)}\0`);
    hash.update(await readFile(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

if (isProgram(import.meta.url)) {
  process.exitCode = (await build({ always: process.argv.includes('--always') })) ? 0 : 1;
}
