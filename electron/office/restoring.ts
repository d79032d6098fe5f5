/**
 * Bringing an office back from a backup. The office that is here is never touched before the other has been made whole
 * beside it and opened; then it is moved aside and kept. A power cut between the two moves is undone at the next start.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { done, refuse, type Outcome } from '../../shared/domain/errors.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { OfficeEvent } from '../../shared/domain/events.ts';
import { emptyState, type State } from '../../shared/domain/state.ts';
import { mostNumbersNamed, type FoundBackup, type RestorePreview } from '../../shared/contract/backups.ts';
import { backupSettingsName } from './backup-keeper.ts';
import { backupDevice, type BackupDevice } from './store/backup/backup-device.ts';
import { findBackups, type FoundPlace } from './store/backup/find-backups.ts';
import { copyJournal, copyPicture, flushPictures, sumOfFile } from './store/backup/write-backup.ts';
import { signingKeyName } from './access/signing-key.ts';
import { officeOf } from './store/backup/backup-format.ts';
import { isDiskFull, systemCode } from './store/files.ts';
import { journalName } from './store/journal.ts';
import { migrations } from './store/migrations.ts';
import { replayJournal, type Replayed } from './store/opening.ts';
import { writeWhole } from './store/write-whole.ts';
import type { JobControl } from './jobs.ts';

export type RestoringPlaces = {
  /** Holds the office and what is made beside it. */
  folder: string;
  /** Folder of the office of one's own. */
  own: string;
  now: () => Date;
  /** Opens the office in a folder and closes it again: the refusal, when it cannot be opened. */
  tryOpening: (folder: string) => Promise<Outcome<Record<string, never>>>;
  files?: BackupDevice;
};

export type Restoring = {
  look(chosen: string): Promise<Outcome<FoundBackup[]>>;
  preview(id: string, control: JobControl): Promise<Outcome<RestorePreview>>;
  /** Puts the backup in the place of the office here; answers the folder in which that is kept, null when there was none. */
  carryOut(id: string, control: JobControl): Promise<Outcome<{ kept: string | null }>>;
};

const reading = {
  initial: emptyState,
  evolve,
  parseEvent: (event: unknown) => OfficeEvent.parse(event),
  migrations,
};

const halfName = 'office-restored.partial';
const markerName = 'restoring.json';

export function restoring({ folder, own, now, tryOpening, files = backupDevice }: RestoringPlaces): Restoring {
  let found = new Map<string, FoundPlace>();

  const replay = (place: string): Promise<Outcome<Replayed<State>>> => replayJournal(place, files, reading, null);

  /** A backup read whole: its chain holds, and it ends where it says. */
  async function readBackup({ path, head }: FoundPlace): Promise<Outcome<State>> {
    const replayed = await replay(path);
    if (!replayed.ok) return replayed.refusal.code === 'store.newerSchema' ? replayed : refuse('backup.damaged');
    const { read, state } = replayed.value;
    const mark = read.place.mark();
    return read.torn === null && mark.sum === head.sum && mark.seq === head.seq
      ? done(state)
      : refuse('backup.damaged');
  }

  async function preview({ path, home, head }: FoundPlace, { signal, progress }: JobControl) {
    const total = head.pictures.length + 2;
    const backup = await readBackup({ path, home, head });
    if (!backup.ok) return backup;
    progress(1, total);
    let damagedPictures = 0;
    for (const [index, picture] of head.pictures.entries()) {
      if (signal.aborted) return refuse('job.cancelled');
      const bytes = await files.read(join(home, picture));
      const name = picture.slice(picture.lastIndexOf('/') + 1, picture.lastIndexOf('.'));
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== name) damagedPictures += 1;
      progress(index + 2, total);
    }
    const compared = await compare({ path, home, head }, backup.value);
    progress(total, total);
    return done({ ...compared, damagedPictures });
  }

  async function compare({ path, head }: FoundPlace, backup: State): Promise<Omit<RestorePreview, 'damagedPictures'>> {
    const none = { lost: 0, lostSince: null, gained: 0, here: null, lostNumbers: { total: 0, first: [] } };
    const journal = join(own, journalName);
    if ((await files.size(journal)) === null) return { ...none, relation: 'nothing', gained: head.seq };
    const replayed = await replay(own);
    if (!replayed.ok) return { ...none, relation: 'unreadable', gained: head.seq };
    const { read, state } = replayed.value;
    const mark = read.place.mark();
    const here = {
      people: state.applications.size,
      decisions: state.decisions.size,
      certificates: state.certificates.size,
    };
    const lostNumbers = numbersOf(state, backup);
    const begins = async (whole: string, length: number, sum: string) => (await sumOfStart(whole, length)) === sum;
    if (mark.sum === head.sum) return { ...none, relation: 'same', here };
    if (mark.length > head.length && (await begins(journal, head.length, head.sum))) {
      const lostSince = await timeOfLineAt(journal, head.length);
      return { ...none, relation: 'older', lost: mark.seq - head.seq, lostSince, here, lostNumbers };
    }
    if (mark.length < head.length && (await begins(join(path, journalName), mark.length, mark.sum))) {
      return { ...none, relation: 'newer', gained: head.seq - mark.seq, here };
    }
    return { ...none, relation: 'other', lost: mark.seq, gained: head.seq, here, lostNumbers };
  }

  async function sumOfStart(path: string, length: number): Promise<string> {
    const start = createHash('sha256');
    for await (const piece of files.pieces(path, 0, length)) start.update(piece);
    return start.digest('hex');
  }

  async function timeOfLineAt(path: string, from: number): Promise<string | null> {
    for await (const piece of files.pieces(path, from, from + 64 * 1024)) {
      return /"at":"([^"]+)"/u.exec(piece.toString('utf8'))?.[1] ?? null;
    }
    return null;
  }

  async function makeHalf({ path, home, head }: FoundPlace, { signal, progress }: JobControl) {
    const half = join(folder, halfName);
    const total = head.pictures.length + 3;
    await files.removeFolder(half);
    await files.makeFolder(half);
    if (!(await copyJournal(files, join(path, journalName), join(half, journalName), head.length, signal))) {
      return refuse('job.cancelled');
    }
    if ((await sumOfFile(files, join(half, journalName))) !== head.sum) return refuse('backup.damaged');
    progress(1, total);
    for (const [index, picture] of head.pictures.entries()) {
      if (signal.aborted) return refuse('job.cancelled');
      if ((await copyPicture(files, join(home, picture), join(half, picture))) === 'unlike') {
        return refuse('backup.verifyFailed', { name: picture });
      }
      progress(index + 2, total);
    }
    await flushPictures(files, half, head.pictures);
    await keepBackupFolder(half);
    await keepSigningKey(half);
    const opened = await tryOpening(half);
    progress(total - 1, total);
    return opened.ok ? done(half) : opened;
  }

  /** Backups go on to where they went; the restored office has none there yet. */
  async function keepBackupFolder(half: string): Promise<void> {
    try {
      const kept = JSON.parse((await files.read(join(own, backupSettingsName)))?.toString('utf8') ?? '') as {
        folder?: unknown;
      };
      const settings = { folder: typeof kept.folder === 'string' ? kept.folder : null, last: null };
      await writeWhole(files, join(half, backupSettingsName), () => JSON.stringify(settings));
    } catch {
      return;
    }
  }

  /** The same office goes on with its own key; another office's backup gets a key of its own when it is opened. */
  async function keepSigningKey(half: string): Promise<void> {
    const [here, there] = [
      await officeOf(files, join(own, journalName)),
      await officeOf(files, join(half, journalName)),
    ];
    if (here === null || here !== there) return;
    const key = await files.read(join(own, signingKeyName));
    if (key) await writeWhole(files, join(half, signingKeyName), key);
  }

  async function exchange(half: string): Promise<string | null> {
    if ((await files.size(own)) === null) {
      await files.rename(half, own);
      await files.syncFolder(folder);
      return null;
    }
    const kept = await freePlace(`office-before-${now().toISOString().slice(0, 19).replaceAll(':', '-')}`);
    const marker = join(folder, markerName);
    // Whole on the device before anything is moved: it alone tells the next start where the office went.
    await writeWhole(files, marker, () => JSON.stringify({ kept }));
    await files.rename(own, kept);
    try {
      await files.rename(half, own);
    } catch (error) {
      await files.rename(kept, own);
      await files.syncFolder(folder);
      await files.remove(marker);
      throw error;
    }
    await files.syncFolder(folder);
    await files.remove(marker);
    return kept;
  }

  /** A clock that was set back may name a moment twice. */
  async function freePlace(name: string): Promise<string> {
    let place = join(folder, name);
    for (let other = 2; (await files.size(place)) !== null; other += 1)
      place = join(folder, `${name}-${String(other)}`);
    return place;
  }

  const ofId = (id: string): FoundPlace | null => found.get(id) ?? null;

  return {
    look: (chosen) =>
      onDevice(async () => {
        const places = await findBackups(files, chosen);
        found = new Map(places.map((place, index) => [`b${String(index + 1)}`, place]));
        return done([...found].map(([id, { head }]) => ({ id, at: head.at, seq: head.seq, ...head.about })));
      }),
    preview: (id, control) =>
      onDevice<RestorePreview>(async () => {
        const place = ofId(id);
        return place ? preview(place, control) : refuse('backup.gone');
      }),
    carryOut: (id, control) =>
      onDevice(async () => {
        const place = ofId(id);
        if (!place) return refuse('backup.gone');
        const half = await makeHalf(place, control);
        if (!half.ok) {
          await files.removeFolder(join(folder, halfName));
          return half;
        }
        return done({ kept: await exchange(half.value) });
      }),
  };
}

/**
 * Undoes an exchange that a power cut stopped half-way: the office that was moved aside comes back. If that cannot be
 * done now, the next start tries again.
 */
export async function undoHalfExchange(folder: string, own: string, files: BackupDevice = backupDevice): Promise<void> {
  const marker = join(folder, markerName);
  const text = (await files.read(marker))?.toString('utf8') ?? null;
  if (text === null) return;
  const kept = readMarker(text);
  if (kept !== null && (await files.size(own)) === null && (await files.size(kept)) !== null) {
    await files.rename(kept, own);
    await files.syncFolder(folder);
  }
  await files.remove(marker);
}

function readMarker(text: string): string | null {
  try {
    const { kept } = JSON.parse(text) as { kept?: unknown };
    return typeof kept === 'string' ? kept : null;
  } catch {
    return null;
  }
}

function numbersOf(here: State, backup: State): RestorePreview['lostNumbers'] {
  const known = new Set(backup.certificates.valueSeq().map(({ number }) => number));
  const lost = [...here.certificates.values()].flatMap(({ number }) => (known.has(number) ? [] : [number]));
  return { total: lost.length, first: lost.slice(0, mostNumbersNamed) };
}

async function onDevice<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    return isDiskFull(error) ? refuse('store.diskFull') : refuse('store.unreadable', { reason });
  }
}
