/**
 * A state as JSON in pieces, so that a snapshot of a hundred thousand people is written in many short turns and the
 * window never waits. The pieces together are one JSON object, `StateRecords`.
 */
import type { State, StateRecords } from '../../shared/domain/state.ts';

const collections = ['events', 'bodies', 'applications', 'decisions', 'certificates', 'handovers'] as const;

/** Fails to compile when a collection of the records is not written. */
type Written = (typeof collections)[number] | 'settings' | 'sample';
const everyRecordIsWritten: Record<Exclude<keyof StateRecords, Written>, never> = {};

export function* serialiseState(state: State): Generator<string> {
  void everyRecordIsWritten;
  yield `{"settings":${JSON.stringify(state.settings)},"sample":${JSON.stringify(state.sample)}`;
  for (const name of collections) {
    yield `,"${name}":[`;
    let first = true;
    for (const record of state[name].values()) {
      yield (first ? '' : ',') + JSON.stringify(record);
      first = false;
    }
    yield ']';
  }
  yield '}';
}
