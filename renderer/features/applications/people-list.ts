/** The list of people that the clerk looked at last: its order is the order of going from one person to the next. */
import type { ApplicationFilter } from '#shared/contract/applications.ts';
import type { PeopleSorting } from '../../components/PeopleTable.tsx';
import type { Id } from '#shared/domain/base/primitives.ts';

type PeopleList = { filter: ApplicationFilter; sorting: PeopleSorting };

let last: PeopleList | null = null;

export function rememberList(list: PeopleList): void {
  last = list;
}

/** The last list of the election; all of its people, the latest first, when none was looked at. */
export function lastListOf(electionId: Id): PeopleList {
  if (last?.filter.electionId === electionId) return last;
  return {
    filter: {
      electionId,
      search: '',
      statuses: [],
      organisationIds: [],
      countries: [],
      decisionIds: [],
      categories: [],
    },
    sorting: { column: 'number', descending: true },
  };
}
