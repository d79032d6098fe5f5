import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeFiles } from '../../../electron/office/store/files.ts';
import { SnapshotAdapter, openSnapshot } from '../../../electron/office/store/snapshot.ts';
import { inFolder, plain, put, replayed, restoreLedger, serialiseLedger, type Ledger } from './ledger.ts';

const adapterIn = (folder: string, serialise: (state: Ledger) => Iterable<string> = serialiseLedger) =>
  new SnapshotAdapter<Ledger>(folder, nodeFiles, { serialise, restore: (_schema, records) => restoreLedger(records) });
const snapshot = {
  mark: { seq: 7, hash: 'a'.repeat(64), length: 4000, sum: 'b'.repeat(64) },
  schema: 1,
  state: replayed([put('Өзгөн', 1), put('Ысык-Көл', 2)]),
};

it('comes back through lowdb as it was written', () =>
  inFolder(async (folder) => {
    await adapterIn(folder).write(snapshot);
    const { data } = await openSnapshot(adapterIn(folder));
    expect(data).toMatchObject({ mark: snapshot.mark, schema: 1 });
    expect(data && plain(data.state)).toEqual(plain(snapshot.state));
  }));

it('is two lines of plain JSON', () =>
  inFolder(async (folder) => {
    await adapterIn(folder).write(snapshot);
    const [state, seal, rest] = (await readFile(join(folder, 'snapshot.json'), 'utf8')).split('\n');
    expect(JSON.parse(state ?? '')).toMatchObject({ facts: 2 });
    expect(JSON.parse(seal ?? '')).toMatchObject({ schema: 1, journal: snapshot.mark });
    expect(rest).toBe('');
  }));

it('with any one bit changed, or cut anywhere, is not used', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'snapshot.json');
    await adapterIn(folder).write(snapshot);
    const bytes = await readFile(path);
    const reader = adapterIn(folder);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await writeFile(path, flipped);
      expect(await reader.read(), `bit ${String(bit)}`).toBeNull();
    }
    for (let length = 0; length < bytes.length; length += 1) {
      await writeFile(path, bytes.subarray(0, length));
      expect(await reader.read(), `length ${String(length)}`).toBeNull();
    }
  }));

it('other work gets its turn while a long one is written', () =>
  inFolder(async (folder) => {
    const pieces = 40;
    function* long(): Generator<string> {
      yield '["';
      for (let piece = 0; piece < pieces; piece += 1) yield 'ө'.repeat(256 * 1024);
      yield '"]';
    }
    let turns = 0;
    let writing = true;
    const otherWork = () => {
      turns += 1;
      if (writing) setImmediate(otherWork);
    };
    setImmediate(otherWork);
    await adapterIn(folder, long).write(snapshot);
    writing = false;
    expect(turns).toBeGreaterThanOrEqual(pieces);
  }));
