/**
 * A process that works in a store until it is killed: `node store-child.ts <folder> <run>`. It says `open` when the
 * store is open, or the code of the refusal, and then `<seq> <value>` after each acknowledged command. What it says is
 * out before it goes on.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../electron/office/store/store.ts';
import { ledgerOptions, put } from '../unit/store/ledger.ts';

const [folder = '', run = '0'] = process.argv.slice(2);
const say = (text: string) => writeSync(1, `${text}\n`);

const opened = await openStore({ ...ledgerOptions(folder), snapshotEvery: 7 });
if (!opened.ok) {
  say(opened.refusal.code);
} else {
  const { store } = opened;
  say('open');
  for (let turn = 0; ; turn += 1) {
    const value = Number(run) * 1_000_000 + turn;
    // Names of some length and in some number, so that a snapshot takes a while beside its command.
    const events = [put(`байкоочу ${String(value % 3_000)} ${'ө'.repeat(100)}`, value), put('акыркы', value)];
    const outcome = await store.commit({ who: 'test', command: 'test.put', events, at: new Date().toISOString() });
    say(outcome.ok ? `${String(outcome.value.seq)} ${String(value)}` : outcome.refusal.code);
  }
}
