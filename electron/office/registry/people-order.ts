/** The order of a list of people: a column, in the alphabet of a language. */
import { applicationStatuses, observerCategories, type Application } from '#shared/domain/records/application.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { assertNever, type Language } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { sortKey } from '#shared/text/sort.ts';
import type { ApplicationColumn } from '#shared/contract/applications.ts';
import type { State } from '#shared/domain/register/state.ts';

export type Order = { column: ApplicationColumn; descending: boolean; language: Language };

const wide = (number: number): string => String(number).padStart(9, '0');
/** Sorts after every other key: people without the value come last. */
const last = '\uffff';

/** Text whose code-unit order is the order of the column; equal keys are told apart by the register number. */
export function columnKey(state: State, { column, language }: Order): (application: Application) => string {
  // One key an organisation, a country or a decision, not one a person.
  const remembered = new Map<string, string>();
  const once = (id: string, make: () => string): string => {
    const known = remembered.get(id);
    if (known !== undefined) return known;
    const key = make();
    remembered.set(id, key);
    return key;
  };
  switch (column) {
    case 'number':
      return ({ number }) => wide(number);
    case 'latin':
      return ({ names }) => sortKey(fullName(names.latin), 'en') || last;
    case 'ky':
      return ({ names }) => sortKey(fullName(names.ky), 'ky') || last;
    case 'ru':
      return ({ names }) => sortKey(fullName(names.ru), 'ru') || last;
    case 'organisation':
      return ({ organisationId }) =>
        once(organisationId, () => sortKey(state.organisations.get(organisationId)?.name[language] ?? '', language));
    case 'category':
      return ({ category }) => wide(observerCategories.indexOf(category));
    case 'citizenship':
      return ({ citizenship }) =>
        citizenship ? once(citizenship, () => sortKey(countryName(citizenship, language), language)) : last;
    case 'birthDate':
      return ({ birthDate }) => birthDate ?? last;
    case 'document':
      return ({ document }) => document.number || last;
    case 'status':
      return ({ status }) => wide(applicationStatuses.indexOf(status));
    case 'decision':
      return ({ decisionId }) => {
        const decision = decisionId ? state.decisions.get(decisionId) : undefined;
        return decision ? `${decision.date ?? last}|${decision.number ?? ''}` : last;
      };
    default:
      return assertNever(column);
  }
}
