/** The lines that name something are found as if every line of the journal had been looked through. */
import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OfficeKey } from '../../../electron/office/crypto/office-key.ts';
import { encryptedAtRest } from '../../../electron/office/store/at-rest.ts';
import { nodeFiles } from '../../../electron/office/device/device.ts';
import { commit, inFolder, openLedger, put, type LedgerStore } from './ledger.ts';

const forms = [
  ['plain', {}],
  ['encrypted', { atRest: encryptedAtRest(nodeFiles, OfficeKey.random()) }],
] as const;

const quoted = (id: string): string => `"${id}"`;

async function found(store: LedgerStore, ...ids: string[]): Promise<(number | string)[]> {
  const numbers: (number | string)[] = [];
  for await (const line of store.linesNaming(new Set(ids.map(quoted))))
    numbers.push(line.ok ? line.value.seq : line.refusal.code);
  return numbers;
}

async function lookedThrough(store: LedgerStore, ...ids: string[]): Promise<number[]> {
  const numbers: number[] = [];
  for await (const line of store.lines()) {
    const text = line.ok ? JSON.stringify(line.value) : '';
    if (line.ok && ids.some((id) => text.includes(quoted(id)))) numbers.push(line.value.seq);
  }
  return numbers;
}

const someId = fc.constantFrom('ann', 'bek', 'ann-2', 'c', 'k7y2mmq0abcdefgh');

describe.each(forms)('lines of a %s journal', (_form, form) => {
  it('are those that a look through all of them finds, whatever was asked and written in between', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ names: fc.array(someId, { maxLength: 3 }), ask: fc.array(someId, { maxLength: 2 }) })),
        (steps) =>
          inFolder(async (folder) => {
            const store = await openLedger(folder, form);
            for (const [index, { names, ask }] of steps.entries()) {
              await commit(store, ...names.map((name) => put(name, index)));
              if (ask.length > 0) expect(await found(store, ...ask)).toEqual(await lookedThrough(store, ...ask));
            }
            await store.close();
            const again = await openLedger(folder, form);
            for (const id of ['ann', 'c']) expect(await found(again, id)).toEqual(await lookedThrough(again, id));
            await again.close();
          }),
      ),
      { numRuns: 30 },
    ));

  it('are had by their number as well', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder, form);
      for (const name of ['a', 'b']) await commit(store, put(name, 1));
      expect(await store.line(2)).toMatchObject({ ok: true, value: { seq: 2, events: [put('b', 1)] } });
      await commit(store, put('c', 1));
      expect(await store.line(3)).toMatchObject({ ok: true, value: { seq: 3, prev: expect.any(String) as string } });
      expect(await store.line(4)).toEqual({ ok: true, value: null });
      await store.close();
    }));

  it('are found by what the lines before them have named', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder, form);
      for (const names of [['b'], ['a', 'b'], ['x'], ['b'], ['x', 'b']])
        await commit(store, ...names.map((name) => put(name, 1)));
      const texts = new Set([quoted('a')]);
      const numbers = [];
      for await (const line of store.linesNaming(texts)) {
        if (!line.ok) throw new Error(line.refusal.code);
        numbers.push(line.value.seq);
        for (const { name } of line.value.events) texts.add(quoted(name));
      }
      expect(numbers).toEqual([2, 4, 5]);
      await store.close();
    }));

  it('before damage are given, then the damage is said; two who ask at once get the same', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder, form);
      for (const name of ['a', 'b', 'a', 'a']) await commit(store, put(name, 1));
      const asked = await Promise.all([found(store, 'a'), found(store, 'a'), found(store, 'b')]);
      expect(asked).toEqual([[1, 3, 4], [1, 3, 4], [2]]);
      await store.close();
      const again = await openLedger(folder, form);
      const journal = join(folder, 'journal.jsonl');
      const lines = (await readFile(journal, 'latin1')).split('\n');
      const third = lines[2] ?? '';
      lines[2] = `${third.slice(0, -9)}${third.at(-9) === 'a' ? 'b' : 'a'}${third.slice(-8)}`;
      await writeFile(journal, lines.join('\n'), 'latin1');
      expect(await found(again, 'a')).toEqual([1, 'store.chainBroken']);
      await again.close();
    }));

  it('that somebody has cut off the file are said to be missing', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder, form);
      for (const name of ['a', 'b', 'a']) await commit(store, put(name, 1));
      const journal = join(folder, 'journal.jsonl');
      await truncate(journal, (await stat(journal)).size - 10);
      expect(await found(store, 'a')).toEqual([1, 'store.chainBroken']);
      expect(await store.line(3)).toMatchObject({
        ok: false,
        refusal: { code: 'store.chainBroken', params: { line: 3 } },
      });
      await store.close();
    }));
});
