import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encryptedAtRest } from '../../electron/office/store/at-rest.ts';
import { backupDevice, type BackupDevice } from '../../electron/office/device/device.ts';
import { writeBackup } from '../../electron/office/backup/write-backup.ts';
import { backupLab, journalOf } from '../support/backup-lab.ts';
import { labKeyOf } from '../support/lab-key.ts';

const { stick, own, homeOnStick, backupsOnStick, withBackup } = backupLab();

describe('a stick that fails', () => {
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  const about = { commission: { ky: 'Б', ru: 'Ц', en: 'C' }, sample: false, people: 3, decisions: 1, certificates: 2 };

  /** Fails at the nth operation on the stick, and at all that follow, as a pulled stick does. */
  function pulledAt(n: number, code: string): BackupDevice {
    let count = 0;
    const check = (path: string): void => {
      if (!path.startsWith(stick())) return;
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
      const { entry } = await withBackup();
      await entry.close();
      const source = own();
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
          records: encryptedAtRest(files, officeKey),
          source,
          mark,
          chosen: stick(),
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
    const { entry } = await withBackup();
    await entry.close();
    const source = own();
    const [first = ''] = await backupsOnStick();
    const head = JSON.parse(await readFile(join(await homeOnStick(), first, 'backup.json'), 'utf8')) as never;
    const { seq, hash, length, sum } = head as { seq: number; hash: string; length: number; sum: string };
    const files: BackupDevice = {
      ...backupDevice,
      async *pieces(path, from, to) {
        for await (const piece of backupDevice.pieces(path, from, to)) {
          if (path.startsWith(stick())) piece[10] = 0;
          yield piece;
        }
      },
    };
    const at = '2026-11-12T00:00:00.000Z';
    const outcome = await writeBackup({
      records: encryptedAtRest(files, await labKeyOf(source)),
      source,
      mark: { seq, hash, length, sum },
      chosen: stick(),
      about,
      at,
      ...control,
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'backup.verifyFailed' } });
    expect(await backupsOnStick()).toEqual([first]);
  });
});
