import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodeFiles } from '../../../electron/office/device/device.ts';
import { SnapshotAdapter, openSnapshot } from '../../../electron/office/store/snapshot.ts';
import { inFolder, plain, put, replayed, ledgerOfRecords, recordsOfLedger, type Ledger } from './ledger.ts';

const adapterIn = (folder: string, records = recordsOfLedger) =>
  new SnapshotAdapter<Ledger>(folder, nodeFiles, { records, restore: (_schema, read) => ledgerOfRecords(read) });
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

it('is one plain JSON object, a line for some records of one collection', () =>
  inFolder(async (folder) => {
    await adapterIn(folder).write(snapshot);
    const text = await readFile(join(folder, 'snapshot.json'), 'utf8');
    expect(text.split('\n')).toMatchObject({ length: 5, 0: '{"state":[', 1: '["facts",[2]],', 4: '' });
    expect(JSON.parse(text)).toMatchObject({
      state: [
        ['facts', [2]],
        ['records', [{}, {}]],
      ],
      schema: 1,
      journal: snapshot.mark,
    });
  }));

it('comes back whole however many records there are, and of whatever length', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(40_000), fc.nat(6)), { maxLength: 8 }), (groups) =>
      inFolder(async (folder) => {
        const names = groups.flatMap(([length, count], group) =>
          Array.from({ length: count }, (_, index) => `${String(group)}.${String(index)}${'ө'.repeat(length)}`),
        );
        const state = replayed(names.map((name, value) => put(name, value)));
        await adapterIn(folder).write({ ...snapshot, state });
        const read = await adapterIn(folder).read();
        expect(read && plain(read.state)).toEqual(plain(state));
      }),
    ),
    { numRuns: 50 },
  ));

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
    function* long(): Generator<readonly [string, unknown]> {
      for (let piece = 0; piece < pieces; piece += 1) yield ['long', 'ө'.repeat(256 * 1024)];
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
