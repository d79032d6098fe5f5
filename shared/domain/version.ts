/**
 * How often each laptop has changed a record: a version vector. It decides exactly, without clocks, what two laptops that
 * worked apart make of one record: one version holds all that the other knew and more, or both are the same, or each
 * holds a change that the other has never seen. Counts begin when a laptop gets its name in the journal; what was there
 * before then is the common beginning of all.
 *
 * A laptop's name belongs to one line of work: an office that is brought back from a backup goes on under a new name, so
 * that a count once given to a change is never given to another.
 */
import { z } from 'zod';
import { Id } from './primitives.ts';
import type { OfficeEvent } from './events.ts';
import type { State } from './state.ts';

/** Changes by laptop; a laptop that is not named has made none. */
export const Version = z.record(Id, z.int().positive());
export type Version = Readonly<z.infer<typeof Version>>;

export const unchanged: Version = {};

/** What a version is beside another: it holds more (`ahead`), less (`behind`), as much, or each holds what the other lacks. */
export type Relation = 'same' | 'ahead' | 'behind' | 'apart';

export function relationOf(version: Version, other: Version): Relation {
  const more = Object.entries(version).some(([laptop, count]) => count > (other[laptop] ?? 0));
  const less = Object.entries(other).some(([laptop, count]) => count > (version[laptop] ?? 0));
  if (more) return less ? 'apart' : 'ahead';
  return less ? 'behind' : 'same';
}

/** The least version that holds both. */
export function joined(version: Version, other: Version): Version {
  const both: Record<Id, number> = { ...version };
  for (const [laptop, count] of Object.entries(other)) both[laptop] = Math.max(both[laptop] ?? 0, count);
  return both;
}

/** One change more by a laptop. */
export const changedBy = (version: Version, laptop: Id): Version => ({
  ...version,
  [laptop]: (version[laptop] ?? 0) + 1,
});

/** A record's identifier is its own in all collections, so one map holds the versions of all; of one removed it stays. */
export const versionOf = ({ versions }: Pick<State, 'versions'>, id: Id): Version => versions.get(id, unchanged);

const versioned = ['events', 'bodies', 'applications', 'decisions', 'certificates'] as const;

/** True when the register holds a record of this identifier that is handed over and merged. */
export const isKnown = (state: State, id: Id): boolean => versioned.some((name) => state[name].has(id));

/** Counts a fact in the versions of the records that it has changed. */
export function countChanges(before: State, after: State, event: OfficeEvent): State {
  const { laptop } = after;
  if (laptop === null) return after;
  const changed = touchedRecords(before, event).filter((id) =>
    versioned.some((name) => before[name].get(id) !== after[name].get(id)),
  );
  if (changed.length === 0) return after;
  const versions = after.versions.withMutations((map) => {
    for (const id of new Set(changed)) map.set(id, changedBy(map.get(id, unchanged), laptop));
  });
  return { ...after, versions };
}

/** The records that a fact may change. What an import leaves on its people is the laptop's own business. */
function touchedRecords(before: State, event: OfficeEvent): readonly Id[] {
  switch (event.type) {
    case 'certificate.reserved': {
      const { id, predecessorId } = event.certificate;
      return predecessorId ? [id, predecessorId] : [id];
    }
    case 'import.withdrawn':
      return before.imports.get(event.id)?.applicationIds ?? [];
    case 'decision.annexExtended':
    case 'decision.adopted':
      return [event.id, ...event.rows.map(({ applicationId }) => applicationId)];
    case 'decision.annexReduced':
      return [event.id, ...event.applicationIds];
    case 'decision.discarded':
      return [event.id, ...(before.decisions.get(event.id)?.rows ?? []).map(({ applicationId }) => applicationId)];
    default:
      return 'id' in event ? [event.id] : [];
  }
}
