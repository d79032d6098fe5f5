import { appendFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import type { Input, OperationName, Output } from '../../shared/contract.ts';
import { openLobby, type Lobby } from '../../electron/office/lobby.ts';
import { sealedAtRest } from '../../electron/office/store/at-rest.ts';
import { backupDevice, type BackupDevice } from '../../electron/office/store/backup/backup-device.ts';
import { writeBackup } from '../../electron/office/store/backup/write-backup.ts';
import { JournalReader } from '../../electron/office/store/journal-reader.ts';
import { sealedLines } from '../../electron/office/store/line-codec.ts';
import { enterLobby, labHead, lightCost } from '../support/enter-lobby.ts';
import { labKeyOf } from '../support/lab-key.ts';
import { accreditedOffice } from '../support/accredited-office.ts';
import {
  dialogsAnswering,
  noAnswers,
  projectRoot,
  standingClock,
  temporaryFolder,
  testCompiler,
  type Answers,
} from '../support/open-office.ts';

const compiler = testCompiler();
afterAll(() => compiler.close());

const day = '2026-11-10';

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
const clock = standingClock(day);

/** The laptop as it starts, with its office open where there is one that can be opened. */
async function openHere(): Promise<Lobby> {
  const lobby = await openLobby({
    ...{ folder: laptop(), ports: { dialogs: dialogsAnswering(answers) }, projectRoot, clock },
    workerFile: join(projectRoot, 'electron', 'office', 'documents', 'compiler-worker.ts'),
    ...{ runtime: 'development' as const, version: '0', passwordCost: lightCost },
  });
  await enterLobby(lobby);
  return lobby;
}

async function openAgain(lobby: Lobby): Promise<void> {
  await of(lobby, 'lobby.openOffice', {});
  await enterLobby(lobby);
}

async function of<N extends OperationName>(lobby: Lobby, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await lobby.call(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value as Output<N>;
}
const refused = async <N extends OperationName>(lobby: Lobby, name: N, input: Input<N>): Promise<string> => {
  const reply = await lobby.call(name, input);
  return reply.ok ? 'not refused' : reply.refusal.code;
};

/** An office with three people, two of them with numbers, on the laptop, closed. */
async function workedOn(): Promise<{ eventId: string; people: string[] }> {
  const { office, eventId, people } = await accreditedOffice(laptop(), { compiler, clock, day, count: 3 });
  const reply = await office.call('certificate.reserve', { applicationIds: people.slice(0, 2), issuedOn: day });
  expect(reply.ok).toBe(true);
  await office.close();
  return { eventId, people };
}

const linesOf = (journal: Buffer): number => journal.filter((byte) => byte === 0x0a).length;
const journalOf = (folder: string): Promise<Buffer> => readFile(join(folder, 'journal.jsonl'));

async function homeOnStick(): Promise<string> {
  const all = join(stick, 'observer-accreditation-backups');
  const [home = ''] = await readdir(all);
  return join(all, home);
}
const backupsOnStick = async (): Promise<string[]> =>
  (await readdir(await homeOnStick())).filter((name) => /^\d{8}-/u.test(name));

async function withBackup(): Promise<{ lobby: Lobby; eventId: string; people: string[] }> {
  const worked = await workedOn();
  const lobby = await openHere();
  await of(lobby, 'backup.chooseFolder', { language: 'ky' });
  await of(lobby, 'backup.make', { job: 'b' });
  return { lobby, ...worked };
}

describe('a backup', () => {
  it('holds the journal to the last byte and every picture, and says so', async () => {
    const { lobby } = await withBackup();
    const status = await of(lobby, 'backup.status', {});
    expect(status).toMatchObject({ folder: stick, present: true, behind: 0, failure: null, last: { damaged: 0 } });
    const [name = ''] = await backupsOnStick();
    const home = await homeOnStick();
    expect((await journalOf(join(home, name))).equals(await journalOf(join(laptop(), 'office')))).toBe(true);
    const head = JSON.parse(await readFile(join(home, name, 'backup.json'), 'utf8')) as { pictures: string[] };
    expect(head.pictures.length).toBeGreaterThan(0);
    for (const picture of head.pictures) {
      expect(await readFile(join(home, picture))).toEqual(await readFile(join(laptop(), 'office', picture)));
    }
    await lobby.close();
  });

  it('is made by itself when the office is closed, and only when something changed', async () => {
    const { lobby, eventId, people } = await withBackup();
    await of(lobby, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    expect(await of(lobby, 'backup.status', {})).toMatchObject({ behind: 1 });
    await lobby.close();
    expect(await backupsOnStick()).toHaveLength(2);
    const again = await openHere();
    expect(await of(again, 'backup.status', {})).toMatchObject({ behind: 0 });
    await of(again, 'event.list', {});
    expect(eventId).not.toBe('');
    await again.close();
    expect(await backupsOnStick()).toHaveLength(2);
  });

  it('is not made into a folder that took the place of a stick that was pulled, and says that the stick is missing', async () => {
    const { lobby, people } = await withBackup();
    await rename(stick, `${stick}-pulled`);
    await of(lobby, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    expect(await refused(lobby, 'backup.make', { job: 'b2' })).toBe('backup.folderGone');
    expect(await of(lobby, 'backup.status', {})).toMatchObject({
      ...{ present: false, behind: 1, failure: { code: 'backup.folderGone' } },
    });
    await expect(stat(stick)).rejects.toThrow();
    await lobby.close();
    await expect(stat(stick)).rejects.toThrow();
  });

  it('cannot go into the folder of the office itself', async () => {
    await workedOn();
    const lobby = await openHere();
    answers.chooseFolder = join(laptop(), 'office', 'photos');
    expect(await refused(lobby, 'backup.chooseFolder', { language: 'ru' })).toBe('backup.insideOffice');
    await lobby.close();
  });

  it('takes everything else along when a photo is damaged, and counts it', async () => {
    await workedOn();
    const photos = join(laptop(), 'office', 'photos');
    const [part = ''] = await readdir(photos);
    const [name = ''] = await readdir(join(photos, part));
    await writeFile(join(photos, part, name), 'not a photo');
    const lobby = await openHere();
    await of(lobby, 'backup.chooseFolder', { language: 'ky' });
    await of(lobby, 'backup.make', { job: 'b' });
    expect((await of(lobby, 'backup.status', {})).last).toMatchObject({ damaged: 1 });
    await lobby.close();
  });
});

describe('a stick that fails', () => {
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  const about = { commission: { ky: 'Б', ru: 'Ц', en: 'C' }, sample: false, people: 3, decisions: 1, certificates: 2 };

  /** Fails at the nth operation on the stick, and at all that follow, as a pulled stick does. */
  function pulledAt(n: number, code: string): BackupDevice {
    let count = 0;
    const check = (path: string): void => {
      if (!path.startsWith(stick)) return;
      count += 1;
      if (count >= n) throw Object.assign(new Error(code), { code });
    };
    return {
      ...backupDevice,
      makeFolder: async (path) => {
        check(path);
        await backupDevice.makeFolder(path);
      },
      openNew: async (path) => {
        check(path);
        const file = await backupDevice.openNew(path);
        return {
          ...file,
          append: async (bytes) => {
            check(path);
            await file.append(bytes);
          },
          sync: async () => {
            check(path);
            await file.sync();
          },
        };
      },
      rename: async (from, to) => {
        check(from);
        await backupDevice.rename(from, to);
      },
      read: (path) => {
        check(path);
        return backupDevice.read(path);
      },
    };
  }

  it.each(['ENOSPC', 'EIO', 'ENODEV'])(
    '%s at any operation leaves no half backup and every earlier one whole',
    async (code) => {
      const { lobby } = await withBackup();
      await lobby.close();
      const source = join(laptop(), 'office');
      const officeKey = await labKeyOf(source);
      const [first = ''] = await backupsOnStick();
      const home = await homeOnStick();
      const before = await journalOf(join(home, first));
      const head = JSON.parse(await readFile(join(home, first, 'backup.json'), 'utf8')) as Record<
        'seq' | 'length',
        number
      > &
        Record<'hash' | 'sum', string>;
      const mark = { seq: head.seq, hash: head.hash, length: head.length, sum: head.sum };
      let operations = 0;
      for (let n = 1; ; n += 1) {
        operations = n;
        const at = new Date(Date.parse('2026-11-11T00:00:00Z') + n * 1000).toISOString();
        const files = pulledAt(n, code);
        const outcome = await writeBackup({
          records: sealedAtRest(files, officeKey),
          source,
          mark,
          chosen: stick,
          about,
          at,
          ...control,
        });
        if (outcome.ok) break;
        expect(['backup.diskFull', 'backup.folderGone', 'backup.writeFailed']).toContain(outcome.refusal.code);
        for (const name of await backupsOnStick()) {
          if (name.endsWith('.partial')) continue;
          expect((await journalOf(join(home, name))).equals(before)).toBe(true);
          expect(await readFile(join(home, name, 'backup.json'), 'utf8')).toContain(head.sum);
          // A stick pulled after the last rename leaves one more whole backup, which would lengthen the next round.
          if (name !== first) await rm(join(home, name), { recursive: true });
        }
        if (n > 200) throw new Error('the operations never end');
      }
      expect(operations).toBeGreaterThan(5);
    },
  );

  it('that gives back other bytes than were written is not trusted', async () => {
    const { lobby } = await withBackup();
    await lobby.close();
    const source = join(laptop(), 'office');
    const [first = ''] = await backupsOnStick();
    const head = JSON.parse(await readFile(join(await homeOnStick(), first, 'backup.json'), 'utf8')) as never;
    const { seq, hash, length, sum } = head as { seq: number; hash: string; length: number; sum: string };
    const files: BackupDevice = {
      ...backupDevice,
      async *pieces(path, from, to) {
        for await (const piece of backupDevice.pieces(path, from, to)) {
          if (path.startsWith(stick)) piece[10] = 0;
          yield piece;
        }
      },
    };
    const at = '2026-11-12T00:00:00.000Z';
    const outcome = await writeBackup({
      records: sealedAtRest(files, await labKeyOf(source)),
      source,
      mark: { seq, hash, length, sum },
      chosen: stick,
      about,
      at,
      ...control,
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'backup.verifyFailed' } });
    expect(await backupsOnStick()).toEqual([first]);
  });
});

describe('bringing back', () => {
  const { login, password } = labHead;
  const find = async (lobby: Lobby) => {
    const { found } = await of(lobby, 'restore.look', { language: 'ky' });
    for (const { id } of found ?? []) await of(lobby, 'restore.unlock', { id, login, password });
    return found ?? [];
  };
  const own = (): string => join(laptop(), 'office');

  it('on a new laptop opens the office as it was', async () => {
    const { lobby } = await withBackup();
    await lobby.close();
    const journal = await journalOf(own());
    await rm(laptop(), { recursive: true });
    const fresh = await openHere();
    const [backup] = await find(fresh);
    expect(backup).toMatchObject({ people: 3, certificates: 2, decisions: 1, sample: false });
    const id = backup?.id ?? '';
    expect(await of(fresh, 'restore.preview', { id, job: 'p' })).toMatchObject({
      ...{ relation: 'nothing', lost: 0, damagedPictures: 0, here: null },
    });
    expect(await of(fresh, 'restore.carryOut', { id, job: 'c' })).toEqual({ kept: null });
    expect((await journalOf(own())).equals(journal)).toBe(true);
    await enterLobby(fresh);
    expect(await of(fresh, 'lobby.status', {})).toMatchObject({ phase: 'open', sample: false });
    expect((await of(fresh, 'event.list', {})).length).toBe(1);
    await fresh.close();
    const opened = await journalOf(own());
    expect(opened.subarray(0, journal.length).equals(journal)).toBe(true);
    // The private key is in no backup: the new laptop has one of its own, and says so in the journal.
    const reader = new JournalReader(undefined, sealedLines(await labKeyOf(own())));
    const lines = reader.take(opened);
    if (!lines.ok) throw new Error(JSON.stringify(lines.refusal));
    const commands = lines.value.map(({ json }) => (JSON.parse(json.toString('utf8')) as { command: string }).command);
    expect(commands.slice(linesOf(journal))).toContain('office.recordSigningKey');
  });

  it('of an older backup says what would be lost, by number, and keeps the office that was here', async () => {
    const { lobby, people } = await withBackup();
    await of(lobby, 'backup.forgetFolder', {});
    await of(lobby, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    await of(lobby, 'lobby.leave', {});
    const later = await journalOf(own());
    const [backup] = await find(lobby);
    const id = backup?.id ?? '';
    const preview = await of(lobby, 'restore.preview', { id, job: 'p' });
    expect(preview).toMatchObject({ relation: 'older', lost: 1, gained: 0, here: { people: 3, certificates: 3 } });
    expect(preview.lostNumbers).toEqual({ total: 1, first: ['A-0003'] });
    expect(preview.lostSince).toContain(day);
    expect((await journalOf(own())).equals(later)).toBe(true);
    const { kept } = await of(lobby, 'restore.carryOut', { id, job: 'c' });
    expect((await journalOf(kept ?? '')).equals(later)).toBe(true);
    await lobby.close();
  });

  it('tells a newer backup, the same one, and one that went another way', async () => {
    const { lobby, people } = await withBackup();
    await of(lobby, 'lobby.leave', {});
    const [first] = await find(lobby);
    expect(await of(lobby, 'restore.preview', { id: first?.id ?? '', job: 'p' })).toMatchObject({ relation: 'same' });
    const old = await journalOf(own());
    await openAgain(lobby);
    await of(lobby, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    await of(lobby, 'lobby.leave', {});
    const [newest] = await find(lobby);
    await writeFile(join(own(), 'journal.jsonl'), old);
    const snapshots = (await readdir(own())).filter((name) => name.startsWith('snapshot'));
    for (const name of snapshots) await rm(join(own(), name));
    const newer = await of(lobby, 'restore.preview', { id: newest?.id ?? '', job: 'p' });
    expect(newer).toMatchObject({ relation: 'newer', gained: 1, lost: 0 });
    await openAgain(lobby);
    await of(lobby, 'backup.forgetFolder', {});
    await of(lobby, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    await of(lobby, 'lobby.leave', {});
    const other = await of(lobby, 'restore.preview', { id: newest?.id ?? '', job: 'p' });
    expect(other.relation).toBe('other');
    await lobby.close();
  });

  it('helps when the office here cannot be opened any more', async () => {
    const { lobby } = await withBackup();
    await lobby.close();
    const broken = await journalOf(own());
    broken[200] = (broken[200] ?? 0) ^ 1;
    await writeFile(join(own(), 'journal.jsonl'), broken);
    for (const name of await readdir(own())) if (name.startsWith('snapshot')) await rm(join(own(), name));
    const refusing = await openHere();
    expect(await of(refusing, 'lobby.status', {})).toMatchObject({ phase: 'refused' });
    const [backup] = await find(refusing);
    const id = backup?.id ?? '';
    expect(await of(refusing, 'restore.preview', { id, job: 'p' })).toMatchObject({ relation: 'unreadable' });
    const { kept } = await of(refusing, 'restore.carryOut', { id, job: 'c' });
    expect((await journalOf(kept ?? '')).equals(broken)).toBe(true);
    await enterLobby(refusing);
    expect(await of(refusing, 'lobby.status', {})).toMatchObject({ phase: 'open' });
    await refusing.close();
  });

  it('refuses a backup that was damaged on the stick, and leaves the office here alone', async () => {
    const { lobby } = await withBackup();
    await of(lobby, 'lobby.leave', {});
    const before = await journalOf(own());
    const [name = ''] = await backupsOnStick();
    const journal = join(await homeOnStick(), name, 'journal.jsonl');
    const bytes = await readFile(journal);
    bytes[300] = (bytes[300] ?? 0) ^ 1;
    await writeFile(journal, bytes);
    const [backup] = await find(lobby);
    const id = backup?.id ?? '';
    expect(await refused(lobby, 'restore.preview', { id, job: 'p' })).toBe('backup.damaged');
    expect(await refused(lobby, 'restore.carryOut', { id, job: 'c' })).toBe('backup.damaged');
    await appendFile(journal, 'more');
    expect(await refused(lobby, 'restore.preview', { id, job: 'p' })).toBe('backup.damaged');
    expect((await journalOf(own())).equals(before)).toBe(true);
    await openAgain(lobby);
    await lobby.close();
  });

  it('counts the pictures that a backup has lost', async () => {
    const { lobby } = await withBackup();
    await of(lobby, 'lobby.leave', {});
    const photos = join(await homeOnStick(), 'photos');
    const [part = ''] = await readdir(photos);
    await rm(join(photos, part), { recursive: true });
    const [backup] = await find(lobby);
    const preview = await of(lobby, 'restore.preview', { id: backup?.id ?? '', job: 'p' });
    expect(preview.damagedPictures).toBeGreaterThan(0);
    await lobby.close();
  });

  it('that a power cut stopped between its two moves is undone at the next start', async () => {
    const { lobby } = await withBackup();
    await lobby.close();
    const before = await journalOf(own());
    const kept = join(laptop(), 'office-before-2026-11-10T06-00-00');
    await writeFile(join(laptop(), 'restoring.json'), JSON.stringify({ kept }));
    await rename(own(), kept);
    const again = await openHere();
    expect(await of(again, 'lobby.status', {})).toMatchObject({ phase: 'open', officeExists: true });
    await again.close();
    expect((await journalOf(own())).equals(before)).toBe(true);
    await expect(stat(join(laptop(), 'restoring.json'))).rejects.toThrow();
  });

  it('finds nothing in a folder with nothing, and knows a backup by any folder on the way to it', async () => {
    const { lobby } = await withBackup();
    await of(lobby, 'lobby.leave', {});
    const home = await homeOnStick();
    const [name = ''] = await backupsOnStick();
    for (const chosen of [stick, join(stick, 'observer-accreditation-backups'), home, join(home, name)]) {
      answers.chooseFolder = chosen;
      expect(await find(lobby)).toHaveLength(1);
    }
    answers.chooseFolder = laptop();
    expect(await find(lobby)).toEqual([]);
    await lobby.close();
  });
});
