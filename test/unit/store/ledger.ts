/** A small domain for the store's tests: numbers under names, and how many facts there have been. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Map } from 'immutable';
import fc from 'fast-check';
import { openStore, type Store, type StoreOptions } from '../../../electron/office/store/store.ts';

export type LedgerEvent = { type: 'put'; name: string; value: number } | { type: 'drop'; name: string };
export type Ledger = { records: Map<string, number>; facts: number };
export type LedgerStore = Store<Ledger, LedgerEvent>;

export const emptyLedger: Ledger = { records: Map(), facts: 0 };

export function evolveLedger({ records, facts }: Ledger, event: LedgerEvent): Ledger {
  const next = event.type === 'put' ? records.set(event.name, event.value) : records.delete(event.name);
  return { records: next, facts: facts + 1 };
}

export const replayed = (events: readonly LedgerEvent[]): Ledger => events.reduce(evolveLedger, emptyLedger);

/** What a test compares: the ledger as plain data. */
export const plain = ({ records, facts }: Ledger) => ({ records: Object.fromEntries(records), facts });

export function parseLedgerEvent(event: unknown): LedgerEvent {
  const { type, name, value } = event as Record<string, unknown>;
  if (type === 'put' && typeof name === 'string' && typeof value === 'number') return { type, name, value };
  if (type === 'drop' && typeof name === 'string') return { type, name };
  throw new TypeError('not a fact of the ledger');
}

export function* recordsOfLedger({ records, facts }: Ledger): Generator<readonly [string, unknown]> {
  yield ['facts', facts];
  for (const record of records) yield ['records', record];
}

export function ledgerOfRecords({ facts = [], records = [] }: Record<string, unknown[]>): Ledger {
  return { facts: facts[0] as number, records: Map(records as [string, number][]) };
}

export const ledgerOptions = (folder: string): StoreOptions<Ledger, LedgerEvent> => ({
  folder,
  initial: emptyLedger,
  evolve: evolveLedger,
  records: recordsOfLedger,
  restore: ledgerOfRecords,
  parseEvent: parseLedgerEvent,
  clock: () => new Date('2025-11-30T08:00:00.000Z'),
  snapshotEvery: 1_000,
  // Long enough never to come by itself within a test.
  idleMs: 3_600_000,
});

export async function openLedger(
  folder: string,
  more: Partial<StoreOptions<Ledger, LedgerEvent>> = {},
): Promise<LedgerStore> {
  const opened = await openStore({ ...ledgerOptions(folder), ...more });
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.refusal)}`);
  return opened.store;
}

export const commit = (store: LedgerStore, ...events: LedgerEvent[]) =>
  store.commit({ who: 'Айгүл', command: 'test.put', events, at: '2025-11-30T08:00:00.000Z' });

export const put = (name: string, value: number): LedgerEvent => ({ type: 'put', name, value });

/** Facts over few names, so that they meet each other. */
export const anyEvent: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc.record({
    type: fc.constant('put' as const),
    name: fc.constantFrom('Өзгөн', 'Ноокат\n"№1"', 'Ысык-Көл\u2028', '\ud800', ''),
    value: fc.integer(),
  }),
  fc.record({ type: fc.constant('drop' as const), name: fc.constantFrom('Өзгөн', '') }),
);
export const anyCommand: fc.Arbitrary<LedgerEvent[]> = fc.array(anyEvent, { maxLength: 4 });

export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
