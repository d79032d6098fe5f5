/** One bit turned, a file cut or gone: in the journal, the snapshot, the photos and the small files beside them. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { someHead } from '../support/fictitious.ts';
import { openOffice } from '../../electron/office/office.ts';
import type { OfficeKey } from '../../electron/office/crypto/office-key.ts';
import { keyringCopyName, keyringName, readKeyringFile } from '../../electron/office/access/keyring-file.ts';
import { draftsName } from '../../electron/office/drafts/drafts.ts';
import { journalName } from '../../electron/office/store/journal.ts';
import { previousName, snapshotName } from '../../electron/office/store/snapshot.ts';
import { randomFrom } from '../../electron/office/sample/random.ts';
import { runs, testSeed } from '../support/effort.ts';
import { noteFaults } from '../support/fault-table.ts';
import { labKeyOf } from '../support/lab-key.ts';
import { inForm, keyIn, officeForms, prepareForm, type OfficeForm } from '../support/office-forms.ts';
import { sumOfState, workInOffice, type Promised } from '../support/office-at-work.ts';
import {
  ask,
  dialogsAnswering,
  noAnswers,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { recordingDisk, type RecordingDisk } from '../support/recording-disk.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;
let whole: RecordingDisk;
let promised: Promised;
let officeKey: OfficeKey | undefined;
const open = (disk: RecordingDisk) =>
  openOffice({
    ...(officeKey && { officeKey }),
    ...{ folder, device: disk.device, compiler, clock: standingClock('2026-11-10'), actor: someHead },
    ports: { dialogs: dialogsAnswering({ ...noAnswers(), chooseFolder: join(place.folder, 'stick') }) },
  });

beforeEach(async () => {
  place = await temporaryFolder();
  folder = join(place.folder, 'office');
  await mkdir(folder);
});
afterEach(() => place.remove());

/** The office at the end of its work, in one form. */
async function worked(form: OfficeForm): Promise<void> {
  const disk = recordingDisk([place.folder, join(place.folder, 'stick')]);
  await prepareForm(form, folder, disk.device);
  officeKey = await keyIn(folder, disk.device);
  const opened = await open(disk);
  if (!opened.ok) throw new Error(opened.refusal.code);
  await workInOffice(opened.value, (there) => {
    promised = there;
  });
  whole = disk.afterKill();
}

/** The disk with one file changed; null takes it away. */
async function changed(path: string, change: (bytes: Buffer) => Buffer | null): Promise<RecordingDisk> {
  const disk = whole.afterKill();
  const bytes = change(Buffer.from((await disk.device.read(path)) ?? []));
  await disk.device.remove(path);
  if (bytes) {
    const file = await disk.device.openNew(path);
    await file.append(bytes);
  }
  return disk;
}

/** So many places in a file, the same in every run. */
function places(length: number, most: number): { at: number; bit: number }[] {
  const random = randomFrom(testSeed);
  return Array.from({ length: Math.min(length, most) }, () => ({
    at: random.between(0, length - 1),
    bit: 1 << random.between(0, 7),
  }));
}
const turned =
  ({ at, bit }: { at: number; bit: number }) =>
  (bytes: Buffer): Buffer => {
    bytes[at] = (bytes[at] ?? 0) ^ bit;
    return bytes;
  };

describe.each(officeForms)('of an office that is %s', (form) => {
  beforeEach(() => worked(form));

  it('a journal with any bit turned, or cut anywhere, is refused by its line: nothing is dropped in silence', async () => {
    const path = join(folder, journalName);
    const length = (await whole.device.size(path)) ?? 0;
    let lost = 0;
    const changes = places(length, runs(80, 500)).flatMap((one) => [
      turned(one),
      (bytes: Buffer) => bytes.subarray(0, one.at),
    ]);
    for (const change of changes) {
      const disk = await changed(path, change);
      const opened = await open(disk);
      if (!opened.ok) {
        expect(opened.refusal.code).toMatch(/^store\./u);
        continue;
      }
      // Opened, it is whole, or says what was set aside.
      if (opened.value.head().seq < promised.seq && opened.value.report.tornTail === null) lost += 1;
      await opened.value.close();
    }
    noteFaults({ fault: 'bit turned, or cut short', where: inForm(form, 'journal'), tried: changes.length, lost });
    expect(lost).toBe(0);
  });

  it('a snapshot with any bit turned, cut or gone costs nothing', async () => {
    const path = join(folder, snapshotName);
    const length = (await whole.device.size(path)) ?? 0;
    expect(length).toBeGreaterThan(0);
    let lost = 0;
    const changes = places(length, runs(40, 240)).flatMap((one) => [
      turned(one),
      (bytes: Buffer) => bytes.subarray(0, one.at),
    ]);
    for (const change of [...changes, () => null]) {
      const disk = await changed(path, change);
      await disk.device.remove(join(folder, previousName));
      const opened = await open(disk);
      if (!opened.ok || sumOfState(opened.value) !== promised.state) lost += 1;
      if (opened.ok) await opened.value.close();
    }
    noteFaults({ fault: 'bit turned, or cut short', where: inForm(form, 'snapshot'), tried: changes.length + 1, lost });
    expect(lost).toBe(0);
  });

  it('a photo that is damaged or missing is never shown, and the check of the records names it', async () => {
    const photos = [...whole.names.keys()].filter(
      (path) => path.startsWith(join(folder, 'photos')) && path.endsWith('.png'),
    );
    expect(photos).toHaveLength(2);
    let [tried, lost] = [0, 0];
    for (const path of photos) {
      const length = (await whole.device.size(path)) ?? 0;
      for (const change of [...places(length, runs(8, 40)).map(turned), () => null, () => Buffer.alloc(0)]) {
        const opened = await open(await changed(path, change));
        if (!opened.ok) throw new Error(opened.refusal.code);
        const hash = path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        const report = await ask(opened.value, 'audit.verify', { job: 'v' });
        tried += 1;
        if ((await opened.value.photo(hash)) !== null || report.faultCount === 0) lost += 1;
        await opened.value.close();
      }
    }
    noteFaults({ fault: 'photo damaged or missing', where: inForm(form, 'photos'), tried, lost });
    expect(lost).toBe(0);
  });

  it('what is kept beside the register may be anything: the register opens', async () => {
    let [tried, lost] = [0, 0];
    for (const name of [draftsName, 'backups.json']) {
      const length = (await whole.device.size(join(folder, name))) ?? 0;
      for (const change of [
        ...places(length, runs(12, 60)).map(turned),
        () => Buffer.from('{"__proto__":{"x":1}}'),
        () => Buffer.alloc(9),
      ]) {
        const opened = await open(await changed(join(folder, name), change));
        tried += 1;
        if (!opened.ok || sumOfState(opened.value) !== promised.state) lost += 1;
        if (opened.ok) await opened.value.close();
      }
    }
    noteFaults({
      fault: 'bit turned, or cut short',
      where: inForm(form, 'unsaved forms, settings of backups'),
      tried,
      lost,
    });
    expect(lost).toBe(0);
  });
});

it('a keyring with any bit turned, cut or gone in one of its two files costs nothing; in both it is said', async () => {
  await worked('encrypted');
  const files = [join(folder, keyringName), join(folder, keyringCopyName)];
  const length = (await whole.device.size(files[0] ?? '')) ?? 0;
  const changes = places(length, 8).flatMap((one) => [turned(one), (bytes: Buffer) => bytes.subarray(0, one.at)]);
  let lost = 0;
  for (const change of [...changes, () => null, () => Buffer.alloc(0)]) {
    for (const path of files) {
      const disk = await changed(path, change);
      const key = await labKeyOf(folder, disk.device).catch(() => null);
      if (key?.derive('x').equals(officeKey?.derive('x') ?? Buffer.alloc(0)) !== true) lost += 1;
      // Mended by then: the other file may be damaged next.
      const other = files.find((one) => one !== path) ?? '';
      await disk.device.remove(other);
      await expect(labKeyOf(folder, disk.device)).resolves.toBeDefined();
    }
  }
  const [first, second] = [await changed(files[0] ?? '', () => Buffer.alloc(9)), whole];
  await first.device.remove(files[1] ?? '');
  expect(await readKeyringFile(folder, first.device)).toEqual({
    ok: false,
    refusal: { code: 'access.keyringDamaged' },
  });
  expect((await readKeyringFile(folder, second.device)).ok).toBe(true);
  noteFaults({ fault: 'bit turned, or cut short', where: 'keyring', tried: 2 * (changes.length + 2), lost });
  expect(lost).toBe(0);
});
