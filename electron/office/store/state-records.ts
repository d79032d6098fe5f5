/** A state as its records, one by one, and back: what the store's snapshot is made of. */
import { stateFromRecords, type State, type StateRecords } from '#shared/domain/register/state.ts';

/** Every collection of the records: one that is missing here fails to compile. */
const collections: Record<Exclude<keyof StateRecords, 'settings' | 'sample' | 'replicaId'>, true> = {
  elections: true,
  organisations: true,
  applications: true,
  decisions: true,
  certificates: true,
  handovers: true,
  received: true,
  imports: true,
  wordings: true,
  designs: true,
  printers: true,
  signingKeys: true,
  versions: true,
  operators: true,
};

/** Each record with the name of its collection. */
export function* recordsOfState(state: State): Generator<readonly [collection: string, record: unknown]> {
  yield ['settings', state.settings];
  yield ['sample', state.sample];
  yield ['replicaId', state.replicaId];
  for (const name of Object.keys(collections) as (keyof typeof collections)[]) {
    // Versions are pairs of a record's identifier and its counts.
    if (name === 'versions') for (const version of state.versions) yield [name, version];
    else for (const record of state[name].values()) yield [name, record];
  }
}

/** The state of records that `recordsOfState` gave; their shape is vouched for by the snapshot's own sum. */
export function stateOfRecords(read: Record<string, unknown[]>): State {
  const {
    settings: [settings = null] = [],
    sample: [sample = false] = [],
    replicaId: [replicaId = null] = [],
    ...rest
  } = read;
  const empty = {
    elections: [],
    organisations: [],
    applications: [],
    decisions: [],
    certificates: [],
    handovers: [],
    received: [],
    imports: [],
    wordings: [],
    designs: [],
    printers: [],
    signingKeys: [],
    versions: [],
    operators: [],
  };
  return stateFromRecords({ ...empty, ...rest, settings, sample, replicaId } as StateRecords);
}
