/**
 * Lists of people, ready to be read in windows: per electoral event one searchable text a person, and one order a
 * column and language, kept in step change by change. A keystroke costs one pass over short texts; a saved change
 * costs one binary search an order, never a sort.
 */
import { foldForSearch } from '../../../shared/text/fold.ts';
import { statusAt, type Application } from '../../../shared/domain/application.ts';
import type { ApplicationFilter } from '../../../shared/contract/applications.ts';
import type { Id, IsoDate } from '../../../shared/domain/primitives.ts';
import type { State } from '../../../shared/domain/state.ts';
import { columnKey, type Order } from './people-order.ts';

/** `application` is the record as it stands: looking it up anew for each of a hundred thousand costs more than the scan. */
type Entry = { id: Id; number: number; text: string; application: Application; keys: Map<string, string> };
type EventIndex = { entries: Map<Id, Entry>; orders: Map<string, { order: Order; list: Entry[] }> };

export type PeopleIndex = {
  /** Everybody of the event whom the filter finds, in the order asked. */
  find(state: State, filter: ApplicationFilter, order: Order, today: IsoDate): Application[];
  /** Takes up the applications that a change touched. */
  touch(state: State, applicationIds: Iterable<Id>): void;
  /** Forgets the orders that depend on the bodies' or decisions' names. */
  forgetOrders(columns: readonly Order['column'][]): void;
};

export function createPeopleIndex(numbersOf: (applicationId: Id) => readonly string[]): PeopleIndex {
  const events = new Map<Id, EventIndex>();
  /** What the last search found, before its filters: a longer search can find nobody else. */
  let lastSearch: { list: readonly Entry[]; typed: string; found: Entry[] } | null = null;

  function indexOf(state: State, eventId: Id): EventIndex {
    const known = events.get(eventId);
    if (known) return known;
    const index: EventIndex = { entries: new Map(), orders: new Map() };
    for (const application of state.applications.values()) {
      if (application.eventId === eventId) index.entries.set(application.id, newEntry(application));
    }
    events.set(eventId, index);
    return index;
  }

  const newEntry = (application: Application): Entry => ({
    id: application.id,
    number: application.number,
    text: searchText(application, numbersOf(application.id)),
    application,
    keys: new Map(),
  });

  function ordered(state: State, index: EventIndex, order: Order): Entry[] {
    const name = `${order.column}|${order.language}`;
    const known = index.orders.get(name);
    if (known) return known.list;
    const keyOf = columnKey(state, order);
    for (const entry of index.entries.values()) {
      entry.keys.set(name, keyOf(entry.application));
    }
    const list = [...index.entries.values()].sort(compareBy(name));
    index.orders.set(name, { order, list });
    return list;
  }

  /** Those of a list whose text holds every word typed. As the clerk types on, only what was found is looked through. */
  function searched(list: readonly Entry[], typed: string): readonly Entry[] {
    if (typed === '') return list;
    const goesOn = lastSearch?.list === list && typed.startsWith(lastSearch.typed);
    const words = typed.split(' ');
    const found = (goesOn && lastSearch ? lastSearch.found : list).filter(({ text }) => holdsAll(text, words));
    lastSearch = { list, typed, found };
    return found;
  }

  return {
    find(state, filter, order, today) {
      const list = ordered(state, indexOf(state, filter.eventId), order);
      const fits = filterOf(state, filter, today);
      const named = searched(list, foldForSearch(filter.search)).map(({ application }) => application);
      const found = fits ? named.filter(fits) : named;
      return order.descending ? found.reverse() : found;
    },
    touch(state, applicationIds) {
      lastSearch = null;
      for (const id of new Set(applicationIds)) {
        const application = state.applications.get(id);
        if (!application) {
          // An import was taken back: rare, and of many at once. The list is made anew at its next reading.
          for (const [eventId, { entries }] of events) if (entries.has(id)) events.delete(eventId);
          continue;
        }
        const index = events.get(application.eventId);
        if (!index) continue;
        const entry = index.entries.get(id) ?? newEntry(application);
        index.entries.set(id, entry);
        entry.application = application;
        entry.text = searchText(application, numbersOf(id));
        for (const [name, { order, list }] of index.orders)
          place(list, name, entry, columnKey(state, order)(application));
      }
    },
    forgetOrders(columns) {
      lastSearch = null;
      for (const index of events.values()) {
        for (const [name, { order }] of index.orders) if (columns.includes(order.column)) index.orders.delete(name);
      }
    },
  };
}

function holdsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

/** Moves an entry to where its new key belongs. */
function place(list: Entry[], name: string, entry: Entry, key: string): void {
  const compare = compareBy(name);
  if (entry.keys.get(name) === key) return;
  if (entry.keys.has(name)) {
    const at = lowerBound(list, entry, compare);
    if (list[at] === entry) list.splice(at, 1);
  }
  entry.keys.set(name, key);
  list.splice(lowerBound(list, entry, compare), 0, entry);
}

const compareBy =
  (name: string) =>
  (a: Entry, b: Entry): number => {
    const left = a.keys.get(name) ?? '';
    const right = b.keys.get(name) ?? '';
    if (left !== right) return left < right ? -1 : 1;
    return a.number - b.number;
  };

function lowerBound(list: readonly Entry[], entry: Entry, compare: (a: Entry, b: Entry) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other && compare(other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All that a clerk may type to find a person: names in three writings, travel document, register and paper numbers. */
function searchText({ names, document, number }: Application, certificates: readonly string[]): string {
  const { latin, ky, ru } = names;
  return foldForSearch(
    [latin, ky, ru]
      .map((name) => `${name.surname} ${name.given}`)
      .concat(document.number, String(number), ...certificates)
      .join(' | '),
  );
}

function filterOf(
  state: State,
  filter: ApplicationFilter,
  today: IsoDate,
): ((application: Application) => boolean) | null {
  const resultsPublishedOn = state.events.get(filter.eventId)?.resultsPublishedOn ?? null;
  const tests: ((application: Application) => boolean)[] = [];
  const oneOf = <T>(values: readonly T[], of: (application: Application) => T | null) => {
    if (values.length === 0) return;
    const wanted = new Set<T | null>(values);
    tests.push((application) => wanted.has(of(application)));
  };
  oneOf(filter.statuses, (application) => statusAt(application, today, resultsPublishedOn));
  oneOf(filter.bodyIds, ({ bodyId }) => bodyId);
  oneOf(filter.countries, ({ citizenship }) => citizenship);
  oneOf(filter.decisionIds, ({ decisionId }) => decisionId);
  oneOf(filter.categories, ({ category }) => category);
  // Nothing chosen: nobody need be asked.
  return tests.length === 0 ? null : (application) => tests.every((test) => test(application));
}
