/**
 * What a backup is beside the office here: older, newer, the same, or another. The chains are compared, not the files: an
 * office and a backup of before it was encrypted have one chain.
 */
import { join } from 'node:path';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { mostNumbersNamed, type RestorePreview } from '#shared/contract/backups.ts';
import type { FoundPlace } from './find-backups.ts';
import { isWholePicture } from './write-backup.ts';
import type { JobControl } from '../context/jobs.ts';
import type { BackupDevice } from '../device/device.ts';
import { formOf, plainAtRest, type AtRest } from '../store/at-rest.ts';
import { JournalReader } from '../store/journal-reader.ts';
import { journalName } from '../store/journal.ts';
import { migrations } from '../store/migrations.ts';
import { replayJournal, type Replayed } from '../store/opening.ts';

/** How an office or a backup stands on the device: plain, or encrypted under its key. */
export type Records = AtRest<BackupDevice>;

const reading = {
  initial: emptyState,
  evolve,
  parseEvent: (event: unknown) => OfficeEvent.parse(event),
  migrations,
};

const replay = (place: string, { device, lines }: Records): Promise<Outcome<Replayed<State>>> =>
  replayJournal(place, device, reading, null, lines);

/** `own`: the folder of the office here. */
export async function previewBackup(
  own: string,
  place: FoundPlace,
  records: Records,
  { signal, progress }: JobControl,
): Promise<Outcome<RestorePreview>> {
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
  const compared = await compare(own, place, records, backup.value);
  progress(total, total);
  return done({ ...compared, damagedPictures });
}

/** A backup read whole: its chain holds, and it ends where it says. */
async function readBackup({ path, head }: FoundPlace, records: Records): Promise<Outcome<State>> {
  const replayed = await replay(path, records);
  if (!replayed.ok) return replayed.refusal.code === 'store.newerSchema' ? replayed : refuse('backup.damaged');
  const { read, state } = replayed.value;
  const mark = read.place.mark();
  return read.torn === null && mark.sum === head.sum && mark.seq === head.seq ? done(state) : refuse('backup.damaged');
}

async function compare(
  own: string,
  { path, head }: FoundPlace,
  records: Records,
  backup: State,
): Promise<Omit<RestorePreview, 'damagedPictures'>> {
  const none = { lost: 0, lostSince: null, gained: 0, here: null, lostNumbers: { total: 0, first: [] } };
  const form = await formOf(records.device, own);
  if (form === null) return { ...none, relation: 'nothing', gained: head.seq };
  const ours = form === 'plain' ? plainAtRest(records.device) : records;
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
export async function lineAt(place: string, { device, lines }: Records, seq: number) {
  const reader = new JournalReader(undefined, lines);
  let hash: string | null = null;
  for await (const piece of device.pieces(join(place, journalName))) {
    const checked = reader.take(piece);
    if (!checked.ok) break;
    for (const line of checked.value) {
      if (line.seq === seq) hash = line.sum;
      if (line.seq === seq + 1) return { hash, next: /"at":"([^"]+)"/u.exec(line.json.toString('utf8'))?.[1] ?? null };
    }
  }
  return { hash, next: null };
}

function numbersOf(here: State, backup: State): RestorePreview['lostNumbers'] {
  const known = new Set(backup.certificates.valueSeq().map(({ number }) => number));
  const lost = [...here.certificates.values()].flatMap(({ number }) => (known.has(number) ? [] : [number]));
  return { total: lost.length, first: lost.slice(0, mostNumbersNamed) };
}
