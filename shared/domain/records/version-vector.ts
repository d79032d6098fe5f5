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
import { Id } from '../base/primitives.ts';

/** Changes by laptop; a laptop that is not named has made none. */
export const Version = z.record(Id, z.int().positive());
export type Version = Readonly<z.infer<typeof Version>>;

export const unchanged: Version = {};

/** What a version is beside another: it holds more (`ahead`), less (`behind`), as much, or each holds what the other lacks. */
export type Relation = 'same' | 'ahead' | 'behind' | 'apart';

export function relationOf(version: Version, other: Version): Relation {
  const more = Object.entries(version).some(([replicaId, count]) => count > (other[replicaId] ?? 0));
  const less = Object.entries(other).some(([replicaId, count]) => count > (version[replicaId] ?? 0));
  if (more) return less ? 'apart' : 'ahead';
  return less ? 'behind' : 'same';
}

/** The least version that holds both. */
export function joined(version: Version, other: Version): Version {
  const both: Record<Id, number> = { ...version };
  for (const [replicaId, count] of Object.entries(other)) both[replicaId] = Math.max(both[replicaId] ?? 0, count);
  return both;
}

/** One change more by a laptop. */
export const changedBy = (version: Version, replicaId: Id): Version => ({
  ...version,
  [replicaId]: (version[replicaId] ?? 0) + 1,
});
