/**
 * Faults on real disks, for an office that is plain and for one that is encrypted. What cannot be had
 * on this machine is tried by a device that answers so.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../../electron/office/office.ts';
import { writeBag } from '../../electron/office/exchange/bag.ts';
import { backupDevice, type BackupDevice } from '../../electron/office/device/device.ts';
import { atRest } from '../../electron/office/store/at-rest.ts';
import { changing } from '../support/changing-device.ts';
import { noteFaults } from '../support/fault-table.ts';
import { someOrganisation, someElection, someHead, someSettings } from '../support/fictitious.ts';
import { inForm, keyIn, officeForms, prepareForm } from '../support/office-forms.ts';
import { brokenPromises, changesOfWork, sumOfState, workInOffice, type Promised } from '../support/office-at-work.ts';
import { holdFile, smallDisk } from '../support/real-disks.ts';
import { lacksOfBackup } from '../support/whole-backup.ts';
import {
  ask,
  dialogsAnswering,
  noAnswers,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { pngOf } from '../unit/store/pictures.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

const day = '2026-11-10';
const openIn = (folder: string, { stick = '', clock = standingClock(day), device = backupDevice } = {}) =>
  keyIn(folder).then((officeKey) =>
    openOffice({
      ...{ folder, compiler, clock, device, actor: someHead },
      ...(officeKey && { officeKey }),
      ports: { dialogs: dialogsAnswering({ ...noAnswers(), chooseFolder: stick, saveFile: join(stick, 'list.csv') }) },
    }),
  );
async function officeIn(folder: string, more: Parameters<typeof openIn>[1] = {}): Promise<Office> {
  const opened = await openIn(folder, more);
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.refusal)}`);
  return opened.value;
}
const organisation = (contact: string) => ({
  id: null,
  fields: { ...someOrganisation, contact },
  correspondence: null,
});

/** A device on which so many bytes can be written before it is full; for machines where no small disk can be mounted. */
function limited(bytes: number): { device: BackupDevice; free(): void } {
  let left = bytes;
  const device = changing(backupDevice, (_number, _path, change, length) => {
    if (change === 'append' && length > left) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    if (change === 'append') left -= length;
  });
  return {
    device,
    free: () => {
      left = Number.POSITIVE_INFINITY;
    },
  };
}

describe('a disk that is full', () => {
  it.each(officeForms)('refuses each change of a %s office in words, loses none, and goes on after', async (form) => {
    const disk = await smallDisk(512);
    const bounded = limited(disk ? Number.POSITIVE_INFINITY : 150_000);
    const folder = join(disk?.folder ?? place.folder, 'office');
    const filler = join(disk?.folder ?? place.folder, 'filler');
    const more = { device: disk ? backupDevice : bounded.device };
    let [tried, lost] = [0, 0];
    try {
      await prepareForm(form, folder);
      let office = await officeIn(folder, more);
      const promised: Promised[] = [];
      await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
      const { id: electionId } = await ask(office, 'election.save', {
        id: null,
        fields: someElection,
      });
      if (disk) await writeFile(filler, Buffer.alloc(100_000));
      for (let n = 1; ; n += 1) {
        const before = office.head();
        const reply = await office.call('organisation.save', organisation('ө'.repeat(400 + n)));
        tried += 1;
        if (reply.ok) continue;
        expect(reply.refusal).toEqual({ code: 'store.diskFull' });
        expect(office.head()).toEqual(before);
        break;
      }
      promised.push({ seq: office.head().seq, state: sumOfState(office), photos: [], drafts: null, backup: null });
      const photo = Uint8Array.from(Buffer.concat([pngOf(300, 400), Buffer.alloc(600_000)]));
      const crop = { x: 0, y: 0, width: 300, height: 400 };
      expect(await refusalOf(office, 'photo.add', { original: photo, picture: photo, crop })).toEqual({
        code: 'store.diskFull',
      });
      const unsaved = {
        key: 'organisation.new',
        kind: 'organisation' as const,
        electionId,
        recordId: null,
        basis: null,
        title: someOrganisation.name,
      };
      const long = { work: { ...unsaved, content: { typed: 'x'.repeat(400_000) } } };
      expect(await refusalOf(office, 'drafts.keep', long)).toEqual({ code: 'store.diskFull' });
      // Nothing half-written keeps the room that the journal needs.
      expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.partial'))).toEqual([]);
      tried += 2;
      await office.close();
      office = await officeIn(folder, more);
      lost += (await brokenPromises(office, promised, 1)).length;
      await rm(filler, { force: true });
      bounded.free();
      expect((await office.call('organisation.save', organisation('room'))).ok).toBe(true);
      expect((await ask(office, 'audit.verify', { job: 'v' })).faultCount).toBe(0);
      await office.close();
    } finally {
      await disk?.remove();
    }
    noteFaults({
      fault: `disk full (${disk ? 'a real small disk' : 'answered by the device'})`,
      where: inForm(form, 'register, photos, unsaved forms'),
      tried,
      lost,
    });
    expect(lost).toBe(0);
  });

  it.each(officeForms)('as a stick takes no backup of a %s office and no handover, and says so', async (form) => {
    const disk = await smallDisk(96);
    const stick = disk?.folder ?? join(place.folder, 'stick');
    await mkdir(stick, { recursive: true });
    const folder = join(place.folder, 'office');
    const bounded = limited(60_000);
    await prepareForm(form, folder);
    const office = await officeIn(folder, { stick, device: disk ? backupDevice : bounded.device });
    try {
      await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
      await ask(office, 'backup.chooseFolder', { language: 'ky' });
      await ask(office, 'backup.make', { job: 'a' });
      const firstSeq = office.head().seq;
      for (let n = 1; n <= 60; n += 1) await ask(office, 'organisation.save', organisation('ө'.repeat(490)));
      if (disk) {
        expect(await refusalOf(office, 'backup.make', { job: 'b' })).toEqual({ code: 'backup.diskFull' });
        const bag = await writeBag({
          ...{ folder: stick, name: 'handover-001', info: { 'Bagging-Date': day } },
          files: [{ path: 'totals.csv', bytes: new Uint8Array(200_000) }],
          ...{ signal: new AbortController().signal, onProgress: () => undefined },
        });
        expect(bag).toMatchObject({ ok: false, refusal: { code: 'handover.diskFull' } });
        expect((await readdir(stick)).some((name) => name.startsWith('handover'))).toBe(false);
      }
      const lost = (await lacksOfBackup(stick, firstSeq, { folder: place.folder })).length;
      noteFaults({
        fault: 'disk full (a real small disk)',
        where: inForm(form, 'office’s stick for backups and handovers'),
        tried: disk ? 2 : 0,
        lost,
      });
      expect(lost).toBe(0);
    } finally {
      await office.close();
      await disk?.remove();
    }
  });
});

describe('a folder that cannot be written to', () => {
  it.each(officeForms)('is not opened, %s, says so, and opens as soon as it can be written to', async (form) => {
    const disk = await smallDisk(2_048);
    const stick = join(place.folder, 'stick');
    await mkdir(stick);
    const folder = join(disk?.folder ?? place.folder, 'office');
    const promised: Promised[] = [];
    try {
      await prepareForm(form, folder);
      await workInOffice(await officeIn(folder, { stick }), (there) => promised.push(there));
      if (disk) await disk.protect();
      else await promisify(execFile)('chmod', ['-R', 'a-w', folder]);
      const refused = await openIn(folder, { stick });
      expect(refused).toMatchObject({ ok: false, refusal: { code: disk ? 'store.readOnly' : 'store.held' } });
      if (disk) await disk.unprotect();
      else await promisify(execFile)('chmod', ['-R', 'u+w', folder]);
      const office = await officeIn(folder, { stick });
      const lost = await brokenPromises(office, promised, promised.length);
      await office.close();
      noteFaults({ fault: 'read-only data folder', where: inForm(form, 'office'), tried: 1, lost: lost.length });
      expect(lost).toEqual([]);
    } finally {
      await disk?.remove();
    }
  });
});

describe('a file that another program holds', () => {
  it.each(officeForms)('for a moment is waited for, %s; for longer it costs no change', async (form) => {
    const folder = join(place.folder, 'office');
    await prepareForm(form, folder);
    let office = await officeIn(folder);
    await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
    const { id: electionId } = await ask(office, 'election.save', {
      id: null,
      fields: someElection,
    });
    const unsaved = {
      key: 'organisation.new',
      kind: 'organisation' as const,
      electionId,
      recordId: null,
      basis: null,
      title: someOrganisation.name,
    };
    const keep = (typed: string) => office.call('drafts.keep', { work: { ...unsaved, content: { typed } } });
    expect((await keep('бир')).ok).toBe(true);
    await office.close();
    office = await officeIn(folder);
    let [tried, lost] = [0, 0];
    const letGo = await holdFile(join(folder, 'desk.json'));
    if (letGo) {
      const held = keep('эки');
      await wait(300);
      await letGo();
      expect((await held).ok).toBe(true);
      const again = await holdFile(join(folder, 'desk.json'));
      expect(await keep('үч')).toEqual({
        ok: false,
        refusal: { code: 'store.writeFailed', params: { reason: 'EBUSY' } },
      });
      await again?.();
      expect((await keep('төрт')).ok).toBe(true);
      const snapshot = await holdFile(join(folder, 'snapshot.json'));
      expect((await office.call('organisation.save', organisation('held'))).ok).toBe(true);
      const { seq } = office.head();
      await office.close();
      await snapshot?.();
      office = await officeIn(folder);
      lost += office.head().seq === seq ? 0 : 1;
      tried += 3;
    }
    await office.close();
    noteFaults({
      fault: 'file held by another program (real)',
      where: inForm(form, 'unsaved forms, snapshot'),
      tried,
      lost,
    });
    expect(lost).toBe(0);
  });
});

describe('a clock that was set back', () => {
  it.each(officeForms)('harms neither the order of the changes nor the backups of a %s office', async (form) => {
    const [folder, stick] = [join(place.folder, 'office'), join(place.folder, 'stick')];
    await mkdir(stick);
    const clock = standingClock(day);
    await prepareForm(form, folder);
    const office = await officeIn(folder, { stick, clock });
    await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
    await ask(office, 'backup.chooseFolder', { language: 'ky' });
    // More days and months with backups than rotation keeps, all of them later than what comes now.
    for (let month = 1; month <= 9; month += 1) {
      for (const at of ['05', '15', '25']) {
        clock.set(`2027-0${String(month)}-${at}`);
        await ask(office, 'organisation.save', organisation(`${String(month)} ${at}`));
        await ask(office, 'backup.make', { job: 'b' });
      }
    }
    let lost = 0;
    for (const back of ['2026-11-01', '2020-01-01', '1990-01-01']) {
      clock.set(back);
      await ask(office, 'organisation.save', organisation(back));
      await ask(office, 'backup.make', { job: 'c' });
      lost += (await lacksOfBackup(stick, office.head().seq, { folder: place.folder })).length;
    }
    const { seq } = office.head();
    const report = await ask(office, 'audit.verify', { job: 'v' });
    expect(report.faultCount).toBe(0);
    expect(report.clockBack).toBeGreaterThan(0);
    await office.close();
    const again = await officeIn(folder, { stick, clock });
    lost += again.head().seq === seq ? 0 : 1;
    await again.close();
    noteFaults({ fault: 'clock set back', where: inForm(form, 'register, backups'), tried: 3, lost });
    expect(lost).toBe(0);
    expect(seq).toBeGreaterThan(changesOfWork.all);
    const settings = atRest(backupDevice, await keyIn(folder)).whole;
    const kept = await settings.read(join(folder, 'backups.json'));
    expect(kept?.toString('utf8')).toContain('1990');
  });
});
