/** Packages the built application with electron-builder.yml, around the Electron that the tests run in. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../electron/launch/child-process.ts';
import { inProject } from '../../electron/launch/project.ts';

export type PackagedApplication = { folder: string; executable: string; resources: string };

/**
 * A fresh temporary folder with the unpacked application, as an installer would lay it out. The engine is the one named by
 * OBSERVER_ELECTRON, so this proves the packaging, not the engine. Throws with the packager's own words when it fails.
 */
export async function packageApplication(): Promise<PackagedApplication> {
  const engine = process.env.OBSERVER_ELECTRON;
  if (!engine) throw new Error('There is no Electron to package.');
  const output = await mkdtemp(join(tmpdir(), 'observer-packaged-'));
  const version = (await readFile(join(dirname(engine), 'version'), 'utf8')).trim().replace(/^v/u, '');
  const packager = inProject('node_modules', 'electron-builder', 'cli.js');
  const { code, output: said } = await run(
    process.execPath,
    [
      ...[packager, '--dir', '--config', 'electron-builder.yml', `-c.directories.output=${output}`],
      ...[`-c.electronDist=${dirname(engine)}`, `-c.electronVersion=${version}`],
    ],
    { show: 'collect' },
  );
  if (code !== 0) throw new Error(said);
  const folder = join(output, 'linux-unpacked');
  return { folder, executable: join(folder, 'observer-accreditation'), resources: join(folder, 'resources') };
}
