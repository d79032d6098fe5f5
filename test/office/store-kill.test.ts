import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { noteFaults } from '../support/fault-table.ts';
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

/**
 * What an opening finds, tried on a copy: the next process must find what this one left, not what was fixed since.
 * Answers the value that each command of the journal put, after checking that it is whole.
 */
async function openCopy(folder: string) {
  return inFolder(async (copy) => {
    await cp(folder, copy, { recursive: true });
    const store = await openLedger(copy);
    const values: number[] = [];
    const events: LedgerEvent[] = [];
    for await (const line of store.lines()) {
      if (!line.ok) throw new Error(line.refusal.code);
      const [one, last] = line.value.events;
      if (one?.type !== 'put' || last?.type !== 'put') throw new Error('half a command');
      expect([line.value.events.length, one.value]).toEqual([2, last.value]);
      values.push(last.value);
      events.push(one, last);
    }
    expect(plain(store.state)).toEqual(plain(replayed(events)));
    await store.close();
    return {
      values,
      snapshot: store.report.snapshot,
      duringSnapshot: existsSync(join(folder, 'snapshot.json.partial')),
    };
  });
}

/** So many kills one after the other on one store. */
async function killOften(folder: string, kills: number, firstRun: number) {
  const found = { acknowledged: 0, duringCommand: 0, duringSnapshot: 0 };
  const expected: number[] = [];
  let hadSnapshot = false;
  for (let run = firstRun; run < firstRun + kills; run += 1) {
    // Most while it works, some while it starts and opens.
    const fromOpening = run % 4 !== 0;
    const acknowledged = await workAndKill(folder, run, fromOpening, Math.random() * (fromOpening ? 120 : 300));
    for (const [seq, value] of acknowledged) {
      expect(seq).toBe(expected.length + 1);
      expected.push(value);
    }
    const { values, snapshot, duringSnapshot } = await openCopy(folder);
    expect(values.slice(0, expected.length)).toEqual(expected);
    const beyond = values.slice(expected.length);
    expect(beyond.length).toBeLessThanOrEqual(1);
    // The command that was under way: whole, and the next of this very run.
    for (const value of beyond) expect(value).toBe(acknowledged.length + run * 1_000_000);
    expected.push(...beyond);
    // No moment of writing a snapshot leaves a store without one.
    if (hadSnapshot) expect(['used', 'previous']).toContain(snapshot);
    hadSnapshot ||= snapshot === 'used';
    found.acknowledged += acknowledged.length;
    found.duringCommand += beyond.length;
    found.duringSnapshot += duringSnapshot ? 1 : 0;
  }
  return found;
}

it('killed 200 times at random moments, the store has every acknowledged change and only whole ones', async () => {
  // Two at a time, each twenty kills on a store that goes on.
  const stores = Array.from({ length: 10 }, (_, index) => index * 20 + 1);
  const totals = { acknowledged: 0, duringCommand: 0, duringSnapshot: 0 };
  const inTurn = async () => {
    for (let first = stores.shift(); first !== undefined; first = stores.shift()) {
      const firstRun = first;
      const found = await inFolder((folder) => killOften(folder, 20, firstRun));
      for (const what of ['acknowledged', 'duringCommand', 'duringSnapshot'] as const) totals[what] += found[what];
    }
  };
  await Promise.all([inTurn(), inTurn()]);
  // The kills met what they were meant to meet.
  expect(totals.acknowledged).toBeGreaterThan(200);
  expect(totals.duringCommand).toBeGreaterThan(0);
  expect(totals.duringSnapshot).toBeGreaterThan(0);
  // What was lost has failed a check above.
  noteFaults({ fault: 'SIGKILL of a real process at any moment', where: 'the store', tried: 200, lost: 0 });
  console.info(`killed 200 times: ${JSON.stringify(totals)}`);
}, 600_000);
