/**
 * Backups by themselves: after the work has rested for a while, at the latest after some minutes of work, and when the
 * office is closed; to the folder that the clerk chose, whenever it is there. What went wrong is kept to be said.
 */
import { join, relative } from 'node:path';
import { z } from 'zod';
import { done, refuse, type Outcome, type Refusal } from '#shared/domain/base/refusals.ts';
import { Instant } from '#shared/domain/base/primitives.ts';
import { backupDevice, type BackupDevice } from '../device/device.ts';
import { writeBackup, type WrittenBackup } from './write-backup.ts';
import { plainAtRest, type AtRest } from '../store/at-rest.ts';
import { systemCode, type Files } from '../device/files.ts';
import { writeWhole } from '../device/atomic-write.ts';
import type { BackedUpOffice } from './backup-format.ts';
import type { BackupStatus } from '#shared/contract/backups.ts';
import type { Clock } from '../context/ports.ts';
import type { JobControl } from '../context/jobs.ts';
import type { Mark } from '../store/journal-reader.ts';

export const backupSettingsName = 'backups.json';

/** Milliseconds: after the last change, and after the first that no backup has. */
const restAfterChange = 60_000;
const longestWait = 10 * 60_000;
/** A day's changes may wait for the stick. */
const mayWait = 24 * 60 * 60_000;

const Kept = z.strictObject({
  folder: z.string().nullable(),
  last: z.strictObject({ at: Instant, seq: z.int(), damaged: z.int() }).nullable(),
});
type Kept = z.infer<typeof Kept>;

export type BackupKeeper = {
  status(): Promise<BackupStatus>;
  choose(folder: string): Promise<Outcome<Record<string, never>>>;
  forget(): Promise<Outcome<Record<string, never>>>;
  make(control: JobControl): Promise<Outcome<Record<string, never>>>;
  /** The office has accepted a change. */
  changed(): void;
  /** Makes a last one if any change is not in one, and the folder is there. */
  close(): Promise<void>;
};

export type BackupSource = {
  folder: string;
  mark: () => Mark;
  about: () => BackedUpOffice;
  clock: Clock;
  onMade: () => void;
  /** How the records of the office stand on the device. */
  records?: AtRest<BackupDevice>;
};

export async function openBackupKeeper(source: BackupSource): Promise<BackupKeeper> {
  const { folder: office, mark, about, clock, onMade, records = plainAtRest(backupDevice) } = source;
  const { device: files, whole } = records;
  const path = join(office, backupSettingsName);
  let kept = await readKept(whole, path);
  let failure: Refusal | null = null;
  let timer: NodeJS.Timeout | null = null;
  let waitingSince: number | null = null;
  let making: Promise<unknown> = Promise.resolve();

  const behind = (): number => Math.max(0, mark().seq - (kept.last?.seq ?? 0));
  const isThere = async (folder: string): Promise<boolean> =>
    files.size(folder).then(
      (size) => size !== null,
      () => false,
    );

  async function keep(change: Partial<Kept>): Promise<Outcome<Record<string, never>>> {
    try {
      const next = { ...kept, ...change };
      await writeWhole(whole, path, () => JSON.stringify(next));
      kept = next;
      return done({});
    } catch (error) {
      const reason = systemCode(error);
      if (reason === null) throw error;
      return refuse('store.writeFailed', { reason });
    }
  }

  /** One at a time: two must not clear away each other's half. */
  function inTurn({ signal, progress }: JobControl): Promise<Outcome<WrittenBackup>> {
    const turn = making.then(async (): Promise<Outcome<WrittenBackup>> => {
      const { folder: chosen } = kept;
      if (chosen === null) return refuse('backup.notChosen');
      stopWaiting();
      const at = clock.now().toISOString();
      const written = await writeBackup({
        ...{ records, source: office, mark: mark(), chosen, about: about(), at, signal },
        onProgress: progress,
      });
      if (written.ok) await keep({ last: { at, seq: written.value.head.seq, damaged: written.value.damaged } });
      failure = written.ok || written.refusal.code === 'job.cancelled' ? null : written.refusal;
      onMade();
      return written;
    });
    making = turn.catch(() => undefined);
    return turn;
  }

  function stopWaiting(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    waitingSince = null;
  }

  async function byItself(): Promise<void> {
    if (kept.folder === null || behind() === 0) return;
    if (!(await isThere(kept.folder))) {
      failure = { code: 'backup.folderGone' };
      onMade();
      return;
    }
    await inTurn(unwatched);
  }

  return {
    async status() {
      const { folder, last } = kept;
      const present = folder !== null && (await isThere(folder));
      const late = behind() > 0 && last !== null && clock.now().getTime() - Date.parse(last.at) > mayWait;
      return { folder, present, last, behind: behind(), late, failure };
    },
    async choose(folder) {
      const inside = relative(office, folder);
      if (inside === '' || !(inside.startsWith('..') || inside.includes(':'))) return refuse('backup.insideOffice');
      failure = null;
      // Another folder has none of it yet.
      return keep(folder === kept.folder ? {} : { folder, last: null });
    },
    forget() {
      stopWaiting();
      failure = null;
      return keep({ folder: null, last: null });
    },
    async make(control) {
      const written = await inTurn(control);
      return written.ok ? done({}) : written;
    },
    changed() {
      if (kept.folder === null) return;
      const now = Date.now();
      waitingSince ??= now;
      if (timer) clearTimeout(timer);
      const wait = Math.max(0, Math.min(restAfterChange, waitingSince + longestWait - now));
      timer = setTimeout(() => void byItself(), wait);
      timer.unref();
    },
    async close() {
      stopWaiting();
      await making;
      await byItself();
    },
  };
}

const unwatched: JobControl = { signal: new AbortController().signal, progress: () => undefined };

async function readKept(files: Files, path: string): Promise<Kept> {
  try {
    return Kept.parse(JSON.parse((await files.read(path))?.toString('utf8') ?? ''));
  } catch {
    return { folder: null, last: null };
  }
}
