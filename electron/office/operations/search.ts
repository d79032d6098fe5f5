/** The search over everything: what the palette asks for at each pause in typing. */
import { applicationRow } from '../registry/rows.ts';
import { done } from '#shared/domain/base/refusals.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { foundAtMost, type searchOperations } from '#shared/contract/search.ts';
import type { ApplicationFilter } from '#shared/contract/applications.ts';
import type { Trilingual } from '#shared/domain/base/primitives.ts';
import { readScanned } from './scanned-code.ts';
import type { Handlers, OfficeContext } from './handlers.ts';

export function searchHandlers(office: OfficeContext): Handlers<keyof typeof searchOperations> {
  return {
    'search.everything': ({ electionId, search, language }) => {
      const words = foldForSearch(search).split(' ').filter(Boolean);
      if (words.length === 0) return done({ people: [], peopleFound: 0, organisations: [], decisions: [] });
      const names = ({ ky, ru, en }: Trilingual): string[] => [ky, ru, en];
      const fits = (texts: readonly string[]): boolean => {
        const text = foldForSearch(texts.join(' | '));
        return words.every((word) => text.includes(word));
      };
      const state = office.state();
      const scanned = readScanned(state, electionId, search);
      if (!scanned.ok) return scanned;
      if (scanned.value) {
        const people = [applicationRow(state, scanned.value.application, office.today())];
        return done({ people, peopleFound: 1, organisations: [], decisions: [] });
      }
      const everybody: ApplicationFilter = {
        electionId,
        search,
        statuses: [],
        organisationIds: [],
        countries: [],
        decisionIds: [],
        categories: [],
      };
      const people = office.registry.people(everybody, { column: 'latin', descending: false, language });
      const organisations = [...state.organisations.values()].filter(({ name, short, formerNames }) =>
        fits([name, short, ...formerNames.map((former) => former.name)].flatMap(names)),
      );
      const decisions = [...state.decisions.values()].filter(
        (decision) => decision.electionId === electionId && fits([decision.number ?? '', ...names(decision.title)]),
      );
      return done({
        people: people.slice(0, foundAtMost).map((person) => applicationRow(state, person, office.today())),
        peopleFound: people.length,
        organisations: organisations.slice(0, foundAtMost).map(({ id, name }) => ({ id, name })),
        decisions: decisions.slice(0, foundAtMost).map(({ id, number, date, title }) => ({ id, number, date, title })),
      });
    },
  };
}
