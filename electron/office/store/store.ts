/**
 * The store: the journal is the truth, the state is what its facts evolve to, the snapshot saves time at opening. It
 * knows nothing of observers; what an event is and how it evolves is given to it.
 */
import { join } from 'node:path';
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';
import { codeOf, nodeFiles, type Files } from './files.ts';
import { journalName, noLines, openJournal, readJournal, type Head, type ReadJournal } from './journal.ts';
import type { JournalLine } from './journal-line.ts';
import { lockFolder } from './lock.ts';
import { currentSchema, migrateEvents, migrateState } from './migrations.ts';
import { SnapshotAdapter, openSnapshot } from './snapshot.ts';

export type StoreOptions<S, E> = {
  folder: string;
  initial: S;
  evolve: (state: S, event: E) => S;
  /** The state as JSON, in pieces. */
  serialise: (state: S) => Iterable<string>;
  restore: (records: unknown) => S;
  /** Throws for what is not an event. */
  parseEvent: (event: unknown) => E;
  /** The laptop's clock: names a torn tail's file. */
  clock: () => Date;
  /** A snapshot is written after so many commands at the latest. */
  snapshotEvery: number;
  /** Milliseconds without a command after which a snapshot is written; 5,000 unless told. */
  idleMs?: number;
  files?: Files;
};

export type OpeningFindings = {
  /** Name of the file that holds what a power cut tore off; null when nothing was. */
  tornTail: string | null;
  /** `rebuilt`: there was a snapshot that could not be used, or none beside a journal. */
  snapshot: 'used' | 'previous' | 'rebuilt' | 'none';
};

export type Store<S, E> = {
  readonly state: S;
  readonly head: Head;
  readonly report: OpeningFindings;
  /** Answers after the line is on the device and the state has evolved; refused, nothing has changed. */
  commit(command: {
    who: string;
    command: string;
    why?: string;
    events: readonly E[];
    at: string;
  }): Promise<Outcome<Head>>;
  /** Every line as written, oldest first; reads the file. */
  lines(): Promise<Outcome<JournalLine<unknown>[]>>;
  snapshotNow(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the store in a folder, making it where there is none. It refuses what it cannot vouch for, and changes nothing then. */
export async function openStore<S, E>(
  options: StoreOptions<S, E>,
): Promise<{ ok: true; store: Store<S, E> } | ReturnType<typeof refuse>> {
  const files = options.files ?? nodeFiles;
  const { folder } = options;
  try {
    await files.makeFolder(folder);
  } catch (error) {
    return refuse('store.unreadable', { reason: codeOf(error) });
  }
  const lock = await lockFolder(folder);
  if (!lock) return refuse('store.inUse');
  const opened = await load(options, files).catch((error: unknown) => {
    if (codeOf(error) === '') throw error;
    return refuse('store.unreadable', { reason: codeOf(error) });
  });
  if (!opened.ok) {
    await lock.release();
    return opened;
  }
  const { read, report, low } = opened.value;
  const journal = await openJournal(folder, read, files);
  let { state } = opened.value;
  let atSnapshot = opened.value.snapshotSeq;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let snapshotting: Promise<void> | null = null;
  let closed = false;

  /** A snapshot that cannot be written loses nothing: the journal has it all. */
  const snapshotNow = async (): Promise<void> => {
    clearTimeout(idle);
    if (snapshotting) return snapshotting;
    if (journal.head.seq === atSnapshot) return;
    const { head } = journal;
    low.data = { head, schema: currentSchema, state };
    snapshotting = low
      .write()
      .then(() => {
        atSnapshot = head.seq;
      })
      .catch(() => undefined)
      .finally(() => {
        // lowdb keeps what it wrote; the state itself is kept here alone.
        low.data = null;
        snapshotting = null;
      });
    return snapshotting;
  };

  const schedule = (): void => {
    clearTimeout(idle);
    if (journal.head.seq - atSnapshot >= options.snapshotEvery) void snapshotNow();
    else idle = setTimeout(() => void snapshotNow(), options.idleMs ?? 5_000).unref();
  };

  const store: Store<S, E> = {
    get state() {
      return state;
    },
    get head() {
      return journal.head;
    },
    report,
    commit({ who, command, why, events, at }) {
      const turn = queue.then(async (): Promise<Outcome<Head>> => {
        if (closed) return refuse('store.stuck');
        const line = {
          schema: currentSchema,
          at,
          who,
          command,
          ...(why === undefined ? {} : { why }),
          events: [...events],
        };
        const kept = await journal.append(line);
        if (!kept.ok) return kept;
        state = events.reduce(options.evolve, state);
        schedule();
        return kept;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    async lines() {
      const bytes = (await files.read(join(folder, journalName))) ?? Buffer.alloc(0);
      const found: JournalLine<unknown>[] = [];
      const checked = readJournal(bytes, (_seq, _seal, json) => {
        found.push(JSON.parse(json.toString('utf8')) as JournalLine<unknown>);
      });
      return checked.ok ? done(found) : checked;
    },
    snapshotNow,
    async close() {
      await queue;
      closed = true;
      clearTimeout(idle);
      await snapshotting;
      await snapshotNow();
      await journal.close();
      await lock.release();
    },
  };
  return { ok: true, store };
}

async function load<S, E>(options: StoreOptions<S, E>, files: Files) {
  const { folder } = options;
  const adapter = new SnapshotAdapter<S>(folder, files, options.serialise, (schema, records) => {
    const migrated = migrateState(schema, records);
    return migrated.ok ? options.restore(migrated.value) : null;
  });
  const low = await openSnapshot(adapter);
  const snapshot = low.data;
  low.data = null;
  const bytes = (await files.read(join(folder, journalName))) ?? Buffer.alloc(0);

  const tail: { seq: number; json: Buffer }[] = [];
  let sealAtSnapshot: string | null = snapshot?.head.seq === 0 ? noLines.hash : null;
  const checked = readJournal(bytes, (seq, seal, json) => {
    if (seq === snapshot?.head.seq) sealAtSnapshot = seal;
    if (seq > (snapshot?.head.seq ?? 0)) tail.push({ seq, json });
  });
  if (!checked.ok) return checked;
  // A snapshot of lines that the journal does not have: acknowledged changes are missing. Nothing is dropped quietly.
  if (snapshot && snapshot.head.seq > checked.value.head.seq) {
    return refuse('store.chainBroken', { line: checked.value.head.seq + 1 });
  }
  const usable = snapshot !== null && sealAtSnapshot === snapshot.head.hash;
  if (snapshot && !usable) return loadFromJournal(options, files, bytes, checked.value, low);
  const evolved = replay(options, usable ? snapshot.state : options.initial, tail);
  if (!evolved.ok) return evolved;
  const tornTail = await setAside(options, files, checked.value);
  const rebuilt = !usable && checked.value.head.seq > 0;
  const report: OpeningFindings = {
    tornTail,
    snapshot: rebuilt ? 'rebuilt' : usable ? (adapter.source === 'previous' ? 'previous' : 'used') : 'none',
  };
  return done({ read: checked.value, report, low, state: evolved.value, snapshotSeq: usable ? snapshot.head.seq : 0 });
}

/** The snapshot is of another journal: the journal is the truth. */
async function loadFromJournal<S, E>(
  options: StoreOptions<S, E>,
  files: Files,
  bytes: Buffer,
  read: ReadJournal,
  low: Awaited<ReturnType<typeof openSnapshot<S>>>,
) {
  const all: { seq: number; json: Buffer }[] = [];
  readJournal(bytes, (seq, _seal, json) => all.push({ seq, json }));
  const evolved = replay(options, options.initial, all);
  if (!evolved.ok) return evolved;
  const report: OpeningFindings = { tornTail: await setAside(options, files, read), snapshot: 'rebuilt' };
  return done({ read, report, low, state: evolved.value, snapshotSeq: 0 });
}

function replay<S, E>(
  options: StoreOptions<S, E>,
  from: S,
  lines: readonly { seq: number; json: Buffer }[],
): Outcome<S> {
  let state = from;
  for (const { seq, json } of lines) {
    const { schema, events } = JSON.parse(json.toString('utf8')) as JournalLine<unknown>;
    const migrated = migrateEvents(schema, events);
    if (!migrated.ok) return migrated;
    for (const raw of migrated.value) {
      let event: E;
      try {
        event = options.parseEvent(raw);
      } catch {
        return refuse('store.unknownEvent', { line: seq });
      }
      state = options.evolve(state, event);
    }
  }
  return done(state);
}

/** The torn tail goes into a file of its own, flushed, before it is cut off the journal. */
async function setAside<S, E>(
  { folder, clock }: StoreOptions<S, E>,
  files: Files,
  { torn, length }: ReadJournal,
): Promise<string | null> {
  if (!torn) return null;
  const name = `torn-${clock().toISOString().replace(/[:.]/gu, '-')}.jsonl`;
  const aside = await files.openNew(join(folder, name));
  try {
    await aside.append(torn);
    await aside.sync();
  } finally {
    await aside.close();
  }
  await files.syncFolder(folder);
  await files.truncate(join(folder, journalName), length);
  return name;
}
