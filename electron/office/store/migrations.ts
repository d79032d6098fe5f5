/**
 * Old lines and snapshots, brought to today's shape. Every version that ever landed stays openable: a step is a pure
 * function from one version to the next, and is never changed afterwards.
 */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { collectionsWithTodaysNames, todaysName, withTodaysNames } from './first-names.ts';
import { completed } from './record-shapes.ts';
import type { Collections } from './snapshot-format.ts';

export type Migration = {
  events: (events: unknown[]) => unknown[];
  /** The name of the command that a line recorded. */
  command: (name: string) => string;
  state: (records: Collections) => Collections;
};

export type Migrations = {
  /** Version of the shapes of events and state that this program writes. */
  current: number;
  /** From version n (the key) to n + 1, for every n below the current one. */
  steps: Readonly<Record<number, Migration>>;
};

export const currentSchema = 8;

/** Versions 2 to 7 only added fields and events; every addition has a default in its own schema, which parsing fills in. */
const onlyAdditions: Migration = {
  events: (events) => events,
  command: (name) => name,
  state: (records) => records,
};

/** Version 8 calls elections, organisations and replicas by these names, and completes what earlier versions lacked. */
const renamedToday: Migration = {
  events: (events) => events.map(withTodaysNames),
  command: todaysName,
  state: (records) => completed(collectionsWithTodaysNames(records)),
};

export const migrations: Migrations = {
  current: currentSchema,
  steps: {
    1: onlyAdditions,
    2: onlyAdditions,
    3: onlyAdditions,
    4: onlyAdditions,
    5: onlyAdditions,
    6: onlyAdditions,
    7: renamedToday,
  },
};

/**
 * What was written under version `from`, in today's shape. Refuses a version that this program does not know yet: an
 * older program must not guess at what a newer one meant.
 */
export function migrate<T>(
  { current, steps }: Migrations,
  from: number,
  value: T,
  apply: (step: Migration, value: T) => T,
): Outcome<T> {
  if (!Number.isInteger(from) || from < 1) return refuse('store.unreadable', { reason: 'schema' });
  if (from > current) return refuse('store.newerSchema', { found: from, known: current });
  let migrated = value;
  for (let version = from; version < current; version += 1) {
    const step = steps[version];
    if (!step) throw new Error(`no migration from schema ${String(version)}`);
    migrated = apply(step, migrated);
  }
  return done(migrated);
}
