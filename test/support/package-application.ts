/** Packages the built application with electron-builder.yml, around the Electron that the tests run in. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LinuxPackager, Packager, Platform, type Configuration } from 'app-builder-lib';
import { LinuxTargetHelper } from 'app-builder-lib/out/targets/LinuxTargetHelper.js';
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

/**
 * What the packager makes of electron-builder.yml, held against its own schema, and the entries that it would put into
 * the deb and the AppImage, whose tools are not here: for the menu, and for the kinds of files.
 */
export async function linuxEntries(): Promise<{ config: Configuration; desktop: string; mime: string }> {
  const packager = new Packager({
    projectDir: inProject(),
    config: 'electron-builder.yml',
    targets: Platform.LINUX.createTarget('dir'),
  });
  await packager.validateConfig();
  const linux = new LinuxPackager(packager);
  const helper = new LinuxTargetHelper(linux);
  const desktop = await helper.computeDesktopEntry(linux.platformSpecificBuildOptions);
  const kinds = await helper.mimeTypeFiles;
  return { config: packager.config, desktop, mime: kinds === null ? '' : await readFile(kinds, 'utf8') };
}
