/**
 * A state as JSON in pieces, so that a snapshot of a hundred thousand people is written in many short turns and the
 * window never waits. The pieces together are one JSON object, `StateRecords`.
 */
import type { State, StateRecords } from '../../shared/domain/state.ts';

/** Every collection of the records: one that is missing here fails to compile. */
const collections: Record<Exclude<keyof StateRecords, 'settings' | 'sample'>, true> = {
  events: true,
  bodies: true,
  applications: true,
  decisions: true,
  certificates: true,
  handovers: true,
};

export function* serialiseState(state: State): Generator<string> {
  yield `{"settings":${JSON.stringify(state.settings)},"sample":${JSON.stringify(state.sample)}`;
  for (const name of Object.keys(collections) as (keyof typeof collections)[]) {
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
