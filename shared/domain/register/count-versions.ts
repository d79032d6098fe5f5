/** Counts an event in the version vectors of the records that it has changed. */
import type { Id } from '../base/primitives.ts';
import { changedBy, unchanged, type Version } from '../records/version-vector.ts';
import { entryOf } from './event-table.ts';
import type { OfficeEvent } from './events.ts';
import type { State } from './state.ts';

/** A record's identifier is its own in all collections, so one map holds the versions of all; of one removed it stays. */
export const versionOf = ({ versions }: Pick<State, 'versions'>, id: Id): Version => versions.get(id, unchanged);

const versioned = ['elections', 'organisations', 'applications', 'decisions', 'certificates'] as const;

/** True when the register holds a record of this identifier that is handed over and merged. */
export const isKnown = (state: State, id: Id): boolean => versioned.some((name) => state[name].has(id));

/** Counts an event in the versions of the records that it has changed. */
export function countChanges(before: State, after: State, event: OfficeEvent): State {
  const { replicaId } = after;
  if (replicaId === null) return after;
  const changed = entryOf(event)
    .versions(event, before)
    .filter((id) => versioned.some((name) => before[name].get(id) !== after[name].get(id)));
  if (changed.length === 0) return after;
  const versions = after.versions.withMutations((map) => {
    for (const id of new Set(changed)) map.set(id, changedBy(map.get(id, unchanged), replicaId));
  });
  return { ...after, versions };
}
