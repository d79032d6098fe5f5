/** People found for a list: counted at once, looked up only where they are read. */
import type { Application } from '#shared/domain/records/application.ts';

export type PeopleFound = Iterable<Application> & {
  readonly length: number;
  /** Those from one place to before another, as of an array. */
  slice(from?: number, to?: number): Application[];
  map<T>(of: (application: Application) => T): T[];
};

/** `places` names the people in their order; `who` knows who is meant. */
export function peopleFound(places: Uint32Array, who: (place: number) => Application): PeopleFound {
  const slice = (from?: number, to?: number): Application[] => Array.from(places.subarray(from, to), who);
  return {
    length: places.length,
    slice,
    map: (of) => Array.from(places, (place) => of(who(place))),
    [Symbol.iterator]: () => slice().values(),
  };
}
