/** The office encrypted at rest: nothing readable in its folder, old offices encrypted whole, backups that open to their passwords. */
import { appendFile, copyFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyring, openKeyring } from '../../electron/office/access/keyring.ts';
import { isEncrypted, encryptOffice, settleEncryption } from '../../electron/office/access/encrypt-office.ts';
import { openOffice, type Office } from '../../electron/office/office.ts';
import { restoring, type Restoring } from '../../electron/office/backup/restore.ts';
import { formOf } from '../../electron/office/store/at-rest.ts';
import { backupDevice, type BackupDevice, nodeFiles } from '../../electron/office/device/device.ts';
import { accreditedOffice } from '../support/accredited-office.ts';
import { someOrganisation } from '../support/fictitious.ts';
import { lightCost } from '../support/keyring.ts';
import { filesBelow, plainTraces } from '../support/plain-traces.ts';
import {
  ask,
  dialogsAnswering,
  noAnswers,
  openTestOffice,
  standingClock,
  temporaryFolder,
  testCompiler,
  type Answers,
} from '../support/open-office.ts';
import type { OfficeKey } from '../../electron/office/crypto/office-key.ts';
import type { JobControl } from '../../electron/office/context/jobs.ts';
import type { Outcome } from '#shared/domain/base/refusals.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

const day = '2026-11-10';
const clock = standingClock(day);
const now = () => new Date('2026-11-10T08:00:00.000Z');
const head = { operatorId: 'op-head', login: 'head', password: 'Төө бээ көчүү 7' };
const control: JobControl = { signal: new AbortController().signal, progress: () => undefined };

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let stick: string;
let answers: Answers;
beforeEach(async () => {
  place = await temporaryFolder();
  stick = join(place.folder, 'stick');
  await mkdir(stick);
  answers = { ...noAnswers(), chooseFolder: stick };
});
afterEach(() => place.remove());

const laptop = (): string => join(place.folder, 'laptop');
const own = (): string => join(laptop(), 'office');

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const code = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.refusal.code);

async function keyringIn(folder: string): Promise<{ officeKey: OfficeKey; recoveryKey: string }> {
  await mkdir(folder, { recursive: true });
  return value(await createKeyring(folder, nodeFiles, head, { cost: lightCost }));
}

const worked = (officeKey?: OfficeKey) =>
  accreditedOffice(laptop(), { compiler, clock, day, count: 3, answers, ...(officeKey && { officeKey }) });

const reopen = (officeKey?: OfficeKey): Promise<Office> => openTestOffice(own(), compiler, clock, answers, officeKey);

const drafted = 'Жазылып жаткан Үсөнбаева';

/** What nobody may read without a password: of the people, their papers and the work on them. */
function known(office: Office): string[] {
  const people = [...office.state().applications.values()];
  return [
    ...people.flatMap(({ names, document }) => [
      ...[names.latin, names.ky, names.ru].flatMap((name) => Object.values(name)),
      document.number,
    ]),
    ...[...office.state().certificates.values()].flatMap(({ number }) => (number ? [number] : [])),
    drafted,
  ].filter((text) => text.length >= 5);
}

/** Everything that leaves files behind: people, photos, decisions, numbers, drafts, a backup, a kill in the middle. */
async function fill(officeKey?: OfficeKey): Promise<{ office: Office; texts: string[] }> {
  const { office, electionId, people } = await worked(officeKey);
  await ask(office, 'certificate.reserve', { applicationIds: people, issuedOn: day });
  const title = { ky: drafted, ru: drafted, en: drafted };
  const draft = { key: 'draft', kind: 'application', electionId, recordId: null, title } as const;
  await ask(office, 'drafts.keep', { work: { ...draft, content: { typed: drafted }, basis: null } });
  await ask(office, 'backup.chooseFolder', { language: 'ky' });
  await ask(office, 'backup.make', { job: 'b' });
  return { office, texts: known(office) };
}

describe('an encrypted office', () => {
  it('has no name and no number readable in any file, in its folder or on the stick', async () => {
    const { officeKey } = await keyringIn(own());
    const { office, texts } = await fill(officeKey);
    expect(texts.length).toBeGreaterThan(12);
    // A kill leaves half a line and half-written files.
    await office.close();
    const line = (await readFile(join(own(), 'journal.jsonl'))).subarray(0, 333);
    await appendFile(join(own(), 'journal.jsonl'), line);
    await copyFile(join(own(), 'snapshot.json'), join(own(), 'snapshot.json.partial'));
    const again = await reopen(officeKey);
    expect(again.report.tornTail).not.toBeNull();
    await again.close();
    const files = await filesBelow(place.folder);
    const names = [...files.keys()].join('\n');
    for (const part of [
      'journal.jsonl',
      'desk.json',
      'snapshot.json',
      'torn-',
      'backups.json',
      'photos',
      'stick',
      'keyring.json',
    ]) {
      expect(names).toContain(part);
    }
    expect(plainTraces(files, texts)).toEqual([]);
    // No picture begins as one.
    for (const bytes of files.values()) expect(bytes.includes(Buffer.from('\u0089PNG', 'latin1'))).toBe(false);
  });

  it('the same search finds them in a plain one', async () => {
    const { office, texts } = await fill();
    await office.close();
    expect(plainTraces(await filesBelow(place.folder), texts).length).toBeGreaterThan(20);
  });

  it('opens again as it was, and to no other key, nor without one', async () => {
    const { officeKey } = await keyringIn(own());
    const { office } = await worked(officeKey);
    const [before, people] = [office.head(), office.state().applications.size];
    await office.close();
    const again = await reopen(officeKey);
    expect([again.head(), again.state().applications.size]).toEqual([before, people]);
    const [person] = [...again.state().applications.values()];
    expect(await again.photo(person?.photo?.picture ?? '')).not.toBeNull();
    await again.close();
    const options = { folder: own(), compiler, clock, ports: { dialogs: dialogsAnswering(answers) } };
    expect(code(await openOffice(options))).toBe('store.encrypted');
    const { officeKey: foreign } = await keyringIn(join(place.folder, 'other'));
    expect(code(await openOffice({ ...options, officeKey: foreign }))).toBe('store.chainBroken');
  });

  it('rewrites its keyring alone when a password is changed', async () => {
    const { officeKey } = await keyringIn(own());
    const { office } = await worked(officeKey);
    await office.close();
    const before = await filesBelow(own());
    const keyring = value(await openKeyring(own(), nodeFiles, { cost: lightCost }));
    value(await keyring!.setPassword(officeKey, { ...head, password: 'another one entirely' }));
    const after = await filesBelow(own());
    const changed = [...after.keys()].filter((name) => !before.get(name)?.equals(after.get(name) ?? Buffer.alloc(0)));
    expect(changed.filter((name) => name !== 'attempts.json').sort()).toEqual(['keyring.copy.json', 'keyring.json']);
  });

  it('tells a photo that was exchanged for another', async () => {
    const { officeKey } = await keyringIn(own());
    const { office } = await worked(officeKey);
    const hashes = [...office.state().applications.values()].map(({ photo }) => photo?.picture ?? '');
    const pathOf = (hash = '') => join(own(), 'photos', hash.slice(0, 2), `${hash}.png`);
    await copyFile(pathOf(hashes[1]), pathOf(hashes[0]));
    expect(await office.photo(hashes[0] ?? '')).toBeNull();
    expect(await office.photo(hashes[1] ?? '')).not.toBeNull();
    await office.close();
  });
});

describe('an office of before there were passwords', () => {
  it.each(['schema-1', 'schema-2', 'schema-3'])('is encrypted with the chain that it had: %s', async (schema) => {
    const from = join(import.meta.dirname, schema);
    await mkdir(own(), { recursive: true });
    await copyFile(join(from, 'journal.bytes'), join(own(), 'journal.jsonl'));
    const before = await reopen();
    const [chain, texts] = [before.head(), known(before)];
    await before.close();
    const { officeKey } = await keyringIn(own());
    value(await encryptOffice({ own: own(), officeKey, now }));
    expect(await isEncrypted(own())).toBe(true);
    value(await encryptOffice({ own: own(), officeKey, now }));
    const after = await reopen(officeKey);
    expect(after.head()).toEqual(chain);
    await after.close();
    expect(plainTraces(await filesBelow(laptop()), texts)).toEqual([]);
  });

  it('loses nothing by it: people, photos, drafts, the folder of its backups, what was torn off', async () => {
    const { office, texts } = await fill();
    const people = [...office.state().applications.values()];
    await office.close();
    await appendFile(join(own(), 'journal.jsonl'), '{"prev":"half a line of Үсөнбаева');
    const { officeKey } = await keyringIn(own());
    value(await encryptOffice({ own: own(), officeKey, now }));
    expect(await readdir(laptop())).toEqual(['office']);
    expect(plainTraces(await filesBelow(laptop()), [...texts, 'half a line'])).toEqual([]);
    const after = await reopen(officeKey);
    expect([...after.state().applications.values()]).toEqual(people);
    for (const { photo } of people) expect(await after.photo(photo?.picture ?? '')).not.toBeNull();
    expect((await ask(after, 'backup.status', {})).folder).toBe(stick);
    expect((await ask(after, 'audit.verify', { job: 'a' })).faults).toEqual([]);
    await after.close();
    expect((await readdir(own())).filter((name) => name.startsWith('torn-'))).toHaveLength(1);
  });

  it('that is damaged is not encrypted over, and stays as it is', async () => {
    const { office } = await worked();
    await office.close();
    const journal = await readFile(join(own(), 'journal.jsonl'));
    journal[300] = (journal[300] ?? 0) ^ 1;
    await writeFile(join(own(), 'journal.jsonl'), journal);
    const { officeKey } = await keyringIn(own());
    expect(code(await encryptOffice({ own: own(), officeKey, now }))).toBe('store.chainBroken');
    expect(await readFile(join(own(), 'journal.jsonl'))).toEqual(journal);
    expect(await readdir(laptop())).toEqual(['office']);
  });

  it('is whole in one form or the other wherever the encrypting is stopped', async () => {
    const { office } = await worked();
    const chain = office.head();
    await office.close();
    const { officeKey } = await keyringIn(own());
    const saved = join(place.folder, 'saved');
    await cp(laptop(), saved, { recursive: true });
    const forms = new Set<string | null>();
    for (let stop = 1; ; stop += 1) {
      await rm(laptop(), { recursive: true });
      await cp(saved, laptop(), { recursive: true });
      const device = stoppingAt(stop);
      const outcome = await encryptOffice({ own: own(), officeKey, now, files: device }).catch(() => null);
      // The next start.
      await settleEncryption(own());
      expect(await readdir(laptop())).toEqual(['office']);
      const form = await formOf(nodeFiles, own());
      forms.add(form);
      if (stop % 9 === 0 || outcome?.ok) {
        const after = await reopen(form === 'encrypted' ? officeKey : undefined);
        expect(after.head()).toEqual(chain);
        for (const { photo } of after.state().applications.values()) {
          expect(await after.photo(photo?.picture ?? '')).not.toBeNull();
        }
        await after.close();
      }
      if (outcome?.ok) break;
      if (stop > 500) throw new Error('the operations never end');
    }
    expect(forms).toEqual(new Set(['plain', 'encrypted']));
  });

  /** From its nth change of the disk on the program is dead: nothing is done any more. */
  function stoppingAt(stop: number): BackupDevice {
    let count = 0;
    const alive = (): void => {
      count += 1;
      if (count >= stop) throw Object.assign(new Error('stopped'), { code: 'EIO' });
    };
    const after =
      <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        alive();
        return work(...args);
      };
    return {
      ...backupDevice,
      makeFolder: after(backupDevice.makeFolder),
      rename: after(backupDevice.rename),
      remove: after(backupDevice.remove),
      removeFolder: after(backupDevice.removeFolder),
      syncFolder: after(backupDevice.syncFolder),
      openNew: after(async (path: string) => {
        const file = await backupDevice.openNew(path);
        return { ...file, append: after(file.append), sync: after(file.sync) };
      }),
    };
  }
});

describe('a backup of an encrypted office', () => {
  const restorer = (): Restoring =>
    restoring({
      ...{ folder: laptop(), own: own(), now, files: backupDevice },
      tryOpening: async (folder, officeKey) => {
        const opened = await openOffice({
          ...{ folder, compiler, clock, ports: { dialogs: dialogsAnswering(answers) } },
          ...(officeKey && { officeKey }),
        });
        if (!opened.ok) return opened;
        await opened.value.close();
        return { ok: true, value: {} };
      },
    });

  async function backedUp(): Promise<{ officeKey: OfficeKey; recoveryKey: string; seq: number }> {
    const { officeKey, recoveryKey } = await keyringIn(own());
    const { office } = await fill(officeKey);
    const { seq } = office.head();
    await office.close();
    return { officeKey, recoveryKey, seq };
  }

  it('opens to a password of its own keyring, shows what would change, and comes back encrypted', async () => {
    const { officeKey, seq } = await backedUp();
    const office = await reopen(officeKey);
    await ask(office, 'organisation.save', { id: null, fields: someOrganisation, correspondence: null });
    await office.close();
    const restore = restorer();
    // Closing made one more, with the last change.
    const backup = value(await restore.look(stick)).find((one) => one.seq === seq);
    expect(backup).toMatchObject({ encrypted: true, logins: ['head'], people: 3 });
    const { id = '' } = backup ?? {};
    expect(code(await restore.preview(id, control))).toBe('backup.locked');
    expect(code(await restore.carryOut(id, control))).toBe('backup.locked');
    expect(code(await restore.unlock(id, { login: 'head', password: 'wrong' }))).toBe('access.wrongPassword');
    value(await restore.unlock(id, head));
    expect(value(await restore.preview(id, control))).toMatchObject({
      ...{ relation: 'older', lost: 1, damagedPictures: 0, here: { people: 3 } },
    });
    value(await restore.carryOut(id, control));
    expect(await isEncrypted(own())).toBe(true);
    const keyring = value(await openKeyring(own(), nodeFiles, { cost: lightCost }));
    const { officeKey: again } = value(await keyring!.unlock(head.login, head.password));
    const restored = await reopen(again);
    expect([restored.head().seq, restored.state().applications.size]).toEqual([seq, 3]);
    expect((await ask(restored, 'backup.status', {})).folder).toBe(stick);
    await restored.close();
  });

  it('brings back an office whose keyring is damaged, by the recovery key as well', async () => {
    const { recoveryKey, seq } = await backedUp();
    for (const name of ['keyring.json', 'keyring.copy.json']) await writeFile(join(own(), name), 'spoiled');
    expect(code(await openKeyring(own(), nodeFiles))).toBe('access.keyringDamaged');
    const restore = restorer();
    const id = value(await restore.look(stick))[0]?.id ?? '';
    value(await restore.unlock(id, { recoveryKey }));
    expect(value(await restore.preview(id, control))).toMatchObject({ relation: 'same' });
    const { kept } = value(await restore.carryOut(id, control));
    expect(kept).not.toBeNull();
    const keyring = value(await openKeyring(own(), nodeFiles, { cost: lightCost }));
    const { officeKey } = value(await keyring!.unlock(head.login, head.password));
    const office = await reopen(officeKey);
    expect(office.head().seq).toBe(seq);
    await office.close();
  });

  it('stands beside the plain ones of before, which are still brought back, and knows the common chain', async () => {
    const { office } = await fill();
    const { seq } = office.head();
    await office.close();
    const { officeKey } = await keyringIn(own());
    value(await encryptOffice({ own: own(), officeKey, now }));
    const encrypted = await reopen(officeKey);
    clock.set('2026-11-11');
    await ask(encrypted, 'backup.make', { job: 'b' });
    await encrypted.close();
    const restore = restorer();
    const found = value(await restore.look(stick));
    expect(found.map((one) => one.encrypted)).toEqual([true, false]);
    const [newer, older] = found;
    value(await restore.unlock(newer?.id ?? '', head));
    expect(value(await restore.preview(newer?.id ?? '', control))).toMatchObject({
      relation: 'same',
      damagedPictures: 0,
    });
    value(await restore.carryOut(older?.id ?? '', control));
    const plain = await reopen();
    // One line more: the key that signs was encrypted with the office here, so another was made and recorded.
    expect([plain.head().seq, plain.state().applications.size]).toEqual([seq + 1, 3]);
    await plain.close();
    expect(value(await restorer().look(stick))).toHaveLength(2);
    const again = restorer();
    const id = value(await again.look(stick))[0]?.id ?? '';
    value(await again.unlock(id, head));
    expect(value(await again.preview(id, control))).toMatchObject({ relation: 'older', lost: 1 });
  });

  it('does not open when a bit of it is flipped', async () => {
    await backedUp();
    const files = [...(await filesBelow(stick)).keys()];
    const journal = join(stick, files.find((name) => name.endsWith('journal.jsonl')) ?? '');
    const bytes = await readFile(journal);
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    await writeFile(journal, bytes);
    expect((await stat(journal)).size).toBe(bytes.length);
    const restore = restorer();
    const id = value(await restore.look(stick))[0]?.id ?? '';
    value(await restore.unlock(id, head));
    expect(code(await restore.preview(id, control))).toBe('backup.damaged');
  });
});
