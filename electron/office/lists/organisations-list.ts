/** The list of organisations, with their letters in an election and how many people they sent. */
import type { OrganisationRow } from '#shared/contract/register.ts';
import { emptyCorrespondence } from '#shared/domain/records/organisation.ts';
import type { Id, Reference } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { wordsOf } from '../wording/words.ts';
import type { List, ListColumn, ListContext } from './list.ts';

const ids = [
  ...['organisation', 'short', 'kind', 'country', 'invitedBy', 'invitation', 'letter', 'ministryNote', 'headOfMission'],
  ...['contact', 'applications', 'accredited', 'inForce'],
] as const;

export function organisationsColumns({ state, language }: ListContext): ListColumn[] {
  const { columns } = wordsOf(state)[language].lists;
  return ids.map((id) => ({ id, title: columns[id] }));
}

export function organisationsList(
  context: ListContext,
  electionId: Id,
  rows: readonly OrganisationRow[],
): List<OrganisationRow> {
  const { state, language } = context;
  const words = wordsOf(state)[language];
  const written = ({ number, date }: Reference): string =>
    [number && `№ ${number}`, date && formatDate(date, language)].filter(Boolean).join(', ');
  return {
    name: 'organisations',
    title: words.lists.titles.organisations,
    columns: organisationsColumns(context),
    lines: rows,
    cells: (lines) =>
      lines.map(({ organisation, applications, accredited, inForce }) => {
        const letters = organisation.correspondence[electionId] ?? emptyCorrespondence;
        return [
          organisation.name[language],
          organisation.short[language],
          words.domain.organisationKind[organisation.kind],
          organisation.country ? countryName(organisation.country, language) : '',
          letters.invitedBy ? words.domain.inviter[letters.invitedBy] : '',
          written(letters.invitation),
          written(letters.letter),
          written(letters.ministryNote),
          letters.headOfMission,
          organisation.contact.replace(/\s+/gu, ' '),
          ...[applications, accredited, inForce].map(String),
        ];
      }),
    filters: [],
  };
}
