/**
 * What opening a store finds: the state at the end of the journal, from the newest snapshot that fits it and the lines
 * behind it. Nothing on the device is changed here but that a torn tail is copied into a file of its own.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { isDiskFull, systemCode, type Files } from '../device/files.ts';
import { journalName } from './journal.ts';
import { plainLines } from './line-codec.ts';
import { JournalReader, Place, type Mark, type ReadJournal } from './journal-reader.ts';
import { migrate, type Migrations } from './migrations.ts';
import type { CheckedLine, JournalLine } from './journal-line.ts';
import type { Snapshot } from './snapshot.ts';

/** What the store is told of the domain in order to read its journal. */
export type Reading<S, E> = {
  initial: S;
  evolve: (state: S, event: E) => S;
  /** Throws for what is not an event. */
  parseEvent: (event: unknown) => E;
  migrations: Migrations;
};

export type Replayed<S> = { read: ReadJournal; state: S; snapshotFits: boolean };

/**
 * Checks the whole journal and replays what the snapshot does not hold. A snapshot of another journal is left aside, for
 * the journal is the truth; but a snapshot ahead of the journal shows that acknowledged lines are gone, and is refused.
 */
export async function replayJournal<S, E>(
  folder: string,
  files: Files,
  reading: Reading<S, E>,
  snapshot: Snapshot<S> | null,
  lines = plainLines,
): Promise<Outcome<Replayed<S>>> {
  const path = join(folder, journalName);
  const covered = snapshot && (await placeBehind(path, files, snapshot.mark));
  const place = covered ?? new Place();
  let state = covered ? snapshot.state : reading.initial;
  const reader = new JournalReader(place, lines);
  for await (const piece of files.pieces(path, place.length)) {
    const checked = reader.take(piece);
    if (!checked.ok) return checked;
    for (const line of checked.value) {
      const parsed = parseLine(line, reading);
      if (!parsed.ok) return parsed;
      state = parsed.value.events.reduce((before, event) => reading.evolve(before, event), state);
    }
  }
  const read = reader.end();
  const { seq } = read.place.head;
  if (seq < (snapshot?.mark.seq ?? 0)) return refuse('store.chainBroken', { line: seq + 1 });
  return done({ read, state, snapshotFits: covered !== null });
}

/**
 * The place that a mark names, if the bytes before it are still the very ones that were marked; null otherwise. They
 * were checked line by line when they were marked, so one sum over all of them is as good, and several times faster.
 */
async function placeBehind(path: string, files: Files, { seq, hash, length, sum }: Mark): Promise<Place | null> {
  const whole = createHash('sha256');
  let read = 0;
  for await (const piece of files.pieces(path, 0, length)) {
    whole.update(piece);
    read += piece.length;
  }
  if (read !== length || whole.copy().digest('hex') !== sum) return null;
  return new Place({ seq, hash }, length, whole);
}

/** A checked line with its events in today's shape. */
export function parseLine<E>(
  { seq, json }: Pick<CheckedLine, 'seq' | 'json'>,
  { parseEvent, migrations }: Pick<Reading<never, E>, 'parseEvent' | 'migrations'>,
): Outcome<JournalLine<E>> {
  let line: JournalLine<unknown>;
  try {
    line = JSON.parse(json.toString('utf8')) as JournalLine<unknown>;
  } catch {
    return refuse('store.unknownEvent', { line: seq });
  }
  const { prev, schema, at, who, command, why } = line;
  if (!Array.isArray(line.events) || typeof command !== 'string') return refuse('store.unknownEvent', { line: seq });
  const events = migrate(migrations, schema, line.events, (step, value) => step.events(value));
  if (!events.ok) return events;
  const named = migrate(migrations, schema, command, (step, value) => step.command(value));
  if (!named.ok) return named;
  try {
    const parsed = events.value.map((event) => parseEvent(event));
    return done({
      prev,
      seq,
      schema,
      at,
      who,
      command: named.value,
      ...(why === undefined ? {} : { why }),
      events: parsed,
    });
  } catch {
    return refuse('store.unknownEvent', { line: seq });
  }
}

/** Copies the torn tail into a new file, flushed, before anything may cut it off the journal; answers the file's name. */
export async function setAside(folder: string, files: Files, torn: Buffer, now: Date): Promise<string> {
  const stamp = now.toISOString().replace(/[:.]/gu, '-');
  let name = `torn-${stamp}.jsonl`;
  for (let other = 2; (await files.size(join(folder, name))) !== null; other += 1) {
    name = `torn-${stamp}-${String(other)}.jsonl`;
  }
  const file = await files.openNew(join(folder, name));
  try {
    await file.append(torn);
    await file.sync();
  } finally {
    await file.close();
  }
  await files.syncFolder(folder);
  return name;
}

/** A device that cannot be read or written is the clerk's trouble; anything else is a bug. */
export function unreadable(error: unknown) {
  const reason = systemCode(error);
  if (reason === null) throw error;
  if (isDiskFull(error)) return refuse('store.noRoom');
  if (reason === 'EROFS') return refuse('store.readOnly');
  return ['EBUSY', 'EPERM', 'EACCES'].includes(reason)
    ? refuse('store.held', { reason })
    : refuse('store.unreadable', { reason });
}
