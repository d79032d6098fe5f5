/** An update from a stick: only the publisher's, only forward, only for this computer, and never before a backup. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { compareVersions } from '#shared/domain/base/program-version.ts';
import type { InstallationKind, UpdateManifest } from '#shared/domain/records/update.ts';
import { makeUpdateKey, readPrivateKey } from '../../electron/launch/update-key.ts';
import { readInstallerName, signUpdate } from '../../electron/launch/sign-update.ts';
import { inProject } from '../../electron/launch/project.ts';
import type { Entry } from '../../electron/office/session/entry.ts';
import { publisherKey, readPublicKey } from '../../electron/office/update/publisher-key.ts';
import { updateHeader } from '../../electron/office/update/update-file.ts';
import { enterEntry } from '../support/enter-entry.ts';
import { accreditedOffice } from '../support/accredited-office.ts';
import {
  dialogsAnswering,
  noAnswers,
  standingClock,
  temporaryFolder,
  testCompiler,
  type Answers,
} from '../support/open-office.ts';
import { openTestEntry } from '../support/test-entry.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

const day = '2026-11-10';
/** As the tests' own computer is called in an installer's name. */
const kind: InstallationKind =
  process.platform === 'win32' ? 'nsis' : process.platform === 'darwin' ? 'dmg' : 'AppImage';
const ending = { nsis: '-setup.exe', portable: '-portable.exe', AppImage: '.AppImage', deb: '.deb', dmg: '.dmg' };
const installerName = (version: string, as: InstallationKind = kind, architecture: string = process.arch) =>
  `observer-accreditation-${version}-${architecture}${ending[as]}`;

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let answers: Answers;
let keyFile: string;
let started: { path: string; bytes: Buffer; backups: number }[];
beforeEach(async () => {
  place = await temporaryFolder();
  await mkdir(at('stick'));
  await mkdir(at('backups'));
  answers = { ...noAnswers(), chooseFolder: at('backups') };
  keyFile = at('publisher.pem');
  makeUpdateKey(keyFile, at('public.json'));
  started = [];
});
afterEach(() => place.remove());
const at = (name: string): string => join(place.folder, name);

async function open(
  key: KeyObject | null = readPrivateKey(keyFile).publicKey,
  as: InstallationKind | null = kind,
): Promise<Entry> {
  const entry = await openTestEntry(at('laptop'), {
    ...{ clock: standingClock(day), version: '1.4.0', installed: { key, kind: as } },
    ports: {
      dialogs: dialogsAnswering(answers),
      startInstaller: async ({ path }) => {
        // What the installer would find: the backup is there already.
        const backups = await readdir(at('backups'));
        started.push({ path, bytes: await readFile(path), backups: backups.length });
      },
    },
  });
  await enterEntry(entry);
  return entry;
}

/** Signs an installer of some bytes, puts it on the stick, and has the clerk choose it. */
async function onStick(version: string, as: InstallationKind = kind, architecture?: string): Promise<string> {
  const installer = join(at('stick'), installerName(version, as, architecture));
  await writeFile(installer, Buffer.alloc(3_000_000, `installer of ${version} `));
  answers.openFile = await signUpdate(installer, keyFile);
  return answers.openFile;
}

async function choose(entry: Entry): Promise<Output<'update.choose'>['offer']> {
  const reply = await entry.call('update.choose', { language: 'ky', job: 'look' });
  if (!reply.ok) throw new Error(reply.refusal.code);
  return (reply.value as Output<'update.choose'>).offer;
}
const refusalOf = async (entry: Entry): Promise<string> => {
  const reply = await entry.call('update.choose', { language: 'ky', job: 'look' });
  return reply.ok ? 'not refused' : reply.refusal.code;
};
const carryOut = (entry: Entry, id: string) => entry.call('update.carryOut', { id, job: 'go' });

async function refusedWith(code: string): Promise<void> {
  const entry = await open();
  try {
    expect(await refusalOf(entry)).toBe(code);
    expect(started).toEqual([]);
  } finally {
    await entry.close();
  }
}

describe('an update on a stick', () => {
  it('is shown, then the office is backed up, the installer copied and started; in this order', async () => {
    const { office } = await accreditedOffice(at('laptop'), { compiler, clock: standingClock(day), day, count: 1 });
    await office.close();
    await onStick('1.10.0');
    const entry = await open();
    try {
      await entry.call('backup.chooseFolder', { language: 'ky' });
      const offer = await choose(entry);
      expect(offer).toMatchObject({ version: '1.10.0', current: '1.4.0', kind, backupFirst: true });
      expect(await readdir(at('backups'))).toEqual([]);
      expect(await carryOut(entry, offer?.id ?? '')).toEqual({ ok: true, value: {} });
      expect(await readdir(at('backups'))).toEqual(['observer-accreditation-backups']);
      expect(started).toHaveLength(1);
      expect(started[0]?.backups).toBe(1);
      expect(started[0]?.path).toBe(join(at('laptop'), 'update', installerName('1.10.0')));
      expect(started[0]?.bytes.equals(await readFile(join(at('stick'), installerName('1.10.0'))))).toBe(true);
    } finally {
      await entry.close();
    }
  });

  it('is not installed while the office cannot be backed up: no folder chosen, or the folder gone', async () => {
    const { office } = await accreditedOffice(at('laptop'), { compiler, clock: standingClock(day), day, count: 1 });
    await office.close();
    await onStick('2.0.0');
    const entry = await open();
    try {
      const first = await choose(entry);
      expect(await carryOut(entry, first?.id ?? '')).toMatchObject({ refusal: { code: 'backup.notChosen' } });
      await entry.call('backup.chooseFolder', { language: 'ky' });
      await rm(at('backups'), { recursive: true });
      const second = await choose(entry);
      expect(await carryOut(entry, second?.id ?? '')).toMatchObject({ ok: false });
      // An office that is here but not open cannot be backed up either.
      await entry.call('entry.leave', {});
      const third = await choose(entry);
      expect(await carryOut(entry, third?.id ?? '')).toMatchObject({ refusal: { code: 'update.openOwnOffice' } });
      expect(started).toEqual([]);
      expect(await readdir(at('laptop'))).not.toContain('update');
    } finally {
      await entry.close();
    }
  });

  it('is refused when one byte of it was altered, wherever, or bytes are missing or too many', async () => {
    const path = await onStick('2.0.0');
    const whole = await readFile(path);
    const header = whole.length - 3_000_000;
    const places = [0, 40, 60, Math.floor(header / 2), header - 20, header - 2, header, whole.length - 1];
    const codes = new Set<string>();
    const entry = await open();
    try {
      for (const one of places) {
        const altered = Buffer.from(whole);
        altered[one] = (altered[one] ?? 0) ^ 1;
        await writeFile(path, altered);
        codes.add(await refusalOf(entry));
      }
      expect([...codes].sort()).toEqual(['update.damaged', 'update.forged', 'update.notAFile']);
      await writeFile(path, whole);
      await truncate(path, whole.length - 1);
      expect(await refusalOf(entry)).toBe('update.damaged');
      await writeFile(path, whole);
      await appendFile(path, 'x');
      expect(await refusalOf(entry)).toBe('update.damaged');
    } finally {
      await entry.close();
    }
  });

  it('of somebody else, or signed by nobody, is refused', async () => {
    await onStick('2.0.0');
    const stranger = generateKeyPairSync('ed25519').publicKey;
    const entry = await open(stranger);
    expect(await refusalOf(entry)).toBe('update.forged');
    await entry.close();
    const path = answers.openFile ?? '';
    const [first, second] = (await readFile(path, 'latin1')).split('\n');
    await writeFile(path, `${first ?? ''}\n${second ?? ''}\n\n`, 'latin1');
    await refusedWith('update.forged');
  });

  it('that is older or the same is refused, though it is signed', async () => {
    await onStick('1.4.0');
    await refusedWith('update.older');
    await onStick('1.3.99');
    await refusedWith('update.older');
  });

  it('for another system, kind or processor, or of another product, is refused, though it is signed', async () => {
    await onStick('2.0.0', 'deb');
    await refusedWith('update.wrongPlatform');
    await onStick('2.0.0', 'nsis' === kind ? 'dmg' : 'nsis');
    await refusedWith('update.wrongPlatform');
    await onStick('2.0.0', kind, process.arch === 'x64' ? 'arm64' : 'x64');
    await refusedWith('update.wrongPlatform');
    const { privateKey } = readPrivateKey(keyFile);
    const manifest = {
      ...{ product: 'another-program', version: '9.0.0' },
      ...{ platform: 'linux' as const, architecture: 'x64' as const, kind: 'deb' as const },
      ...{ file: 'another.deb', bytes: 1, sha256: '0'.repeat(64), made: '2026-01-01T00:00:00.000Z' },
    } satisfies UpdateManifest;
    await writeFile(answers.openFile ?? '', Buffer.concat([updateHeader(manifest, privateKey), Buffer.from('x')]));
    await refusedWith('update.otherProduct');
  });

  it('is no update at all: an empty file, a picture, a newer format, a stick that was pulled out', async () => {
    answers.openFile = join(at('stick'), 'x.observer-update');
    await writeFile(answers.openFile, '');
    await refusedWith('update.notAFile');
    await writeFile(answers.openFile, Buffer.from('89504e470d0a1a0a0000', 'hex'));
    await refusedWith('update.notAFile');
    await writeFile(answers.openFile, 'observer-accreditation-update 2\n{}\nx\n');
    await refusedWith('update.newerFormat');
    await rm(answers.openFile);
    await refusedWith('update.gone');
  });

  it('that was changed on the stick after it was shown is not started', async () => {
    await onStick('2.0.0');
    const entry = await open();
    try {
      const offer = await choose(entry);
      const path = answers.openFile ?? '';
      const bytes = await readFile(path);
      bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
      await writeFile(path, bytes);
      expect(await carryOut(entry, offer?.id ?? '')).toMatchObject({ refusal: { code: 'update.damaged' } });
      await rm(path);
      const again = await carryOut(entry, offer?.id ?? '');
      expect(again).toMatchObject({ refusal: { code: 'update.gone' } });
      expect(await carryOut(entry, 'abc')).toMatchObject({ refusal: { code: 'update.gone' } });
      expect(started).toEqual([]);
      expect(await readdir(at('laptop'))).not.toContain('update');
    } finally {
      await entry.close();
    }
  });

  it('is not taken by a program without a publisher’s key, nor by one that runs from its sources', async () => {
    await onStick('2.0.0');
    for (const [key, as, code] of [
      [null, kind, 'update.noKey'],
      [readPrivateKey(keyFile).publicKey, null, 'update.notInstalled'],
    ] as const) {
      const entry = await open(key, as);
      expect(await refusalOf(entry)).toBe(code);
      await entry.close();
    }
  });
});

describe('the publisher’s key', () => {
  it('in this program is none or an Ed25519 key, and no private key lies in the repository', () => {
    expect([null, 'ed25519']).toContain(publisherKey()?.asymmetricKeyType ?? null);
    expect(() => readPublicKey(Buffer.from('nonsense').toString('base64'))).toThrow();
  });

  it('is not made inside the project, nor over one that is there', () => {
    expect(() => makeUpdateKey(inProject('key.pem'), at('p.json'))).toThrow(/must not lie in the project/u);
    expect(() => makeUpdateKey(keyFile, at('p.json'))).toThrow(/EEXIST/u);
  });
});

describe('the names of installers', () => {
  it('say version, system and kind', () => {
    expect(readInstallerName('observer-accreditation-1.2.0-x64-setup.exe')).toEqual({
      ...{ version: '1.2.0', architecture: 'x64', kind: 'nsis', platform: 'win32' },
    });
    expect(readInstallerName('observer-accreditation-1.2.0-x64-portable.exe')?.kind).toBe('portable');
    expect(readInstallerName('observer-accreditation-1.2.0-arm64.dmg')?.platform).toBe('darwin');
    for (const name of ['setup.exe', 'observer-accreditation-1.2.0-x64.exe', 'observer-accreditation-1.2-x64.deb']) {
      expect(readInstallerName(name)).toBeNull();
    }
  });

  it('carry versions that compare as numbers', () => {
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
    expect(compareVersions('0.9.0', '1.0.0')).toBeLessThan(0);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
  });
});
