import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OfficeKey } from '../../../electron/office/crypto/office-key.ts';
import { encryptedAtRest } from '../../../electron/office/store/at-rest.ts';
import { nodeFiles } from '../../../electron/office/device/device.ts';
import { encryptedLines } from '../../../electron/office/store/line-codec.ts';
import { openStore } from '../../../electron/office/store/store.ts';
import { anyCommand, commit, inFolder, ledgerOptions, openLedger, plain, put } from './ledger.ts';

const key = OfficeKey.random();
const encrypted = { atRest: encryptedAtRest(nodeFiles, key) };
const journalIn = (folder: string) => join(folder, 'journal.jsonl');
const linesIn = async (folder: string) => (await readFile(journalIn(folder), 'latin1')).split('\n').slice(0, -1);
const refusalOn = async (folder: string, more: object = encrypted) => {
  const opened = await openStore({ ...ledgerOptions(folder), ...more });
  if (!opened.ok) return opened.refusal;
  await opened.store.close();
  return null;
};

/** Three lines, and no snapshot that could stand in for them. */
async function threeLines(folder: string, more = encrypted): Promise<string[]> {
  const store = await openLedger(folder, more);
  for (const n of [1, 2, 3]) await commit(store, put('Өзгөн', n));
  const lines = await linesIn(folder);
  await store.close();
  await nodeFiles.remove(join(folder, 'snapshot.json'));
  return lines;
}

describe('an encrypted line', () => {
  const codec = encryptedLines(key);
  it('opens at its own number only, and with no bit flipped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(1e6), fc.nat(), fc.nat(7), (text, seq, place, bit) => {
        const line = Buffer.from(text, 'utf8');
        const stored = codec.encode(line, seq);
        expect(stored.includes('\n')).toBe(false);
        expect(codec.decode(stored, seq)?.equals(line)).toBe(true);
        expect(codec.decode(stored, seq + 1)).toBeNull();
        const flipped = Buffer.from(stored);
        const at = place % stored.length;
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(codec.decode(flipped, seq)).toBeNull();
        expect(encryptedLines(OfficeKey.random()).decode(stored, seq)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is no line for what is not one', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => codec.decode(Buffer.from(bytes), 1) === null));
    expect(codec.decode(Buffer.from('{"prev":""}'), 1)).toBeNull();
  });
});

describe('an encrypted store', () => {
  it('holds what a plain one holds after the same commands, with the same chain', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { maxLength: 6 }), fc.boolean(), (commands, withSnapshot) =>
        inFolder(async (folder) => {
          const stores = [join(folder, 'encrypted'), join(folder, 'plain')] as const;
          const heads = [];
          for (const [index, place] of stores.entries()) {
            const store = await openLedger(place, index === 0 ? encrypted : {});
            for (const command of commands) await commit(store, ...command);
            if (withSnapshot) await store.snapshotNow();
            await store.close();
            const again = await openLedger(place, index === 0 ? encrypted : {});
            const lines = [];
            for await (const line of again.lines()) lines.push(line);
            heads.push({ head: again.head, state: plain(again.state), lines });
            expect(await again.verify()).toMatchObject({ ok: true });
            await again.close();
          }
          expect(heads[0]).toEqual(heads[1]);
        }),
      ),
      { numRuns: 25 },
    ));

  it('shows neither names nor numbers, in the journal, the snapshots, or what a power cut tore off', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder, encrypted);
      await commit(store, put('Үсөнбаева AN1234567', 1));
      await store.snapshotNow();
      await commit(store, put('Үсөнбаева AN1234567', 2));
      await store.close();
      const [line = ''] = await linesIn(folder);
      await appendFile(journalIn(folder), line.slice(0, 100));
      const again = await openLedger(folder, encrypted);
      expect(again.report).toMatchObject({ snapshot: 'used' });
      expect(again.report.tornTail).toMatch(/^torn-/u);
      await again.close();
      for (const name of await readdir(folder)) {
        const bytes = await readFile(join(folder, name));
        for (const text of ['Үсөнбаева', 'AN1234567', '"put"']) expect(bytes.includes(text)).toBe(false);
      }
    }));

  it('names the line that was changed, moved, left out or put in from elsewhere', () =>
    inFolder(async (folder) => {
      const [first = '', second = '', third = ''] = await threeLines(folder);
      const [, foreign = ''] = await inFolder((other) =>
        threeLines(other, { atRest: encryptedAtRest(nodeFiles, OfficeKey.random()) }),
      );
      const flipped = second.replace(
        /^(.{20})(.)/u,
        (_all, before: string, one: string) => before + (one === 'A' ? 'B' : 'A'),
      );
      for (const [lines, line] of [
        [[first, flipped, third], 2],
        [[second, first, third], 1],
        [[first, third], 2],
        [[first, first, third], 2],
        [[first, foreign, third], 2],
        [[first, '{"prev":"0"}', third], 2],
      ] as const) {
        await writeFile(journalIn(folder), `${lines.join('\n')}\n`);
        expect(await refusalOn(folder)).toEqual({ code: 'store.chainBroken', params: { line } });
      }
    }));

  it('does not open under another key', () =>
    inFolder(async (folder) => {
      await threeLines(folder);
      const other = { atRest: encryptedAtRest(nodeFiles, OfficeKey.random()) };
      expect(await refusalOn(folder, other)).toEqual({ code: 'store.chainBroken', params: { line: 1 } });
      expect(await refusalOn(folder)).toBeNull();
    }));

  it('takes a snapshot of another office for none', () =>
    inFolder(async (folder) => {
      await threeLines(folder);
      const foreign = await inFolder(async (other) => {
        const store = await openLedger(other, { atRest: encryptedAtRest(nodeFiles, OfficeKey.random()) });
        await commit(store, put('башка', 9));
        await store.close();
        return readFile(join(other, 'snapshot.json'));
      });
      await writeFile(join(folder, 'snapshot.json'), foreign);
      const store = await openLedger(folder, encrypted);
      expect(store.report.snapshot).toBe('rebuilt');
      expect(plain(store.state)).toEqual({ records: { Өзгөн: 3 }, facts: 3 });
      await store.close();
    }));
});
