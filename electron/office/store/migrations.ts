/**
 * Old lines and snapshots, brought to today's shape. Every version that ever landed stays openable: a step is a pure
 * function from one version to the next, and is never changed afterwards.
 */
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';

/** Version of the shapes of events and state that this program writes. */
export const currentSchema = 1;

type Step = { events: (events: unknown[]) => unknown[]; state: (state: unknown) => unknown };

/** From version n (the key) to n + 1. */
const steps: Record<number, Step> = {};

function upwards<T>(from: number, value: T, apply: (step: Step, value: T) => T): Outcome<T> {
  if (!Number.isInteger(from) || from < 1) return refuse('store.unreadable');
  if (from > currentSchema) return refuse('store.newerSchema', { found: from, known: currentSchema });
  let current = value;
  for (let version = from; version < currentSchema; version += 1) {
    const step = steps[version];
    if (!step) return refuse('store.unreadable');
    current = apply(step, current);
  }
  return done(current);
}

export const migrateEvents = (schema: number, events: unknown[]): Outcome<unknown[]> =>
  upwards(schema, events, (step, value) => step.events(value));

export const migrateState = (schema: number, state: unknown): Outcome<unknown> =>
  upwards(schema, state, (step, value) => step.state(value));
