/**
 * The snapshot: the evolved state and where in the journal it stands, held by lowdb through this adapter. It is a
 * convenience: lost or damaged it is made again from the journal, so it is never the only copy of anything.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Low, type Adapter } from 'lowdb';
import { SnapshotReader, snapshotText, type Collections } from './snapshot-format.ts';
import { checksumText } from './checksum.ts';
import type { Files } from '../device/files.ts';
import type { Mark } from './journal-reader.ts';

export const snapshotName = 'snapshot.json';
export const previousName = 'snapshot.previous.json';

/** A state, and the mark of the journal's line that it stands behind. */
export type Snapshot<S> = { mark: Mark; schema: number; state: S };

export type SnapshotShape<S> = {
  /** Each record with the name of its collection; the records of one collection one after the other. */
  records: (state: S) => Iterable<readonly [collection: string, record: unknown]>;
  /** The state from its records; null or an exception for what it cannot be made from. */
  restore: (schema: number, records: Collections) => S | null;
};

/** About so many characters are written between two turns of the event loop. */
const pieceLength = 256 * 1024;

export class SnapshotAdapter<S> implements Adapter<Snapshot<S> | null> {
  readonly #folder: string;
  readonly #files: Files;
  readonly #shape: SnapshotShape<S>;
  /** Which file the snapshot that was read came from. */
  source: 'current' | 'previous' | null = null;

  constructor(folder: string, files: Files, shape: SnapshotShape<S>) {
    this.#folder = folder;
    this.#files = files;
    this.#shape = shape;
  }

  /** The newest snapshot that is whole; null when there is none. */
  async read(): Promise<Snapshot<S> | null> {
    for (const [name, source] of [
      [snapshotName, 'current'],
      [previousName, 'previous'],
    ] as const) {
      // One that the disk does not give back, or that does not parse, is as good as lost.
      const snapshot = await this.#readFrom(join(this.#folder, name)).catch(() => null);
      if (!snapshot) continue;
      this.source = source;
      return snapshot;
    }
    return null;
  }

  async #readFrom(path: string): Promise<Snapshot<S> | null> {
    const reader = new SnapshotReader();
    for await (const piece of this.#files.pieces(path)) reader.take(piece);
    const read = reader.end();
    if (!read) return null;
    const state = this.#shape.restore(read.schema, read.collections);
    return state !== null ? { mark: read.journal, schema: read.schema, state } : null;
  }

  /**
   * Temporary file, flushed; the one before kept; renamed; folder flushed. Yields to other work between pieces. On
   * failure the files are as they were, and the temporary one does not keep the room that the journal may need.
   */
  async write(snapshot: Snapshot<S> | null): Promise<void> {
    if (!snapshot) return;
    const path = join(this.#folder, snapshotName);
    const partial = `${path}.partial`;
    try {
      await this.#writeTo(partial, snapshot);
      // A damaged snapshot must not take the place of the good one before it.
      if (this.source === 'current') {
        await this.#files.rename(path, join(this.#folder, previousName));
        this.source = 'previous';
      }
      await this.#files.rename(partial, path);
      await this.#files.syncFolder(this.#folder);
    } catch (error) {
      await this.#files.remove(partial).catch(() => undefined);
      throw error;
    }
    this.source = 'current';
  }

  async #writeTo(path: string, { mark, schema, state }: Snapshot<S>): Promise<void> {
    const file = await this.#files.openNew(path);
    try {
      const hash = createHash('sha256');
      let pending = '';
      const flush = async () => {
        const bytes = Buffer.from(pending, 'utf8');
        pending = '';
        hash.update(bytes);
        await file.append(bytes);
        await nextTurn();
      };
      for (const text of snapshotText(this.#shape.records(state), { schema, journal: mark })) {
        pending += text;
        if (pending.length >= pieceLength) await flush();
      }
      await flush();
      await file.append(Buffer.from(`${checksumText(hash.digest('hex'))}\n`, 'latin1'));
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/** The snapshot held by lowdb; `data` is what was read, or null when there was none to use. */
export async function openSnapshot<S>(adapter: SnapshotAdapter<S>): Promise<Low<Snapshot<S> | null>> {
  const low = new Low<Snapshot<S> | null>(adapter, null);
  await low.read();
  return low;
}
