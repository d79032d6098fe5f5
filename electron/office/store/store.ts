/**
 * The store: the journal is the truth, the state is what its facts evolve to, the snapshot saves time at opening. It
 * knows nothing of observers; what an event is and how it evolves is given to it.
 */
import { join } from 'node:path';
import { done, refuse, type Outcome, type Refusal } from '#shared/domain/base/refusals.ts';
import { yieldRegularly } from '../device/cooperative.ts';
import { plainAtRest, type AtRest } from './at-rest.ts';
import { nodeFiles } from '../device/device.ts';
import type { Files } from '../device/files.ts';
import { journalName, openJournal, type Journal } from './journal.ts';
import { JournalReader, type Head, type Mark } from './journal-reader.ts';
import { lockFolder } from './lock.ts';
import { migrate, migrations as ownMigrations, type Migrations } from './migrations.ts';
import { parseLine, replayJournal, setAside, unreadable } from './opening.ts';
import { SnapshotAdapter, openSnapshot } from './snapshot.ts';
import { namedLines } from './named-lines.ts';
import { readChecksum, sumOf } from './checksum.ts';
import { keepSnapshots, type SnapshotKeeper } from './snapshot-keeper.ts';
import type { JournalLine } from './journal-line.ts';
import type { Collections } from './snapshot-format.ts';

export type StoreOptions<S, E> = {
  folder: string;
  initial: S;
  evolve: (state: S, event: E) => S;
  /** Each record of the state with the name of its collection; the records of one collection one after the other. */
  records: (state: S) => Iterable<readonly [collection: string, record: unknown]>;
  restore: (records: Collections) => S;
  /** Throws for what is not an event. */
  parseEvent: (event: unknown) => E;
  /** The laptop's clock: names a torn tail's file. */
  clock: () => Date;
  /** A snapshot is written after so many commands at the latest. */
  snapshotEvery: number;
  /** Milliseconds without a command after which a snapshot is written; 5,000 unless told. */
  idleMs?: number;
  migrations?: Migrations;
  files?: Files;
  /** How the records stand on the device; plain, on `files`, unless told. */
  atRest?: AtRest;
};

export type OpeningFindings = {
  /** Name of the file that holds what a power cut tore off; null when nothing was. */
  tornTail: string | null;
  /**
   * `used`: the newest; `previous`: the one before, for the newest was lost or damaged; `rebuilt`: none could be used
   * and the state was made from the whole journal; `none`: a new store.
   */
  snapshot: 'used' | 'previous' | 'rebuilt' | 'none';
};

export type NewCommand<E> = {
  who: string;
  command: string;
  why?: string;
  events: readonly E[];
  /** When, ISO 8601 in UTC. */
  at: string;
};

export type Store<S, E> = {
  readonly state: S;
  readonly head: Head;
  readonly report: OpeningFindings;
  /** All acknowledged bytes of the journal: how many, and their sum. What stands before it never changes. */
  mark(): Mark;
  /** Answers after the line is on the device and the state has evolved; refused, nothing has changed. */
  commit(command: NewCommand<E>): Promise<Outcome<Head>>;
  /** The acknowledged lines as of now, oldest first, read from the device; after a refusal there are no more. */
  lines(): AsyncGenerator<Outcome<JournalLine<E>>>;
  /**
   * The acknowledged lines that hold one of some texts, each of which ends in an identifier in quotes; oldest first. The
   * texts may grow while they are read. Only these lines are parsed and checked, each by its own sum.
   */
  linesNaming(texts: ReadonlySet<string>): AsyncGenerator<Outcome<JournalLine<E>>>;
  /** The acknowledged line of a number, checked by its own sum; null when there is none. */
  line(seq: number): Promise<Outcome<JournalLine<E> | null>>;
  /** Reads the journal again and checks every line of it; answers where it stands. */
  verify(): Promise<Outcome<Head>>;
  /** Writes a snapshot if the newest is behind. A failure is no refusal: the journal has it all. */
  snapshotNow(): Promise<void>;
  /** Waits for what was asked for, writes a snapshot, and lets go of the folder. */
  close(): Promise<void>;
};

export type OpenedStore<S, E> = { ok: true; store: Store<S, E> } | { ok: false; refusal: Refusal };

/**
 * Opens the store in a folder, making it where there is none. It refuses what it cannot vouch for, and then has
 * changed nothing: `store.inUse`, `store.chainBroken` (with the line), `store.unknownEvent` (with the line),
 * `store.newerSchema`, `store.readOnly`, `store.held`, `store.noRoom`, `store.unreadable`.
 */
export async function openStore<S, E>(options: StoreOptions<S, E>): Promise<OpenedStore<S, E>> {
  const { folder, atRest = plainAtRest(options.files ?? nodeFiles) } = options;
  const files = atRest.device;
  try {
    await files.makeFolder(folder);
    const lock = await lockFolder(folder);
    if (!lock) return refuse('store.inUse');
    try {
      const opened = await openLocked(options, atRest, () => lock.release());
      if (!opened.ok) await lock.release();
      return opened;
    } catch (error) {
      await lock.release();
      return unreadable(error);
    }
  } catch (error) {
    return unreadable(error);
  }
}

async function openLocked<S, E>(
  options: StoreOptions<S, E>,
  atRest: AtRest,
  release: () => Promise<void>,
): Promise<OpenedStore<S, E>> {
  const { folder, migrations = ownMigrations } = options;
  const { device: files, lines } = atRest;
  const adapter = new SnapshotAdapter<S>(folder, atRest.whole, {
    records: options.records,
    restore: (schema, records) => {
      const migrated = migrate(migrations, schema, records, (step, value) => step.state(value));
      return migrated.ok ? options.restore(migrated.value) : null;
    },
  });
  const low = await openSnapshot(adapter);
  const snapshot = low.data;
  // lowdb gives up what it read: the state is kept here alone, and an old one must not be held for good.
  low.data = null;
  const replayed = await replayJournal(folder, files, { ...options, migrations }, snapshot, lines);
  if (!replayed.ok) return replayed;
  const { read, state, snapshotFits } = replayed.value;
  const tornTail = read.torn && (await setAside(folder, files, read.torn, options.clock()));
  const journal = await openJournal(folder, read, files, lines);
  const current = snapshotFits && adapter.source === 'current';
  const found = current ? 'used' : snapshotFits ? 'previous' : read.place.head.seq > 0 ? 'rebuilt' : 'none';
  const snapshots = keepSnapshots(low, {
    schema: migrations.current,
    keptSeq: current && snapshot ? snapshot.mark.seq : 0,
    every: options.snapshotEvery,
    idleMs: options.idleMs ?? 5_000,
  });
  const report = { tornTail, snapshot: found } as const;
  return {
    ok: true,
    store: liveStore({ ...options, migrations }, atRest, { journal, state, snapshots, report, release }),
  };
}

type Opened<S> = {
  journal: Journal;
  state: S;
  snapshots: SnapshotKeeper<S>;
  report: OpeningFindings;
  release: () => Promise<void>;
};

function liveStore<S, E>(
  options: StoreOptions<S, E> & { migrations: Migrations },
  { device: files, lines: codec }: AtRest,
  { journal, state: opened, snapshots, report, release }: Opened<S>,
): Store<S, E> {
  const path = join(options.folder, journalName);
  let state = opened;
  let queue: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | null = null;
  snapshots.follow(journal.mark(), state);

  async function keep({ events, ...command }: NewCommand<E>): Promise<Outcome<Head>> {
    // What cannot be read back must never be written, for it would lock the office; and the state must be the very one
    // that a replay will make. So the facts are read from their own JSON and tried before they are kept.
    const written: string[] = [];
    let next = state;
    const rest = yieldRegularly();
    for (const event of events) {
      const json = JSON.stringify(event);
      written.push(json);
      next = options.evolve(next, options.parseEvent(JSON.parse(json)));
      await rest();
    }
    const eventsJson = `[${written.join(',')}]`;
    const kept = await journal.append({ schema: options.migrations.current, ...command, eventsJson });
    if (!kept.ok) return kept;
    state = next;
    snapshots.follow(journal.mark(), state);
    return kept;
  }

  const naming = namedLines({ path, files, codec, length: () => journal.length, readLine });

  async function* lines(): AsyncGenerator<Outcome<JournalLine<E>>> {
    const reader = new JournalReader(undefined, codec);
    for await (const piece of files.pieces(path, 0, journal.length)) {
      const checked = reader.take(piece);
      if (!checked.ok) {
        yield checked;
        return;
      }
      for (const line of checked.value) {
        naming.index.take(line.seq, line.json, line.bytes);
        const parsed = parseLine(line, options);
        yield parsed;
        if (!parsed.ok) return;
      }
    }
  }

  /** One line by itself: whole, and in today's shape. */
  function readLine(json: Buffer, seq: number): Outcome<JournalLine<E>> {
    const checksum = readChecksum(json);
    if (!checksum) return refuse('store.chainBroken', { line: seq });
    const { body, sum } = checksum;
    return sumOf(body) === sum ? parseLine({ seq, json }, options) : refuse('store.chainBroken', { line: seq });
  }

  async function verify(): Promise<Outcome<Head>> {
    const { head, length } = journal;
    const reader = new JournalReader(undefined, codec);
    try {
      for await (const piece of files.pieces(path, 0, length)) {
        const checked = reader.take(piece);
        if (!checked.ok) return checked;
      }
    } catch (error) {
      return unreadable(error);
    }
    const found = reader.end().place.head;
    return found.hash === head.hash ? done(head) : refuse('store.chainBroken', { line: found.seq + 1 });
  }

  async function close(): Promise<void> {
    await queue;
    try {
      await snapshots.close();
      await journal.close();
    } finally {
      await release();
    }
  }

  return {
    get state() {
      return state;
    },
    get head() {
      return journal.head;
    },
    report,
    mark: () => journal.mark(),
    commit(command) {
      if (closing) return Promise.resolve(refuse('office.notOpen'));
      const turn = queue.then(() => keep(command));
      queue = turn.catch(() => undefined);
      return turn;
    },
    lines,
    linesNaming: naming.lines,
    line: naming.line,
    verify,
    snapshotNow: () => snapshots.now(),
    close: () => (closing ??= close()),
  };
}
