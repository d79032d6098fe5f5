/**
 * `npm run sbom`: what the program is made of, as a CycloneDX list in `dist/sbom.cdx.json`. It is read from the lock file
 * by npm itself and needs no network. Electron, which the packager adds, is put to it. Ends with 1 and one line when it
 * cannot.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { run } from './child-process.ts';
import { inProject, isProgram, projectRoot, say } from './project.ts';

type Component = { 'bom-ref': string; type: string; name: string; version: string; purl?: string } & Record<
  string,
  unknown
>;
export type Sbom = {
  bomFormat: string;
  metadata: { component: Component } & Record<string, unknown>;
  components: Component[];
} & Record<string, unknown>;

type Locked = { version?: string; license?: string; integrity?: string; dev?: boolean; devOptional?: boolean };
type LockFile = { name: string; packages: Record<string, Locked> };

/** Throws with npm's own words when it cannot be made. */
export async function makeSbom(): Promise<Sbom> {
  // npm hands its own path to the scripts it runs; started by hand, npm is looked for on the PATH.
  const npm = process.env.npm_execpath;
  const wanted = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only'];
  const command: [string, string[]] = npm?.endsWith('.js')
    ? [process.execPath, [npm, ...wanted]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', wanted];
  const { code, output } = await run(...command, { show: 'collect', cwd: projectRoot });
  if (code !== 0) throw new Error(output.trim());
  const made = JSON.parse(output.slice(output.indexOf('{'))) as Sbom;
  const lock = JSON.parse(await readFile(inProject('package-lock.json'), 'utf8')) as LockFile;
  // npm calls the program by its folder's name.
  made.metadata.component.name = lock.name;
  const listed = new Set(made.components.map(({ name, version }) => `${name}@${version}`));
  made.components.push(...missingFrom(listed, lock));
  return made;
}

/**
 * What npm leaves out: Electron, a tool to npm and the largest part of what the clerk gets; and packages that a tool needs
 * as well as the program, which npm takes for the tool's alone.
 */
function missingFrom(listed: ReadonlySet<string>, { packages }: LockFile): Component[] {
  return Object.entries(packages).flatMap(([path, locked]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    const { version = '', dev, devOptional } = locked;
    const isShipped = path === 'node_modules/electron' || !(dev ?? devOptional ?? false);
    return name === '' || !isShipped || listed.has(`${name}@${version}`) ? [] : [componentOf(name, locked)];
  });
}

function componentOf(name: string, { version = '', license, integrity = '' }: Locked): Component {
  const content = Buffer.from(integrity.replace(/^sha512-/u, ''), 'base64').toString('hex');
  return {
    ...{ 'bom-ref': `${name}@${version}`, type: name === 'electron' ? 'framework' : 'library', name, version },
    ...{ scope: 'required', purl: `pkg:npm/${name.replace('@', '%40')}@${version}` },
    hashes: [{ alg: 'SHA-512', content }],
    ...(license === undefined ? {} : { licenses: [{ license: { id: license } }] }),
  };
}

if (isProgram(import.meta.url)) {
  const file = inProject('dist', 'sbom.cdx.json');
  try {
    const sbom = await makeSbom();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
    say(`${String(sbom.components.length)} parts are listed in ${file}`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
