/** The list of people: what the handover's full level shows of each. */
import type { Application } from '#shared/domain/records/application.ts';
import { countryName } from '#shared/text/countries.ts';
import type { ApplicationFilter } from '#shared/contract/applications.ts';
import { fullColumnIds, fullTable } from './people-tables.ts';
import type { PeopleFound } from '../registry/people-found.ts';
import { wordsOf } from '../wording/words.ts';
import { searchInWords, type List, type ListColumn, type ListContext } from './list.ts';

export function peopleColumns({ state, today, language }: ListContext): ListColumn[] {
  const { header } = fullTable(state, [], today, language);
  return fullColumnIds.map((id, index) => ({ id, title: header[index] ?? '' }));
}

export const peopleList = (
  context: ListContext,
  people: PeopleFound,
  { search, statuses, organisationIds, countries, decisionIds, categories }: ApplicationFilter,
): List<Application> => {
  const { state, today, language } = context;
  const words = wordsOf(state)[language];
  return {
    name: 'people',
    title: words.lists.titles.people,
    columns: peopleColumns(context),
    lines: people,
    cells: (lines) => fullTable(state, lines, today, language).rows,
    filters: [
      ...statuses.map((status) => words.domain.status[status]),
      ...categories.map((category) => words.domain.category[category]),
      ...namesOfOrganisations(context, organisationIds),
      ...countries.map((country) => countryName(country, language)),
      ...numbersOfDecisions(context, decisionIds),
      ...searchInWords(search),
    ],
  };
};

export const namesOfOrganisations = ({ state, language }: ListContext, ids_: readonly string[]): string[] =>
  ids_.flatMap((id) => state.organisations.get(id)?.name[language] ?? []);

export const numbersOfDecisions = ({ state, language }: ListContext, ids_: readonly string[]): string[] =>
  ids_.flatMap((id) => {
    const number = state.decisions.get(id)?.number;
    return number ? [`${wordsOf(state)[language].lists.columns.decision} ${number}`] : [];
  });
