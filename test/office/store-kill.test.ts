import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inFolder, openLedger, plain, replayed, type LedgerEvent } from '../unit/store/ledger.ts';

const child = join(import.meta.dirname, 'store-child.ts');

/** Lets a process work in the store and kills it after so long; answers what it had acknowledged by then. */
async function workAndKill(folder: string, run: number, fromOpening: boolean, milliseconds: number) {
  const process_ = spawn(process.execPath, [child, folder, String(run)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(process_, 'exit');
  const ended = once(process_.stdout, 'end');
  let said = '';
  const opened = new Promise<void>((resolve) => {
    process_.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      resolve();
    });
  });
  if (fromOpening) await opened;
  await wait(milliseconds);
  process_.kill('SIGKILL');
  await Promise.all([exited, ended]);
  const [first, ...lines] = said.split('\n').slice(0, -1);
  if (first !== undefined) expect(first).toBe('open');
  return lines.map((line) => line.split(' ').map(Number) as [seq: number, value: number]);
}

/** The value each command of the journal put, checked to be whole. */
async function journalIn(folder: string) {
  const store = await openLedger(folder);
  const values: number[] = [];
  const events: LedgerEvent[] = [];
  for await (const line of store.lines()) {
    if (!line.ok) throw new Error(line.refusal.code);
    const [one, last] = line.value.events;
    expect(line.value.events).toHaveLength(2);
    expect(one?.type === 'put' && last?.type === 'put' && one.value).toBe(last?.type === 'put' && last.value);
    if (last?.type === 'put') values.push(last.value);
    events.push(...line.value.events);
  }
  expect(plain(store.state)).toEqual(plain(replayed(events)));
  const { report } = store;
  // Left as the killed process left it: no snapshot may be written here that it did not.
  await store.close();
  return { values, report };
}

/** So many kills one after the other on one store. */
async function killOften(folder: string, kills: number, firstRun: number) {
  const found = { acknowledged: 0, beyond: 0, torn: 0 };
  const expected: number[] = [];
  for (let run = firstRun; run < firstRun + kills; run += 1) {
    // Most while it works, some while it starts and opens.
    const fromOpening = run % 4 !== 0;
    const acknowledged = await workAndKill(folder, run, fromOpening, Math.random() * (fromOpening ? 120 : 300));
    for (const [seq, value] of acknowledged) {
      expect(seq).toBe(expected.length + 1);
      expected.push(value);
    }
    const { values, report } = await journalIn(folder);
    expect(values.slice(0, expected.length)).toEqual(expected);
    const beyond = values.slice(expected.length);
    expect(beyond.length).toBeLessThanOrEqual(1);
    // The command that was under way: whole, and the next of this very run.
    for (const value of beyond) expect(value).toBe(acknowledged.length + run * 1_000_000);
    expected.push(...beyond);
    found.acknowledged += acknowledged.length;
    found.beyond += beyond.length;
    found.torn += report.tornTail ? 1 : 0;
  }
  return found;
}

it('killed 200 times at random moments, the store has every acknowledged change and only whole ones', async () => {
  // Two at a time, each twenty kills on a store that goes on.
  const stores = Array.from({ length: 10 }, (_, index) => index * 20 + 1);
  const inTurn = async () => {
    for (let first = stores.shift(); first !== undefined; first = stores.shift()) {
      const firstRun = first;
      const found = await inFolder((folder) => killOften(folder, 20, firstRun));
      expect(found.acknowledged).toBeGreaterThan(0);
      totals.push(found);
    }
  };
  const totals: Awaited<ReturnType<typeof killOften>>[] = [];
  await Promise.all([inTurn(), inTurn()]);
  expect(totals).toHaveLength(10);
}, 600_000);
