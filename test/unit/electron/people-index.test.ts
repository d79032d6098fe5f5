import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnKey, type Order } from '../../../electron/office/registry/people-order.ts';
import { createRegistry } from '../../../electron/office/registry/registry.ts';
import { createTextScan } from '../../../electron/office/registry/text-scan.ts';
import type { ApplicationFilter } from '#shared/contract/applications.ts';
import { decide } from '#shared/domain/decide/index.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { someHead, someSettings } from '../../support/fictitious.ts';
import { commandOf, intents } from '../../support/intents.ts';

const today = '2025-11-28';
const context = { at: `${today}T06:00:00.000Z`, actor: someHead, today, sha256: () => 'a'.repeat(64) };

const orders = fc.record({
  column: fc.constantFrom(
    'number' as const,
    'ky' as const,
    'latin' as const,
    'organisation' as const,
    'status' as const,
  ),
  descending: fc.boolean(),
  language: fc.constant('ky' as const),
});

/** Everybody asked one by one and sorted anew: slow, and plainly right. */
function askedOneByOne(state: State, electionId: string, search: string, order: Order): string[] {
  const words = foldForSearch(search).split(' ');
  const keyOf = columnKey(state, order);
  const found = [...state.applications.values()]
    .filter((application) => {
      const papers = [...state.certificates.values()].filter(({ applicationId }) => applicationId === application.id);
      const { latin, ky, ru } = application.names;
      const written = [latin, ky, ru].map(({ surname, given }) => `${surname} ${given}`);
      const text = foldForSearch(
        [...written, application.document.number, application.number, ...papers.map(({ number }) => number)].join(
          ' | ',
        ),
      );
      return application.electionId === electionId && words.every((word) => text.includes(word));
    })
    .map((application) => ({ id: application.id, key: keyOf(application), number: application.number }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.number - b.number))
    .map(({ id }) => id);
  return order.descending ? found.reverse() : found;
}

describe('lists of people', () => {
  it('hold whom the search finds in the order asked, after every change of a random history', () => {
    const searches = fc.array(fc.constantFrom('', 'a', 'ү', 'ан', 'ан а', 'A-', '1', 'zz', 'ọ', 'ı б'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(intents(60), searches, orders, (history, typed, order) => {
        let state: State = evolve(emptyState, { type: 'office.established', settings: someSettings, sample: false });
        const registry = createRegistry(state, () => today);
        history.forEach((intent, turn) => {
          const decided = decide(state, commandOf(state, intent, turn), context);
          if (!decided.ok || decided.value.length === 0) return;
          const before = state;
          for (const event of decided.value) state = evolve(state, event);
          registry.follow(before, state, decided.value);
          const [electionId] = state.elections.keys();
          if (!electionId || turn % 7 !== 0) return;
          for (const search of typed) {
            const filter = {
              electionId,
              search,
              statuses: [],
              organisationIds: [],
              countries: [],
              decisionIds: [],
              categories: [],
            };
            const found = registry.people(filter satisfies Partial<ApplicationFilter>, order).map(({ id }) => id);
            expect(found).toEqual(askedOneByOne(state, electionId, search, order));
          }
        });
      }),
      { numRuns: 25 },
    );
  });
});

describe('the scan of many texts', () => {
  it('finds exactly the texts that hold every word, in any script, also after a text has changed', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abя бҷωıạ한1'.split('')), maxLength: 8 });
    const texts = fc.array(text, { minLength: 1, maxLength: 60 });
    const words = fc.array(
      text.filter((word) => word.trim() !== ''),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(texts, words, fc.nat(), text, (all, wanted, which, other) => {
        const held = [...all];
        const scan = createTextScan((slot) => held[slot] ?? '');
        held.forEach((one, slot) => {
          scan.put(slot, one);
        });
        const expected = () => held.map((one) => (wanted.every((word) => one.includes(word)) ? 1 : 0));
        expect([...scan.find(wanted)]).toEqual(expected());
        held[which % held.length] = other;
        scan.put(which % held.length, other);
        expect([...scan.find(wanted)]).toEqual(expected());
        expect(held.map((_, slot) => (scan.holds(slot, wanted) ? 1 : 0))).toEqual(expected());
      }),
    );
  });
});
