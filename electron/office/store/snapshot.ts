/**
 * The snapshot: the evolved state and where in the journal it stands, held by lowdb through this adapter. It is a
 * convenience: lost or damaged it is made again from the journal, so it is never the only copy of anything.
 *
 * `snapshot.json` is the state's JSON, a line break, and a short JSON line that vouches for it.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Low, type Adapter } from 'lowdb';
import { newline } from './journal-line.ts';
import type { Files } from './files.ts';
import type { Head } from './journal.ts';

export const snapshotName = 'snapshot.json';
export const previousName = 'snapshot.previous.json';

export type Snapshot<S> = { head: Head; schema: number; state: S };
export type SnapshotSource = 'current' | 'previous' | 'none';

/** About so many bytes are written between two turns of the event loop. */
const pieceBytes = 256 * 1024;

export class SnapshotAdapter<S> implements Adapter<Snapshot<S>> {
  readonly #folder: string;
  readonly #files: Files;
  readonly #serialise: (state: S) => Iterable<string>;
  readonly #restore: (schema: number, records: unknown) => S | null;
  /** Which file the last reading came from. */
  source: SnapshotSource = 'none';
  /** A snapshot was there and could not be used. */
  damaged = false;

  constructor(
    folder: string,
    files: Files,
    serialise: (state: S) => Iterable<string>,
    restore: (schema: number, records: unknown) => S | null,
  ) {
    this.#folder = folder;
    this.#files = files;
    this.#serialise = serialise;
    this.#restore = restore;
  }

  async read(): Promise<Snapshot<S> | null> {
    for (const [name, source] of [
      [snapshotName, 'current'],
      [previousName, 'previous'],
    ] as const) {
      const bytes = await this.#files.read(join(this.#folder, name));
      if (!bytes) continue;
      const snapshot = this.#decode(bytes);
      if (snapshot) {
        this.source = source;
        return snapshot;
      }
      this.damaged = true;
    }
    return null;
  }

  #decode(bytes: Buffer): Snapshot<S> | null {
    const bodyEnd = bytes.lastIndexOf(newline, bytes.length - 2);
    if (bodyEnd < 0) return null;
    try {
      const body = bytes.subarray(0, bodyEnd);
      const seal = JSON.parse(bytes.toString('utf8', bodyEnd + 1)) as { schema: number; head: Head; sum: string };
      if (createHash('sha256').update(body).digest('hex') !== seal.sum) return null;
      const state = this.#restore(seal.schema, JSON.parse(body.toString('utf8')));
      return state === null ? null : { head: seal.head, schema: seal.schema, state };
    } catch {
      return null;
    }
  }

  /** Temporary file, flushed; the one before kept; renamed; folder flushed. Yields to other work between pieces. */
  async write({ head, schema, state }: Snapshot<S>): Promise<void> {
    const path = join(this.#folder, snapshotName);
    const partial = `${path}.partial`;
    const file = await this.#files.openNew(partial);
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
      for (const piece of this.#serialise(state)) {
        pending += piece;
        if (pending.length >= pieceBytes) await flush();
      }
      await flush();
      await file.append(Buffer.from(`\n${JSON.stringify({ schema, head, sum: hash.digest('hex') })}\n`, 'utf8'));
      await file.sync();
    } finally {
      await file.close();
    }
    if ((await this.#files.size(path)) !== null) {
      await this.#files.rename(path, join(this.#folder, previousName));
    }
    await this.#files.rename(partial, path);
    await this.#files.syncFolder(this.#folder);
  }
}

/** The snapshot held by lowdb; `data` is what was read, or null when there was none to use. */
export async function openSnapshot<S>(adapter: SnapshotAdapter<S>): Promise<Low<Snapshot<S> | null>> {
  const low = new Low<Snapshot<S> | null>(adapter as unknown as Adapter<Snapshot<S> | null>, null);
  await low.read();
  return low;
}
