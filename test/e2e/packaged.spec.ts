import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { openerExtension } from '../../electron/office/exchange/bag-opener.ts';
import { inProject } from '../../electron/launch/project.ts';
import { readInstallerName } from '../../electron/launch/sign-update.ts';
import { keyringName } from '../../electron/office/access/keyring-file.ts';
import { lightGuessesVariable } from '../../electron/shell/guess-costs.ts';
import { workFactorOf } from '../support/age-header.ts';
import { launchApp } from '../support/app.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someSettings } from '../support/fictitious.ts';
import { ask, establish, sampleIsOpen } from '../support/office.ts';
import { linuxEntries, packageApplication, type PackagedApplication } from '../support/package-application.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'serial' });
test.skip(process.platform !== 'linux', 'the engine of the tests is packaged for Linux');

let packaged: PackagedApplication;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  packaged = await packageApplication();
});
test.afterAll(async () => {
  await rm(dirname(packaged.folder), { recursive: true, force: true });
});

test('the packaged application has every fuse as electron-builder.yml spells it out', async () => {
  const wire = await getCurrentFuseWire(packaged.executable);
  const off = FuseState.DISABLE;
  const on = FuseState.ENABLE;
  expect(wire[FuseV1Options.RunAsNode]).toBe(off);
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(on);
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(off);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(off);
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(on);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(on);
  expect(wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(off);
  expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(off);
});

test('it carries what a clerk needs, and no test, no source map and no data of anybody', async () => {
  const files = listPackage(join(packaged.resources, 'app.asar'), { isPack: false });
  for (const needed of [
    '/out/main/main.js',
    '/out/main/compiler-worker.js',
    '/out/preload/preload.cjs',
    '/out/verifier/verifier.html',
  ])
    expect(files).toContain(needed);
  for (const language of ['ky', 'ru', 'en']) expect(files).toContain(`/locales/${language}/common.json`);
  const ours = files.filter((file) => !file.startsWith('/node_modules'));
  expect(ours.filter((file) => /^\/(?:test|renderer|shared)\b|\.map$|\.tsx?$|\.(?:jsonl|bytes)$/u.test(file))).toEqual(
    [],
  );
  const templates = await readdir(inProject('electron', 'office', 'documents', 'templates'));
  for (const name of templates) expect(files).toContain(`/electron/office/documents/templates/${name}`);
  // Chromium's own words: Russian, and English that it needs to start.
  const paks = (await readdir(join(packaged.folder, 'locales'))).filter((name) => name.endsWith('.pak'));
  expect(paks.sort()).toEqual(['en-US.pak', 'ru.pak']);
});

test('each kind of installer has a name that says version, processor and kind, as signing an update needs it', async () => {
  const config = await readFile(inProject('electron-builder.yml'), 'utf8');
  const names = [...config.matchAll(/^ {2}artifactName: (.+)$/gmu)].map(([, name]) => name ?? '');
  const kinds = ['exe', 'exe', 'AppImage', 'deb', 'dmg'].map((extension, index) =>
    readInstallerName(
      (names[index] ?? '').replace('${version}', '1.2.3').replace('${arch}', 'x64').replace('${ext}', extension),
    ),
  );
  expect(kinds.map((named) => named?.kind)).toEqual(['nsis', 'portable', 'AppImage', 'deb', 'dmg']);
  for (const named of kinds) expect(named).toMatchObject({ version: '1.2.3', architecture: 'x64' });
});

test('the file that opens a handover is associated on every system, in the words of the three languages', async () => {
  const { config, desktop, mime } = await linuxEntries();
  const inThree = expect.stringMatching(/өткөрүп берүү.*Передача.*handover/u) as unknown;
  const ext = openerExtension;
  // The name on Windows is a class in the registry: letters and periods, 39 at most.
  const name = expect.stringMatching(/^[A-Za-z][A-Za-z.]{1,38}$/u) as unknown;
  expect(config.win?.fileAssociations).toEqual([{ ext, name, description: inThree }]);
  expect(config.mac?.fileAssociations).toEqual([{ ext, name: inThree, role: 'Viewer', rank: 'Owner' }]);
  expect(config.linux?.fileAssociations).toMatchObject([{ ext, description: inThree }]);
  expect(desktop).toMatch(/^Exec=".*\/observer-accreditation" %U$/mu);
  expect(desktop).toMatch(/^MimeType=application\/x-observer-handover;$/mu);
  expect(mime).toContain('<mime-type type="application/x-observer-handover">');
  expect(mime).toMatch(/<comment>.*өткөрүп берүү.*<\/comment>/u);
  expect(mime).toContain(`<glob pattern="*.${openerExtension}"/>`);
});

test('it opens the sample office, prints, and reads a spreadsheet, each in its own thread', async ({}, testInfo) => {
  // Only so that the test can drive it: the fuse as packaged was looked at above.
  await flipFuses(packaged.executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const running = await launchApp({ packaged: packaged.executable, sample: true });
  try {
    const { page, electron } = running;
    await sampleIsOpen(page);
    expect(await electron.evaluate(({ app }) => app.isPackaged)).toBe(true);
    const [election] = await ask(page, 'election.list', {});
    const electionId = election?.id ?? '';
    const made = await ask(page, 'document.render', {
      request: { kind: 'badge-list', electionId, scope: { kind: 'everything', groupBy: 'organisation' } },
      languages: ['ky', 'ru', 'en'],
      record: false,
      job: 'list',
    });
    expect(made.pages).toBeGreaterThan(3);

    const table = testInfo.outputPath('people.csv');
    await writeFile(table, 'Surname;Given names;Document number\r\nSPECIMEN;ANNA;X123456\r\n');
    await answerDialogs(electron, { openFile: table });
    const [organisation] = await ask(page, 'organisation.list', { electionId });
    const preview = await ask(page, 'import.choose', {
      electionId,
      organisationId: organisation?.organisation.id ?? '',
      language: 'ky',
      job: 'table',
    });
    expect(preview?.total).toBe(1);

    // What tests set so that a guess at a passphrase costs little is set here too, and is not looked at.
    expect(await electron.evaluate((_, name) => process.env[name], lightGuessesVariable)).toBe('1');
    const stick = testInfo.outputPath('stick');
    await mkdir(stick);
    await answerDialogs(electron, { folder: stick });
    await ask(page, 'handover.chooseFolder', { language: 'ky' });
    const handover = await ask(page, 'handover.write', {
      ...{
        electionId,
        scope: { kind: 'organisation', organisationId: organisation?.organisation.id ?? '' },
        level: 'full',
        folder: stick,
      },
      ...{ passphrase: 'алты уулдун бири кыз', giver: 'А', receiver: 'Б', languages: ['ky'], job: 'give' },
    });
    expect(workFactorOf(await readFile(join(stick, handover.bag, 'data', 'register.zip.age')))).toBe(18);
  } finally {
    await running.close();
  }
});

test('a guess at a password costs in full there, whatever the environment says', async () => {
  const running = await launchApp({ packaged: packaged.executable });
  try {
    const { page, electron, dataFolder } = running;
    expect(await electron.evaluate(({ app }) => app.isPackaged)).toBe(true);
    expect(await electron.evaluate((_, name) => process.env[name], lightGuessesVariable)).toBe('1');
    await establish(page, someSettings);
    const keyring = JSON.parse(await readFile(join(dataFolder, 'office', keyringName), 'utf8')) as {
      operators: { alone: object }[];
      recovery: object;
    };
    for (const wrap of [keyring.operators[0]?.alone, keyring.recovery]) {
      expect(wrap).toMatchObject({ kdf: 'scrypt', N: 2 ** 17, r: 8 });
    }
  } finally {
    await running.close();
  }
});
