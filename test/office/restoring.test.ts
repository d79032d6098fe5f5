import { appendFile, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../electron/office/session/entry.ts';
import { JournalReader } from '../../electron/office/store/journal-reader.ts';
import { encryptedLines } from '../../electron/office/store/line-codec.ts';
import { backupLab, day, journalOf } from '../support/backup-lab.ts';
import { enterEntry, labHead } from '../support/enter-entry.ts';
import { labKeyOf } from '../support/lab-key.ts';
import { askEntry, entryRefusal } from '../support/test-entry.ts';

const { answers, stick, laptop, own, openHere, openAgain, homeOnStick, backupsOnStick, withBackup } = backupLab();

const linesOf = (journal: Buffer): number => journal.filter((byte) => byte === 0x0a).length;

describe('bringing back', () => {
  const { login, password } = labHead;
  const find = async (entry: Entry) => {
    const { found } = await askEntry(entry, 'restore.look', { language: 'ky' });
    for (const { id } of found ?? []) await askEntry(entry, 'restore.unlock', { id, login, password });
    return found ?? [];
  };

  it('on a new laptop opens the office as it was', async () => {
    const { entry } = await withBackup();
    await entry.close();
    const journal = await journalOf(own());
    await rm(laptop(), { recursive: true });
    const fresh = await openHere();
    const [backup] = await find(fresh);
    expect(backup).toMatchObject({ people: 3, certificates: 2, decisions: 1, sample: false });
    const id = backup?.id ?? '';
    expect(await askEntry(fresh, 'restore.preview', { id, job: 'p' })).toMatchObject({
      ...{ relation: 'nothing', lost: 0, damagedPictures: 0, here: null },
    });
    expect(await askEntry(fresh, 'restore.carryOut', { id, job: 'c' })).toEqual({ kept: null });
    expect((await journalOf(own())).equals(journal)).toBe(true);
    await enterEntry(fresh);
    expect(await askEntry(fresh, 'entry.status', {})).toMatchObject({ phase: 'open', sample: false });
    expect((await askEntry(fresh, 'election.list', {})).length).toBe(1);
    await fresh.close();
    const opened = await journalOf(own());
    expect(opened.subarray(0, journal.length).equals(journal)).toBe(true);
    // The private key is in no backup: the new laptop has one of its own, and says so in the journal.
    const reader = new JournalReader(undefined, encryptedLines(await labKeyOf(own())));
    const lines = reader.take(opened);
    if (!lines.ok) throw new Error(JSON.stringify(lines.refusal));
    const commands = lines.value.map(({ json }) => (JSON.parse(json.toString('utf8')) as { command: string }).command);
    expect(commands.slice(linesOf(journal))).toContain('office.recordSigningKey');
  });

  it('of an older backup says what would be lost, by number, and keeps the office that was here', async () => {
    const { entry, people } = await withBackup();
    await askEntry(entry, 'backup.forgetFolder', {});
    await askEntry(entry, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    await askEntry(entry, 'entry.leave', {});
    const later = await journalOf(own());
    const [backup] = await find(entry);
    const id = backup?.id ?? '';
    const preview = await askEntry(entry, 'restore.preview', { id, job: 'p' });
    expect(preview).toMatchObject({ relation: 'older', lost: 1, gained: 0, here: { people: 3, certificates: 3 } });
    expect(preview.lostNumbers).toEqual({ total: 1, first: ['A-0003'] });
    expect(preview.lostSince).toContain(day);
    expect((await journalOf(own())).equals(later)).toBe(true);
    const { kept } = await askEntry(entry, 'restore.carryOut', { id, job: 'c' });
    expect((await journalOf(kept ?? '')).equals(later)).toBe(true);
    await entry.close();
  });

  it('tells a newer backup, the same one, and one that went another way', async () => {
    const { entry, people } = await withBackup();
    await askEntry(entry, 'entry.leave', {});
    const [first] = await find(entry);
    expect(await askEntry(entry, 'restore.preview', { id: first?.id ?? '', job: 'p' })).toMatchObject({
      relation: 'same',
    });
    const old = await journalOf(own());
    await openAgain(entry);
    await askEntry(entry, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    await askEntry(entry, 'entry.leave', {});
    const [newest] = await find(entry);
    await writeFile(join(own(), 'journal.jsonl'), old);
    const snapshots = (await readdir(own())).filter((name) => name.startsWith('snapshot'));
    for (const name of snapshots) await rm(join(own(), name));
    const newer = await askEntry(entry, 'restore.preview', { id: newest?.id ?? '', job: 'p' });
    expect(newer).toMatchObject({ relation: 'newer', gained: 1, lost: 0 });
    await openAgain(entry);
    await askEntry(entry, 'backup.forgetFolder', {});
    await askEntry(entry, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    await askEntry(entry, 'entry.leave', {});
    const other = await askEntry(entry, 'restore.preview', { id: newest?.id ?? '', job: 'p' });
    expect(other.relation).toBe('other');
    await entry.close();
  });

  it('helps when the office here cannot be opened any more', async () => {
    const { entry } = await withBackup();
    await entry.close();
    const broken = await journalOf(own());
    broken[200] = (broken[200] ?? 0) ^ 1;
    await writeFile(join(own(), 'journal.jsonl'), broken);
    for (const name of await readdir(own())) if (name.startsWith('snapshot')) await rm(join(own(), name));
    const refusing = await openHere();
    expect(await askEntry(refusing, 'entry.status', {})).toMatchObject({ phase: 'refused' });
    const [backup] = await find(refusing);
    const id = backup?.id ?? '';
    expect(await askEntry(refusing, 'restore.preview', { id, job: 'p' })).toMatchObject({ relation: 'unreadable' });
    const { kept } = await askEntry(refusing, 'restore.carryOut', { id, job: 'c' });
    expect((await journalOf(kept ?? '')).equals(broken)).toBe(true);
    await enterEntry(refusing);
    expect(await askEntry(refusing, 'entry.status', {})).toMatchObject({ phase: 'open' });
    await refusing.close();
  });

  it('refuses a backup that was damaged on the stick, and leaves the office here alone', async () => {
    const { entry } = await withBackup();
    await askEntry(entry, 'entry.leave', {});
    const before = await journalOf(own());
    const [name = ''] = await backupsOnStick();
    const journal = join(await homeOnStick(), name, 'journal.jsonl');
    const bytes = await readFile(journal);
    bytes[300] = (bytes[300] ?? 0) ^ 1;
    await writeFile(journal, bytes);
    const [backup] = await find(entry);
    const id = backup?.id ?? '';
    expect(await entryRefusal(entry, 'restore.preview', { id, job: 'p' })).toMatchObject({ code: 'backup.damaged' });
    expect(await entryRefusal(entry, 'restore.carryOut', { id, job: 'c' })).toMatchObject({ code: 'backup.damaged' });
    await appendFile(journal, 'more');
    expect(await entryRefusal(entry, 'restore.preview', { id, job: 'p' })).toMatchObject({ code: 'backup.damaged' });
    expect((await journalOf(own())).equals(before)).toBe(true);
    await openAgain(entry);
    await entry.close();
  });

  it('counts the pictures that a backup has lost', async () => {
    const { entry } = await withBackup();
    await askEntry(entry, 'entry.leave', {});
    const photos = join(await homeOnStick(), 'photos');
    const [part = ''] = await readdir(photos);
    await rm(join(photos, part), { recursive: true });
    const [backup] = await find(entry);
    const preview = await askEntry(entry, 'restore.preview', { id: backup?.id ?? '', job: 'p' });
    expect(preview.damagedPictures).toBeGreaterThan(0);
    await entry.close();
  });

  it('that a power cut stopped between its two moves is undone at the next start', async () => {
    const { entry } = await withBackup();
    await entry.close();
    const before = await journalOf(own());
    const kept = join(laptop(), 'office-before-2026-11-10T06-00-00');
    await writeFile(join(laptop(), 'restoring.json'), JSON.stringify({ kept }));
    await rename(own(), kept);
    const again = await openHere();
    expect(await askEntry(again, 'entry.status', {})).toMatchObject({ phase: 'open', officeExists: true });
    await again.close();
    expect((await journalOf(own())).equals(before)).toBe(true);
    await expect(stat(join(laptop(), 'restoring.json'))).rejects.toThrow();
  });

  it('finds nothing in a folder with nothing, and knows a backup by any folder on the way to it', async () => {
    const { entry } = await withBackup();
    await askEntry(entry, 'entry.leave', {});
    const home = await homeOnStick();
    const [name = ''] = await backupsOnStick();
    for (const chosen of [stick(), join(stick(), 'observer-accreditation-backups'), home, join(home, name)]) {
      answers.chooseFolder = chosen;
      expect(await find(entry)).toHaveLength(1);
    }
    answers.chooseFolder = laptop();
    expect(await find(entry)).toEqual([]);
    await entry.close();
  });
});
