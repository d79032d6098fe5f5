/**
 * Lists of people, ready to be read in windows: per election one searchable text a person, and one order a
 * column and language, kept in step change by change. A keystroke costs one pass over short texts; a saved change
 * costs one binary search an order, never a sort.
 */
import { foldForSearch } from '#shared/text/fold.ts';
import { statusAt, type Application } from '#shared/domain/records/application.ts';
import type { ApplicationFilter } from '#shared/contract/applications.ts';
import type { Id, IsoDate } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { peopleFound, type PeopleFound } from './people-found.ts';
import { columnKey, type Order } from './people-order.ts';
import { createTextScan, type TextScan } from './text-scan.ts';

/** `application` is the record as it stands: looking it up anew for each of a hundred thousand costs more than the scan. */
type Entry = { id: Id; number: number; slot: number; application: Application; keys: Map<string, string> };
type ElectionIndex = {
  entries: Map<Id, Entry>;
  /** Entries by the slot of their text. */
  slots: Entry[];
  texts: TextScan;
  orders: Map<string, Sorted>;
};
/** `places` are the slots of the list, one after another; null until they are read again after a change. */
type Sorted = { order: Order; list: Entry[]; places: Uint32Array | null };

/** So few are looked through one by one. */
const fewEnough = 2000;

export type PeopleIndex = {
  /** Everybody of the event whom the filter finds, in the order asked. */
  find(state: State, filter: ApplicationFilter, order: Order, today: IsoDate): PeopleFound;
  /** Takes up the applications that a change touched. */
  touch(state: State, applicationIds: Iterable<Id>): void;
  /** Forgets the orders that depend on the organisations' or decisions' names. */
  forgetOrders(columns: readonly Order['column'][]): void;
};

export function createPeopleIndex(numbersOf: (applicationId: Id) => readonly string[]): PeopleIndex {
  const elections = new Map<Id, ElectionIndex>();
  /** What the last search found, before its filters: a longer search can find nobody else. */
  let lastSearch: { all: Uint32Array; typed: string; found: Uint32Array } | null = null;
  /** What the last reading found: the windows of one list, as it is scrolled, are read of one answer. */
  let lastReading: { of: string; state: State; found: PeopleFound } | null = null;

  function indexOf(state: State, electionId: Id): ElectionIndex {
    const known = elections.get(electionId);
    if (known) return known;
    const entries = new Map<Id, Entry>();
    const slots: Entry[] = [];
    const textOf = (slot: number): string => {
      const entry = slots[slot];
      return entry ? searchText(entry.application, numbersOf(entry.id)) : '';
    };
    const index: ElectionIndex = { entries, slots, texts: createTextScan(textOf), orders: new Map() };
    for (const application of state.applications.values())
      if (application.electionId === electionId) enter(index, application);
    elections.set(electionId, index);
    return index;
  }

  function enter({ entries, slots, texts }: ElectionIndex, application: Application): Entry {
    const { id, number } = application;
    const entry: Entry = { id, number, slot: slots.length, application, keys: new Map() };
    entries.set(id, entry);
    slots.push(entry);
    texts.put(entry.slot, searchText(application, numbersOf(id)));
    return entry;
  }

  /** Everybody's slots in an order. */
  function ordered(state: State, index: ElectionIndex, order: Order): Uint32Array {
    const name = `${order.column}|${order.language}`;
    const known = index.orders.get(name) ?? sorted(state, index, order, name);
    index.orders.set(name, known);
    return (known.places ??= Uint32Array.from(known.list, ({ slot }) => slot));
  }

  function sorted(state: State, { slots }: ElectionIndex, order: Order, name: string): Sorted {
    const keyOf = columnKey(state, order);
    const keyed = slots.map((entry) => {
      const key = keyOf(entry.application);
      entry.keys.set(name, key);
      return { key, entry };
    });
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.entry.number - b.entry.number));
    return { order, list: keyed.map(({ entry }) => entry), places: null };
  }

  /** Those whose text holds every word typed. As the clerk types on, only what was found is looked through. */
  function searched(texts: TextScan, all: Uint32Array, typed: string): Uint32Array {
    if (typed === '') return all;
    const words = typed.split(' ');
    const narrower = lastSearch?.all === all && typed.startsWith(lastSearch.typed) ? lastSearch.found : all;
    let found: Uint32Array;
    if (narrower.length < fewEnough) found = narrower.filter((slot) => texts.holds(slot, words));
    else {
      const hits = texts.find(words);
      found = narrower.filter((slot) => hits[slot] === 1);
    }
    lastSearch = { all, typed, found };
    return found;
  }

  return {
    find(state, filter, order, today) {
      const of = JSON.stringify([filter, order, today]);
      if (lastReading?.of === of && lastReading.state === state) return lastReading.found;
      const index = indexOf(state, filter.electionId);
      const at = (slot: number): Application => {
        const entry = index.slots[slot];
        if (!entry) throw new Error(`nobody is in slot ${String(slot)}`);
        return entry.application;
      };
      const fits = filterOf(state, filter, today);
      const named = searched(index.texts, ordered(state, index, order), foldForSearch(filter.search));
      const places = fits ? named.filter((slot) => fits(at(slot))) : named;
      const found = peopleFound(order.descending ? places.slice().reverse() : places, at);
      lastReading = { of, state, found };
      return found;
    },
    touch(state, applicationIds) {
      lastSearch = null;
      for (const id of new Set(applicationIds)) {
        const application = state.applications.get(id);
        if (!application) {
          // An import was taken back: rare, and of many at once. The list is made anew at its next reading.
          for (const [electionId, { entries }] of elections) if (entries.has(id)) elections.delete(electionId);
          continue;
        }
        const index = elections.get(application.electionId);
        if (!index) continue;
        const entry = index.entries.get(id) ?? enter(index, application);
        entry.application = application;
        index.texts.put(entry.slot, searchText(application, numbersOf(id)));
        for (const [name, kept] of index.orders) {
          kept.places = null;
          place(kept.list, name, entry, columnKey(state, kept.order)(application));
        }
      }
    },
    forgetOrders(columns) {
      lastSearch = null;
      for (const index of elections.values()) {
        for (const [name, { order }] of index.orders) if (columns.includes(order.column)) index.orders.delete(name);
      }
    },
  };
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
  const resultsPublishedOn = state.elections.get(filter.electionId)?.resultsPublishedOn ?? null;
  const tests: ((application: Application) => boolean)[] = [];
  const oneOf = <T>(values: readonly T[], of: (application: Application) => T | null) => {
    if (values.length === 0) return;
    const wanted = new Set<T | null>(values);
    tests.push((application) => wanted.has(of(application)));
  };
  oneOf(filter.statuses, (application) => statusAt(application, today, resultsPublishedOn));
  oneOf(filter.organisationIds, ({ organisationId }) => organisationId);
  oneOf(filter.countries, ({ citizenship }) => citizenship);
  oneOf(filter.decisionIds, ({ decisionId }) => decisionId);
  oneOf(filter.categories, ({ category }) => category);
  if (filter.withoutPhoto) tests.push(({ photo }) => photo === null);
  // Nothing chosen: nobody need be asked.
  return tests.length === 0 ? null : (application) => tests.every((test) => test(application));
}
