/**
 * The power is cut at every change that the office makes on its disks: every disk that this may leave is opened again.
 * What was acknowledged by then must be there: changes of the register, photos, unsaved work, backups, preferences, a
 * handover, an office brought back.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../electron/office/session/entry.ts';
import { openOffice, type Office } from '../../electron/office/office.ts';
import { writeBag, type BagDevice } from '../../electron/office/exchange/bag.ts';
import { formOf } from '../../electron/office/store/at-rest.ts';
import type { OfficeKey } from '../../electron/office/crypto/office-key.ts';
import type { BackupDevice } from '../../electron/office/device/device.ts';
import { someOrganisation, someHead, someSettings } from '../support/fictitious.ts';
import { brokenPromises, changesOfWork, sumOf, workInOffice, type Promised } from '../support/office-at-work.ts';
import { runs } from '../support/effort.ts';
import { noteFaults } from '../support/fault-table.ts';
import { labHead } from '../support/enter-entry.ts';
import { labKeyOf, makeLabKey } from '../support/lab-key.ts';
import { askEntry, openTestEntry } from '../support/test-entry.ts';
import { recordingDisk, type RecordingDisk } from '../support/recording-disk.ts';
import { lacksOfBackup } from '../support/whole-backup.ts';
import { dialogsAnswering, noAnswers, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let replicaId: string;
let stick: string;
let own: string;
beforeEach(async () => {
  place = await temporaryFolder();
  [replicaId, stick] = [join(place.folder, 'laptop'), join(place.folder, 'stick')];
  own = join(replicaId, 'office');
  // The lock of a folder is the system's own, and asks where the folder really is.
  for (const name of ['office', 'office.partial', 'office-restored.partial']) {
    await mkdir(join(replicaId, name), { recursive: true });
  }
});
afterEach(() => place.remove());

const day = '2026-11-10';
const { all, inFirstBackup } = changesOfWork;

/** With the key of its head where it is encrypted. */
const openOn = async (device: BackupDevice, officeKey?: OfficeKey) =>
  openOffice({
    ...{ folder: own, device, compiler, clock: standingClock(day), actor: someHead },
    ...(officeKey && { officeKey }),
    ports: { dialogs: dialogsAnswering({ ...noAnswers(), chooseFolder: stick }) },
  });
const entryOn = (device: BackupDevice): Promise<Entry> =>
  openTestEntry(replicaId, { answers: { ...noAnswers(), chooseFolder: stick }, device, clock: standingClock(day) });
const { password, ...head } = labHead;
const confirm = (entry: Entry, recoveryKey: string) =>
  askEntry(entry, 'entry.confirmRecoveryKey', { lastGroup: recoveryKey.split('-').at(-1) ?? '' });
async function establish(entry: Entry): Promise<void> {
  const { recoveryKey } = await askEntry(entry, 'entry.establish', { settings: someSettings, head, password });
  await confirm(entry, recoveryKey);
}

async function officeOn(device: BackupDevice, officeKey?: OfficeKey): Promise<Office> {
  const opened = await openOn(device, officeKey);
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.refusal)}`);
  return opened.value;
}

async function newKeyOn(disk: RecordingDisk): Promise<OfficeKey> {
  await disk.device.makeFolder(own);
  return makeLabKey(own, disk.device);
}

type Moment = { disk: RecordingDisk; acknowledged: number; at: number };

/** Everything that a crash at any change may leave, with how much was acknowledged then; each disk once. */
function* crashes(moments: readonly Moment[]): Generator<Moment> {
  const seen = new Map<string, number>();
  for (const moment of moments) {
    const print = moment.disk.fingerprint();
    if ((seen.get(print) ?? -1) >= moment.acknowledged) continue;
    seen.set(print, moment.acknowledged);
    yield moment;
  }
}

/** Does the work on a disk and keeps what a kill and what power cuts leave at each of its changes. */
async function watched(
  disk: RecordingDisk,
  most: number,
  work: (acknowledge: () => void) => Promise<void>,
): Promise<{ kills: Moment[]; cuts: Moment[] }> {
  const [kills, cuts]: [Moment[], Moment[]] = [[], []];
  let acknowledged = 0;
  disk.after = () => {
    const at = disk.operations;
    kills.push({ disk: disk.afterKill(), acknowledged, at });
    for (const after of disk.afterPowerCuts(most)) cuts.push({ disk: after, acknowledged, at });
  };
  await work(() => {
    acknowledged += 1;
  });
  // And when nobody waits for anything any more.
  disk.after();
  disk.after = null;
  return { kills, cuts };
}

/** Tries each crash; what `look` finds missing is lost. Writes down how many were tried. */
async function tryAll(
  where: string,
  { kills, cuts }: { kills: Moment[]; cuts: Moment[] },
  look: (moment: Moment) => Promise<string[]>,
): Promise<void> {
  for (const [fault, moments] of [
    ['killed at every change of a file or name', kills],
    ['power cut at every change, in every order kept', cuts],
  ] as const) {
    const losses: string[] = [];
    let tried = 0;
    for (const moment of crashes(moments)) {
      tried += 1;
      for (const loss of await look(moment)) losses.push(`at change ${String(moment.at)}: ${loss}`);
    }
    noteFaults({ fault, where, tried, lost: losses.length });
    expect(losses.slice(0, 5)).toEqual([]);
    expect(tried).toBeGreaterThan(5);
  }
}

const work = async (disk: RecordingDisk, note: (there: Promised) => void, officeKey?: OfficeKey): Promise<void> =>
  workInOffice(await officeOn(disk.device, officeKey), note);

describe('the office at work', () => {
  it.each([
    ['encrypted', 'sealed register, photos, unsaved forms, backups'],
    ['of before there were passwords', 'register, photos, unsaved forms, backups'],
  ])('%s, has all that was acknowledged after a crash at any moment', async (form, where) => {
    const disk = recordingDisk([replicaId, stick]);
    const officeKey = form === 'encrypted' ? await newKeyOn(disk) : undefined;
    const said: Promised[] = [];
    const moments = await watched(disk, runs(20, 60), (acknowledge) =>
      work(
        disk,
        (there) => {
          said.push(there);
          acknowledge();
        },
        officeKey,
      ),
    );
    await tryAll(where, moments, async ({ disk: left, acknowledged }) => {
      const opened = await openOn(left.device, officeKey);
      if (!opened.ok) return [`not opened: ${JSON.stringify(opened.refusal)}`];
      const office = opened.value;
      const promised = said[acknowledged - 1];
      const lost = await brokenPromises(office, said, acknowledged);
      await office.close();
      if (promised?.backup)
        lost.push(...(await lacksOfBackup(stick, promised.backup, { folder: replicaId, files: left.device })));
      return lost;
    });
  });
});

/** A laptop with an office at the end of its work, a backup of all but the last change on the stick, and a photo. */
async function workedOn(form: 'encrypted' | 'plain' = 'plain'): Promise<RecordingDisk> {
  const disk = recordingDisk([replicaId, stick]);
  await work(disk, () => undefined, form === 'encrypted' ? await newKeyOn(disk) : undefined);
  return disk.afterKill();
}

/** Of the office that lies in a folder of the disk: how many changes it has, or why it does not open. */
async function changesIn(disk: RecordingDisk): Promise<number | string> {
  const isEncrypted = (await formOf(disk.device, own)) === 'encrypted';
  const opened = await openOn(disk.device, isEncrypted ? await labKeyOf(own, disk.device) : undefined);
  if (!opened.ok) return opened.refusal.code;
  const { seq } = opened.value.head();
  await opened.value.close();
  return seq;
}

describe('a new office', () => {
  it('is there when it was said to be, and half of one is never taken for one', async () => {
    const disk = recordingDisk([replicaId]);
    const moments = await watched(disk, runs(20, 60), async (acknowledge) => {
      const entry = await entryOn(disk.device);
      await askEntry(entry, 'preferences.set', { language: 'ru', zoom: 125 });
      acknowledge();
      await establish(entry);
      acknowledge();
      await entry.close();
    });
    await tryAll('a new office, preferences', moments, async ({ disk: left, acknowledged }) => {
      const entry = await entryOn(left.device);
      const lost: string[] = [];
      const { phase } = await askEntry(entry, 'entry.status', {});
      if (acknowledged > 1 ? phase !== 'signIn' : phase === 'refused') lost.push(`the office is at ${phase}`);
      if (phase === 'signIn') await askEntry(entry, 'entry.signIn', { login: head.login, password });
      if (phase === 'signIn' && (await askEntry(entry, 'office.settings', {})).clerk !== someSettings.clerk)
        lost.push('half');
      if (phase === 'choose') await establish(entry);
      const { language, zoom } = await askEntry(entry, 'preferences.get', {});
      if (acknowledged > 0 && (language !== 'ru' || zoom !== 125)) lost.push('the preferences');
      await entry.close();
      return lost;
    });
  });
});

describe('bringing an office back', () => {
  it.each([
    // It can be opened: of before there were operators, it asks for its first head.
    ['encrypted', 'signIn', 'a sealed office brought back from a stick'],
    ['plain', 'makeHead', 'an office brought back from a stick'],
  ] as const)('%s, leaves the one or the other, whole, at any moment', async (form, comesTo, where) => {
    const before = await workedOn(form);
    const here = await changesIn(before);
    expect(here).toBe(all);
    const disk = before.afterKill();
    const moments = await watched(disk, runs(20, 60), async (acknowledge) => {
      const entry = await entryOn(disk.device);
      const { found } = await askEntry(entry, 'restore.look', { language: 'ky' });
      const older = found?.find(({ seq }) => seq === inFirstBackup);
      const id = older?.id ?? '';
      if (form === 'encrypted') await askEntry(entry, 'restore.unlock', { id, login: head.login, password });
      await askEntry(entry, 'restore.carryOut', { id, job: 'r' });
      acknowledge();
      await entry.close();
    });
    await tryAll(where, moments, async ({ disk: left, acknowledged }) => {
      const entry = await entryOn(left.device);
      const lost: string[] = [];
      const { phase, refusal } = await askEntry(entry, 'entry.status', {});
      if (phase !== comesTo) lost.push(`at ${phase} ${JSON.stringify(refusal)}`);
      await entry.close();
      const changes = await changesIn(left);
      if (acknowledged > 0 ? changes !== inFirstBackup : changes !== inFirstBackup && changes !== all)
        lost.push(`stands at ${String(changes)}`);
      const pictures = [...left.names.keys()].filter(
        (path) => path.startsWith(`${own}/photos/`) && path.endsWith('.png'),
      );
      if (pictures.length !== 2) lost.push(`${String(2 - pictures.length)} photos`);
      if (changes === inFirstBackup) {
        const kept = (await left.device.list(replicaId)).find(({ name }) => name.startsWith('office-before-'));
        await left.device.rename(own, `${replicaId}/office-new`);
        if (kept) await left.device.rename(join(replicaId, kept.name), own);
        if ((await changesIn(left)) !== here) lost.push('the office that was here');
      }
      return lost;
    });
  });
});

describe('a stick pulled out', () => {
  it('at any change of a backup is said, harms neither the office nor the backup before, and the next one is whole', async () => {
    const before = await workedOn();
    let [tried, lost] = [0, 0];
    for (let at = 0; ; at += 1) {
      const disk = before.afterKill();
      const entry = await entryOn(disk.device);
      const { recoveryKey } = await askEntry(entry, 'entry.makeHead', { head, password });
      await confirm(entry, recoveryKey);
      await askEntry(entry, 'organisation.save', {
        id: null,
        fields: { ...someOrganisation, contact: 'x' },
        correspondence: null,
      });
      let [operations, isPulled] = [0, false];
      disk.before = (_operation, path) => {
        if (!path.startsWith(stick)) return;
        isPulled ||= operations === at;
        operations += 1;
        if (isPulled) throw Object.assign(new Error('ENODEV'), { code: 'ENODEV' });
      };
      const reply = await entry.call('backup.make', { job: 'p' });
      disk.before = () => undefined;
      if (reply.ok) {
        await entry.close();
        break;
      }
      expect(reply.refusal.code).toBe('backup.folderGone');
      for (const left of disk.afterPowerCuts(20)) {
        tried += 1;
        lost += (await lacksOfBackup(stick, all, { folder: replicaId, files: left.device })).length;
      }
      await askEntry(entry, 'backup.make', { job: 'q' });
      lost += (await lacksOfBackup(stick, all + 2, { folder: replicaId, files: disk.device })).length;
      await entry.close();
      if ((await changesIn(disk)) !== all + 2) lost += 1;
    }
    noteFaults({ fault: 'stick pulled out at every change', where: 'backups', tried, lost });
    expect(lost).toBe(0);
    expect(tried).toBeGreaterThan(10);
  });
});

describe('a handover', () => {
  const files = [
    { path: 'totals.csv', bytes: new TextEncoder().encode('a;b\r\n') },
    { path: 'lists/badge-list.json', bytes: new Uint8Array(3_000).fill(7) },
    { path: 'handover-act.pdf', bytes: new Uint8Array(1_500).fill(9) },
  ];
  const bagOn = (device: BackupDevice): BagDevice => ({
    makeFolder: (path) => device.makeFolder(path),
    async write(path, bytes) {
      const file = await device.openNew(path);
      await file.append(bytes);
      await file.sync();
      await file.close();
    },
    async read(path) {
      const bytes = await device.read(path);
      if (!bytes) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
      return bytes;
    },
    rename: (from, to) => device.rename(from, to),
    remove: (path) => device.removeFolder(path),
    exists: async (path) => (await device.size(path)) !== null,
    flushFolder: (path) => device.syncFolder(path),
  });

  it('that may be taken out is whole on the stick, and one with a whole name never is half', async () => {
    const disk = recordingDisk([stick]);
    const bag = join(stick, 'handover-001');
    const moments = await watched(disk, runs(20, 60), async (acknowledge) => {
      const written = await writeBag({
        ...{ folder: stick, name: 'handover-001', files, info: { 'Bagging-Date': day }, device: bagOn(disk.device) },
        ...{ signal: new AbortController().signal, onProgress: () => undefined },
      });
      expect(written.ok).toBe(true);
      acknowledge();
    });
    await tryAll('a handover on a stick', moments, async ({ disk: left, acknowledged }) => {
      if ((await left.device.size(bag)) === null) return acknowledged > 0 ? ['the bag'] : [];
      const lost: string[] = [];
      for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt', 'bagit.txt']) {
        if ((await left.device.size(join(bag, name))) === null) lost.push(name);
      }
      for (const file of files) {
        const bytes = await left.device.read(join(bag, 'data', file.path));
        if (!bytes || sumOf(bytes) !== sumOf(file.bytes)) lost.push(file.path);
      }
      return lost;
    });
  });
});
