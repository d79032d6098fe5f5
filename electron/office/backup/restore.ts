/**
 * Bringing an office back from a backup. The office that is here is never touched before the other has been made whole
 * beside it and opened; then it is moved aside and kept. A power cut between the two moves is undone at the next start.
 */
import { join } from 'node:path';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { mostNumbersNamed, type FoundBackup, type RestorePreview } from '#shared/contract/backups.ts';
import { readKeyringFile } from '../access/keyring-file.ts';
import { openKeyring, type KeyringOptions } from '../access/keyring.ts';
import { backupSettingsName } from './auto-backup.ts';
import { atRest, formOf, plainAtRest, type AtRest } from '../store/at-rest.ts';
import { backupDevice, type BackupDevice } from '../device/device.ts';
import { findBackups, type FoundPlace } from './find-backups.ts';
import { signingKeyName } from '../access/signing-key.ts';
import { copyJournal, copyKeyring, copyPicture, flushPictures, isWholePicture, sumOfFile } from './write-backup.ts';
import { isDiskFull, systemCode } from '../device/files.ts';
import { JournalReader } from '../store/journal-reader.ts';
import { journalName } from '../store/journal.ts';
import { migrations } from '../store/migrations.ts';
import { replayJournal, type Replayed } from '../store/opening.ts';
import { writeWhole } from '../device/atomic-write.ts';
import type { OfficeKey } from '../crypto/office-key.ts';
import type { JobControl } from '../context/jobs.ts';

export type RestoringPlaces = {
  /** Holds the office and what is made beside it. */
  folder: string;
  /** Folder of the office of one's own. */
  own: string;
  now: () => Date;
  /** Opens the office in a folder and closes it again: the refusal, when it cannot be opened. */
  tryOpening: (folder: string, officeKey: OfficeKey | null) => Promise<Outcome<Record<string, never>>>;
  files?: BackupDevice;
  keyringOptions?: Pick<KeyringOptions, 'clock' | 'steady'>;
};

type Records = AtRest<BackupDevice>;
type Unlocked = { records: Records; officeKey: OfficeKey | null };

/** What somebody gives who wants to read a sealed backup: as they were when it was made. */
export type Credentials = { login: string; password: string } | { recoveryKey: string };

export type Restoring = {
  look(chosen: string): Promise<Outcome<FoundBackup[]>>;
  /** Opens a sealed backup for the preview and the restoring, by the passwords of then; refusals as of the keyring. */
  unlock(id: string, by: Credentials): Promise<Outcome<Record<string, never>>>;
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

export function restoring({
  folder,
  own,
  now,
  tryOpening,
  files = backupDevice,
  keyringOptions,
}: RestoringPlaces): Restoring {
  let found = new Map<string, FoundPlace>();

  let keys = new Map<string, OfficeKey>();

  const replay = (place: string, { lines }: Records): Promise<Outcome<Replayed<State>>> =>
    replayJournal(place, files, reading, null, lines);

  /** A backup read whole: its chain holds, and it ends where it says. */
  async function readBackup({ path, head }: FoundPlace, records: Records): Promise<Outcome<State>> {
    const replayed = await replay(path, records);
    if (!replayed.ok) return replayed.refusal.code === 'store.newerSchema' ? replayed : refuse('backup.damaged');
    const { read, state } = replayed.value;
    const mark = read.place.mark();
    return read.torn === null && mark.sum === head.sum && mark.seq === head.seq
      ? done(state)
      : refuse('backup.damaged');
  }

  async function preview(place: FoundPlace, records: Records, { signal, progress }: JobControl) {
    const { home, head } = place;
    const total = head.pictures.length + 2;
    const backup = await readBackup(place, records);
    if (!backup.ok) return backup;
    progress(1, total);
    let damagedPictures = 0;
    for (const [index, picture] of head.pictures.entries()) {
      if (signal.aborted) return refuse('job.cancelled');
      if (!(await isWholePicture(records.whole, join(home, picture)))) damagedPictures += 1;
      progress(index + 2, total);
    }
    const compared = await compare(place, records, backup.value);
    progress(total, total);
    return done({ ...compared, damagedPictures });
  }

  /** The chains are compared, not the files: an office and a backup of before it was sealed have one chain. */
  async function compare(
    { path, head }: FoundPlace,
    records: Records,
    backup: State,
  ): Promise<Omit<RestorePreview, 'damagedPictures'>> {
    const none = { lost: 0, lostSince: null, gained: 0, here: null, lostNumbers: { total: 0, first: [] } };
    const form = await formOf(files, own);
    if (form === null) return { ...none, relation: 'nothing', gained: head.seq };
    const ours = form === 'plain' ? plainAtRest(files) : records;
    const replayed = await replay(own, ours);
    if (!replayed.ok) return { ...none, relation: 'unreadable', gained: head.seq };
    const { read, state } = replayed.value;
    const { head: end } = read.place;
    const here = {
      people: state.applications.size,
      decisions: state.decisions.size,
      certificates: state.certificates.size,
    };
    const lostNumbers = numbersOf(state, backup);
    if (end.hash === head.hash) return { ...none, relation: 'same', here };
    if (end.seq > head.seq) {
      const { hash, next } = await lineAt(own, ours, head.seq);
      const lost = end.seq - head.seq;
      if (hash === head.hash) return { ...none, relation: 'older', lost, lostSince: next, here, lostNumbers };
    } else if ((await lineAt(path, records, end.seq)).hash === end.hash) {
      return { ...none, relation: 'newer', gained: head.seq - end.seq, here };
    }
    return { ...none, relation: 'other', lost: end.seq, gained: head.seq, here, lostNumbers };
  }

  /** The sum of a line of the journal in a folder, and when the line behind it was written. */
  async function lineAt(place: string, { lines }: Records, seq: number) {
    const reader = new JournalReader(undefined, lines);
    let hash: string | null = null;
    for await (const piece of files.pieces(join(place, journalName))) {
      const checked = reader.take(piece);
      if (!checked.ok) break;
      for (const line of checked.value) {
        if (line.seq === seq) hash = line.sum;
        if (line.seq === seq + 1)
          return { hash, next: /"at":"([^"]+)"/u.exec(line.json.toString('utf8'))?.[1] ?? null };
      }
    }
    return { hash, next: null };
  }

  async function makeHalf(
    { path, home, head }: FoundPlace,
    { records, officeKey }: Unlocked,
    { signal, progress }: JobControl,
  ) {
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
      if ((await copyPicture(records, join(home, picture), join(half, picture))) === 'unlike') {
        return refuse('backup.verifyFailed', { name: picture });
      }
      progress(index + 2, total);
    }
    await flushPictures(files, half, head.pictures);
    if (records.sealed && !(await copyKeyring(files, path, half))) return refuse('backup.damaged');
    await keepBackupFolder(half, records);
    await keepSigningKey(half, records);
    const opened = await tryOpening(half, officeKey);
    progress(total - 1, total);
    return opened.ok ? done(half) : opened;
  }

  /** Backups go on to where they went, if that can be read; the restored office has none there yet. */
  async function keepBackupFolder(half: string, records: Records): Promise<void> {
    try {
      const ours = await oursBeside(records);
      const text = (await ours.whole.read(join(own, backupSettingsName)))?.toString('utf8') ?? '';
      const kept = JSON.parse(text) as { folder?: unknown };
      const settings = { folder: typeof kept.folder === 'string' ? kept.folder : null, last: null };
      await writeWhole(records.whole, join(half, backupSettingsName), () => JSON.stringify(settings));
    } catch {
      return;
    }
  }

  /** The same office goes on with its own key; another office's backup gets a key of its own when it is opened. */
  async function keepSigningKey(half: string, records: Records): Promise<void> {
    const ours = await oursBeside(records);
    const [here, there] = [await lineAt(own, ours, 1), await lineAt(half, records, 1)];
    if (here.hash === null || here.hash !== there.hash) return;
    const key = await ours.whole.read(join(own, signingKeyName)).catch(() => null);
    if (key) await writeWhole(records.whole, join(half, signingKeyName), key);
  }

  /** How the office here stands on the device; when it is sealed, it opens only if the backup has its key. */
  const oursBeside = async (records: Records): Promise<Records> =>
    (await formOf(files, own)) === 'sealed' ? records : plainAtRest(files);

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

  async function unlock(id: string, by: Credentials): Promise<Outcome<Record<string, never>>> {
    const place = found.get(id);
    if (!place) return refuse('backup.gone');
    // Failures are counted on this laptop, not on the stick.
    const keyring = await openKeyring(place.path, files, { ...keyringOptions, attemptsFolder: folder });
    if (!keyring.ok) return keyring;
    if (!keyring.value) return refuse('backup.damaged');
    const unlocked =
      'recoveryKey' in by
        ? await keyring.value.unlockWithRecoveryKey(by.recoveryKey)
        : await keyring.value.unlock(by.login, by.password);
    if (!unlocked.ok) return unlocked;
    keys.set(id, unlocked.value.officeKey);
    return done({});
  }

  /** With the place of a backup and its key; refused while nobody has given a password for a sealed one. */
  async function withPlace<T>(
    id: string,
    work: (place: FoundPlace, unlocked: Unlocked) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const place = found.get(id);
    if (!place) return refuse('backup.gone');
    const officeKey = keys.get(id) ?? null;
    if (place.head.format === 2 && !officeKey) return refuse('backup.locked');
    const sealedBy = place.head.format === 2 ? officeKey : null;
    return work(place, { records: atRest(files, sealedBy), officeKey: sealedBy });
  }

  return {
    look: (chosen) =>
      onDevice(async () => {
        const places = await findBackups(files, chosen);
        found = new Map(places.map((place, index) => [`b${String(index + 1)}`, place]));
        keys = new Map();
        const all: FoundBackup[] = [];
        for (const [id, { path, head }] of found) {
          const keyring = head.format === 2 ? await readKeyringFile(path, files) : null;
          const logins = keyring?.ok ? (keyring.value?.operators ?? []).map(({ login }) => login) : [];
          all.push({ id, at: head.at, seq: head.seq, sealed: head.format === 2, logins, ...head.about });
        }
        return done(all);
      }),
    unlock: (id, by) => onDevice(() => unlock(id, by)),
    preview: (id, control) =>
      onDevice<RestorePreview>(() => withPlace(id, (place, { records }) => preview(place, records, control))),
    carryOut: (id, control) =>
      onDevice(() =>
        withPlace(id, async (place, unlocked) => {
          const half = await makeHalf(place, unlocked, control);
          if (!half.ok) {
            await files.removeFolder(join(folder, halfName));
            return half;
          }
          return done({ kept: await exchange(half.value) });
        }),
      ),
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
