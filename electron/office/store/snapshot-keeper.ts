/** When a snapshot is written: off the clerk's path, at the latest after so many commands, else in a quiet moment. */
import type { Low } from 'lowdb';
import type { Mark } from './journal-reader.ts';
import type { Snapshot } from './snapshot.ts';

export type SnapshotTimes = {
  schema: number;
  /** Number of the last line that the newest snapshot on the device holds; 0 when there is none. */
  keptSeq: number;
  /** Commands after which a snapshot is due. */
  every: number;
  /** Milliseconds without a command after which one is due. */
  idleMs: number;
};

export type SnapshotKeeper<S> = {
  /** The state behind the line that is marked. */
  follow(mark: Mark, state: S): void;
  /** Writes a snapshot of the state last followed, unless the newest on the device is that. */
  now(): Promise<void>;
  close(): Promise<void>;
};

export function keepSnapshots<S>(
  low: Low<Snapshot<S> | null>,
  { schema, every, idleMs, ...times }: SnapshotTimes,
): SnapshotKeeper<S> {
  let { keptSeq } = times;
  let triedSeq = keptSeq;
  let newest: { mark: Mark; state: S } | null = null;
  let writing: Promise<void> | null = null;
  let idle: NodeJS.Timeout | undefined;

  async function write(mark: Mark, state: S): Promise<void> {
    low.data = { mark, schema, state };
    triedSeq = mark.seq;
    try {
      await low.write();
      keptSeq = mark.seq;
    } catch {
      // Nothing is lost by it, for the journal has it all; the next one is tried when it is due.
    } finally {
      low.data = null;
      writing = null;
    }
  }

  async function now(): Promise<void> {
    clearTimeout(idle);
    // One that is being written may be of an older state.
    await writing;
    if (!writing && newest && newest.mark.seq !== keptSeq) writing = write(newest.mark, newest.state);
    await writing;
  }

  return {
    follow(mark, state) {
      newest = { mark, state };
      clearTimeout(idle);
      if (mark.seq === keptSeq) return;
      // Counted from the last attempt: on a full disk not every command must pay for one more.
      if (mark.seq - triedSeq >= every && !writing) void now();
      else idle = setTimeout(() => void now(), idleMs).unref();
    },
    now,
    async close() {
      await now();
      clearTimeout(idle);
    },
  };
}
