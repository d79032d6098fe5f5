import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupLab, day, journalOf } from '../support/backup-lab.ts';
import { askEntry, entryRefusal } from '../support/test-entry.ts';

const { answers, stick, laptop, own, openHere, workedOn, homeOnStick, backupsOnStick, withBackup } = backupLab();

describe('a backup', () => {
  it('holds the journal to the last byte and every picture, and says so', async () => {
    const { entry } = await withBackup();
    const status = await askEntry(entry, 'backup.status', {});
    expect(status).toMatchObject({ folder: stick(), present: true, behind: 0, failure: null, last: { damaged: 0 } });
    const [name = ''] = await backupsOnStick();
    const home = await homeOnStick();
    expect((await journalOf(join(home, name))).equals(await journalOf(own()))).toBe(true);
    const head = JSON.parse(await readFile(join(home, name, 'backup.json'), 'utf8')) as { pictures: string[] };
    expect(head.pictures.length).toBeGreaterThan(0);
    for (const picture of head.pictures) {
      expect(await readFile(join(home, picture))).toEqual(await readFile(join(laptop(), 'office', picture)));
    }
    await entry.close();
  });

  it('is made by itself when the office is closed, and only when something changed', async () => {
    const { entry, electionId, people } = await withBackup();
    await askEntry(entry, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    expect(await askEntry(entry, 'backup.status', {})).toMatchObject({ behind: 1 });
    await entry.close();
    expect(await backupsOnStick()).toHaveLength(2);
    const again = await openHere();
    expect(await askEntry(again, 'backup.status', {})).toMatchObject({ behind: 0 });
    await askEntry(again, 'election.list', {});
    expect(electionId).not.toBe('');
    await again.close();
    expect(await backupsOnStick()).toHaveLength(2);
  });

  it('is not made into a folder that took the place of a stick that was pulled, and says that the stick is missing', async () => {
    const { entry, people } = await withBackup();
    await rename(stick(), `${stick()}-pulled`);
    await askEntry(entry, 'certificate.reserve', { applicationIds: people.slice(2), issuedOn: day });
    expect(await entryRefusal(entry, 'backup.make', { job: 'b2' })).toMatchObject({ code: 'backup.folderGone' });
    expect(await askEntry(entry, 'backup.status', {})).toMatchObject({
      ...{ present: false, behind: 1, failure: { code: 'backup.folderGone' } },
    });
    await expect(stat(stick())).rejects.toThrow();
    await entry.close();
    await expect(stat(stick())).rejects.toThrow();
  });

  it('cannot go into the folder of the office itself', async () => {
    await workedOn();
    const entry = await openHere();
    answers.chooseFolder = join(laptop(), 'office', 'photos');
    expect(await entryRefusal(entry, 'backup.chooseFolder', { language: 'ru' })).toMatchObject({
      code: 'backup.insideOffice',
    });
    await entry.close();
  });

  it('takes everything else along when a photo is damaged, and counts it', async () => {
    await workedOn();
    const photos = join(laptop(), 'office', 'photos');
    const [part = ''] = await readdir(photos);
    const [name = ''] = await readdir(join(photos, part));
    await writeFile(join(photos, part, name), 'not a photo');
    const entry = await openHere();
    await askEntry(entry, 'backup.chooseFolder', { language: 'ky' });
    await askEntry(entry, 'backup.make', { job: 'b' });
    expect((await askEntry(entry, 'backup.status', {})).last).toMatchObject({ damaged: 1 });
    await entry.close();
  });
});
