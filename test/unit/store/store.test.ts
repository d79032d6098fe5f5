import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLine, firstPrev } from '../../../electron/office/store/journal-line.ts';
import { currentSchema } from '../../../electron/office/store/migrations.ts';
import { openStore } from '../../../electron/office/store/store.ts';
import {
  anyCommand,
  commit,
  emptyLedger,
  inFolder,
  ledgerOptions,
  openLedger,
  parseLedgerEvent,
  plain,
  put,
  replayed,
  type LedgerStore,
} from './ledger.ts';

const journalIn = (folder: string) => join(folder, 'journal.jsonl');
const snapshotIn = (folder: string) => join(folder, 'snapshot.json');

async function flipBit(path: string, byte: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[byte] = (bytes.at(byte) ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function allLines(store: LedgerStore) {
  const found = [];
  for await (const line of store.lines()) found.push(line);
  return found;
}

/** A closed store of so many changes, with a snapshot of all of them and one of the change before. */
async function filled(folder: string, changes: number): Promise<void> {
  const store = await openLedger(folder);
  for (let value = 1; value <= changes; value += 1) {
    await commit(store, put(`n${String(value)}`, value));
    if (value === changes - 1) await store.snapshotNow();
  }
  await store.close();
}
const filledState = (changes: number) =>
  plain(replayed(Array.from({ length: changes }, (_, index) => put(`n${String(index + 1)}`, index + 1))));

describe('changes', () => {
  it('any sequence of commands, with snapshots and reopenings anywhere, gives the state of its facts', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: anyCommand },
      { weight: 1, arbitrary: fc.constantFrom('reopen' as const, 'snapshot' as const, 'lose the snapshot' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.integer({ min: 1, max: 5 }), (steps, snapshotEvery) =>
        inFolder(async (folder) => {
          let store = await openLedger(folder, { snapshotEvery });
          const facts = [];
          let commands = 0;
          for (const what of steps) {
            if (what === 'snapshot') await store.snapshotNow();
            else if (Array.isArray(what)) {
              expect(await commit(store, ...what)).toMatchObject({ ok: true, value: { seq: (commands += 1) } });
              facts.push(...what);
            } else {
              await store.close();
              if (what === 'lose the snapshot') await rm(snapshotIn(folder), { force: true });
              store = await openLedger(folder, { snapshotEvery });
            }
            expect(plain(store.state)).toEqual(plain(replayed(facts)));
          }
          expect(await store.verify()).toEqual({ ok: true, value: store.head });
          await store.close();
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('commands asked for at once are kept one after the other, in the order asked', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder);
      const kept = await Promise.all([1, 2, 3, 4, 5].map((value) => commit(store, put('бир', value))));
      expect(kept.map((one) => one.ok && one.value.seq)).toEqual([1, 2, 3, 4, 5]);
      expect(plain(store.state)).toEqual({ records: { бир: 5 }, facts: 5 });
      await store.close();
    }));

  it('closing waits for what was asked for, and what is asked afterwards is refused', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder);
      const asked = commit(store, put('акыркы', 1));
      const closed = store.close();
      expect(await commit(store, put('кеч', 2))).toEqual({ ok: false, refusal: { code: 'office.notOpen' } });
      await closed;
      await store.close();
      expect((await asked).ok).toBe(true);
      const again = await openLedger(folder);
      expect(plain(again.state)).toEqual({ records: { акыркы: 1 }, facts: 1 });
      await again.close();
    }));

  it('the state is the one a replay makes even where JSON is poorer than the fact', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder);
      await commit(store, put('нөл', -0));
      expect(Object.is(store.state.records.get('нөл'), 0)).toBe(true);
      await store.close();
    }));

  it('what could not be read back is never written', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder);
      await expect(commit(store, put('сан', Number.NaN))).rejects.toThrow('not a fact');
      expect(store.head.seq).toBe(0);
      expect((await commit(store, put('сан', 1))).ok).toBe(true);
      await store.close();
    }));

  it('a fact whose effect cannot be computed is never written', () =>
    inFolder(async (folder) => {
      const evolve = (): never => {
        throw new Error('a bug');
      };
      const store = await openLedger(folder, { evolve });
      await expect(commit(store, put('сан', 1))).rejects.toThrow('a bug');
      await store.close();
      const again = await openLedger(folder);
      expect(again.head.seq).toBe(0);
      await again.close();
    }));
});

describe('history', () => {
  it('gives back every line with who, when and why', () =>
    inFolder(async (folder) => {
      const store = await openLedger(folder);
      await commit(store, put('бир', 1), put('эки', 2));
      await store.commit({
        who: 'Улан',
        command: 'test.drop',
        why: 'ката',
        events: [],
        at: '2025-12-01T00:00:00.000Z',
      });
      expect(await allLines(store)).toMatchObject([
        {
          value: {
            seq: 1,
            schema: currentSchema,
            who: 'Айгүл',
            command: 'test.put',
            events: [put('бир', 1), put('эки', 2)],
          },
        },
        { value: { seq: 2, who: 'Улан', why: 'ката', at: '2025-12-01T00:00:00.000Z', events: [] } },
      ]);
      await store.close();
    }));

  it('ends at the first line that was damaged since the opening, which verifying names too', () =>
    inFolder(async (folder) => {
      await filled(folder, 3);
      const store = await openLedger(folder);
      await flipBit(journalIn(folder), 500);
      const refused = { ok: false, refusal: { code: 'store.chainBroken', params: { line: 2 } } };
      expect((await allLines(store)).at(-1)).toEqual(refused);
      expect(await store.verify()).toEqual(refused);
      await store.close();
    }));

  it('verifying notices that acknowledged lines are gone', () =>
    inFolder(async (folder) => {
      await filled(folder, 2);
      const store = await openLedger(folder);
      await writeFile(journalIn(folder), '');
      expect(await store.verify()).toEqual({ ok: false, refusal: { code: 'store.chainBroken', params: { line: 1 } } });
      await store.close();
    }));
});

describe('opening', () => {
  it('a new store is empty and has nothing to report', () =>
    inFolder(async (folder) => {
      const store = await openLedger(join(folder, 'жаңы', 'кеңсе'));
      expect(plain(store.state)).toEqual(plain(emptyLedger));
      expect(store.report).toEqual({ tornTail: null, snapshot: 'none' });
      await store.close();
    }));

  it('sets a torn last line aside, whatever is left of it, says where, and works on', () =>
    inFolder(async (folder) => {
      await filled(folder, 2);
      const journal = await readFile(journalIn(folder));
      const line = encodeLine({ ...anyLine, eventsJson: '[]' }, 'f'.repeat(64), 3).bytes;
      for (let length = 1; length < line.length; length += 1) {
        await writeFile(journalIn(folder), Buffer.concat([journal, line.subarray(0, length)]));
        const store = await openLedger(folder);
        expect(plain(store.state)).toEqual(filledState(2));
        expect(await readFile(join(folder, store.report.tornTail ?? ''))).toEqual(line.subarray(0, length));
        await store.close();
        expect(await readFile(journalIn(folder))).toEqual(journal);
      }
      // The clock of this test stands still: every tail has a file of its own nevertheless.
      expect((await readdir(folder)).filter((name) => name.startsWith('torn-'))).toHaveLength(line.length - 1);
      const store = await openLedger(folder);
      expect(store.report).toEqual({ tornTail: null, snapshot: 'used' });
      expect(await commit(store, put('n3', 3))).toMatchObject({ ok: true, value: { seq: 3 } });
      await store.close();
    }));

  it('refuses a journal that is broken in the middle, and changes nothing', () =>
    inFolder(async (folder) => {
      await filled(folder, 3);
      await flipBit(journalIn(folder), 500);
      await writeFile(journalIn(folder), Buffer.concat([await readFile(journalIn(folder)), Buffer.from('{"prev')]));
      const before = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
      expect(await openStore(ledgerOptions(folder))).toEqual({
        ok: false,
        refusal: { code: 'store.chainBroken', params: { line: 2 } },
      });
      expect(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))).toEqual(before);
    }));

  it('refuses a journal that ends before its snapshot: acknowledged changes are gone', () =>
    inFolder(async (folder) => {
      await filled(folder, 3);
      const journal = await readFile(journalIn(folder));
      const refused = (line: number) => ({ ok: false, refusal: { code: 'store.chainBroken', params: { line } } });
      await writeFile(journalIn(folder), journal.subarray(0, -1));
      expect(await openStore(ledgerOptions(folder))).toEqual(refused(3));
      await rm(journalIn(folder));
      expect(await openStore(ledgerOptions(folder))).toEqual(refused(1));
    }));

  it('refuses a fact it does not know, and names the line', () =>
    inFolder(async (folder) => {
      await filled(folder, 3);
      await rm(snapshotIn(folder));
      const parseEvent = (event: unknown) => {
        const known = parseLedgerEvent(event);
        if (known.name === 'n3') throw new TypeError('not known to this program');
        return known;
      };
      const outcome = await openStore({ ...ledgerOptions(folder), parseEvent });
      expect(outcome).toEqual({ ok: false, refusal: { code: 'store.unknownEvent', params: { line: 3 } } });
    }));

  it('refuses an encrypted line that is not what a line should be', () =>
    inFolder(async (folder) => {
      for (const eventsJson of ['{', '7']) {
        await writeFile(journalIn(folder), encodeLine({ ...anyLine, eventsJson }, firstPrev, 1).bytes);
        expect(await openStore(ledgerOptions(folder))).toMatchObject({ refusal: { code: 'store.unknownEvent' } });
      }
    }));

  it('refuses a folder that is a file', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'office'), '');
      expect(await openStore(ledgerOptions(join(folder, 'office')))).toMatchObject({
        refusal: { code: 'store.unreadable' },
      });
    }));
});

describe('schema versions', () => {
  it('refuses what a newer program wrote', () =>
    inFolder(async (folder) => {
      const newer = {
        current: currentSchema + 1,
        steps: {
          [currentSchema]: {
            events: (all: unknown[]) => all,
            command: (name: string) => name,
            state: (all: Record<string, unknown[]>) => all,
          },
        },
      };
      const store = await openLedger(folder, { migrations: newer });
      await commit(store, put('бир', 1));
      await store.close();
      const refused = { code: 'store.newerSchema', params: { found: currentSchema + 1, known: currentSchema } };
      expect(await openStore(ledgerOptions(folder))).toEqual({ ok: false, refusal: refused });
    }));

  it('brings lines and snapshots of an older program to the present shape', async () => {
    const doubled = (event: unknown) => {
      const fact = event as { type: string; value: number };
      return fact.type === 'put' ? { ...fact, value: fact.value * 2 } : fact;
    };
    const migrations = {
      current: currentSchema + 1,
      steps: {
        [currentSchema]: {
          events: (events: unknown[]) => events.map(doubled),
          command: (name: string) => name,
          state: (ledger: Record<string, unknown[]>) => ({
            ...ledger,
            records: (ledger.records as [string, number][]).map(([name, value]) => [name, value * 2]),
          }),
        },
      },
    };
    for (const withSnapshot of [true, false]) {
      await inFolder(async (folder) => {
        await filled(folder, 2);
        if (!withSnapshot) await rm(snapshotIn(folder));
        const store = await openLedger(folder, { migrations });
        await commit(store, put('n3', 3));
        await store.close();
        const again = await openLedger(folder, { migrations });
        expect(plain(again.state)).toEqual({ records: { n1: 2, n2: 4, n3: 3 }, facts: 3 });
        expect((await allLines(again)).map((line) => line.ok && line.value.schema)).toEqual([
          currentSchema,
          currentSchema,
          currentSchema + 1,
        ]);
        await again.close();
      });
    }
  });

  it.each([['journal.jsonl', 'snapshot.json'], ['journal.jsonl']])(
    'still opens what version 1 wrote: %s %s',
    (...names) =>
      inFolder(async (folder) => {
        for (const name of names) {
          await writeFile(
            join(folder, name),
            await readFile(join(import.meta.dirname, 'schema-1', `${parse(name).name}.bytes`)),
          );
        }
        const store = await openLedger(folder);
        expect(store.report).toEqual({ tornTail: null, snapshot: names.length > 1 ? 'used' : 'rebuilt' });
        expect(plain(store.state)).toEqual({ records: { 'Ысык-Көл': 7, Өзгөн: 2 }, facts: 4 });
        await store.close();
      }),
  );
});

describe('the snapshot', () => {
  const opened = async (folder: string) => {
    const store = await openLedger(folder);
    const { report, state } = store;
    await store.close();
    return { report: report.snapshot, state: plain(state) };
  };

  it('lost or damaged, gives way to the one before, and that to the journal, and is made again', () =>
    inFolder(async (folder) => {
      const previous = join(folder, 'snapshot.previous.json');
      await filled(folder, 3);
      const state = filledState(3);
      expect(await opened(folder)).toEqual({ report: 'used', state });
      await flipBit(snapshotIn(folder), 30);
      expect(await opened(folder)).toEqual({ report: 'previous', state });
      expect(await opened(folder)).toEqual({ report: 'used', state });
      await rm(snapshotIn(folder));
      expect(await opened(folder)).toEqual({ report: 'previous', state });
      await rm(snapshotIn(folder));
      await flipBit(previous, 30);
      expect(await opened(folder)).toEqual({ report: 'rebuilt', state });
      expect(await opened(folder)).toEqual({ report: 'used', state });
    }));

  it('a damaged one never takes the place of the good one before it', () =>
    inFolder(async (folder) => {
      await filled(folder, 3);
      const previous = await readFile(join(folder, 'snapshot.previous.json'));
      await flipBit(snapshotIn(folder), 30);
      await opened(folder);
      expect(await readFile(join(folder, 'snapshot.previous.json'))).toEqual(previous);
    }));

  it('of another journal is not used', () =>
    inFolder(async (folder) => {
      await filled(join(folder, 'a'), 3);
      const store = await openLedger(join(folder, 'b'));
      for (const value of [1, 2, 3, 4]) await commit(store, put('башка', value));
      const state = plain(store.state);
      await store.close();
      await writeFile(snapshotIn(join(folder, 'b')), await readFile(snapshotIn(join(folder, 'a'))));
      expect(await opened(join(folder, 'b'))).toEqual({ report: 'rebuilt', state });
    }));

  it('is written at the latest after so many commands, and in a quiet moment', () =>
    inFolder(async (folder) => {
      const written = () => readFile(snapshotIn(folder), 'utf8').catch(() => '');
      const every = await openLedger(folder, { snapshotEvery: 3 });
      for (const value of [1, 2]) await commit(every, put('сан', value));
      expect(await written()).toBe('');
      await commit(every, put('сан', 3));
      await expect.poll(written, { timeout: 30_000 }).toContain('"seq":3');
      await every.close();
      const idle = await openLedger(folder, { idleMs: 1 });
      await commit(idle, put('сан', 4));
      await expect.poll(written, { timeout: 30_000 }).toContain('"seq":4');
      await idle.close();
    }));
});

const anyLine = { schema: 1, at: '2025-11-30T08:00:00.000Z', who: 'Айгүл', command: 'test.put' };
