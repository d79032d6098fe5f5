/** The list of bodies, with their letters in an election and how many people they sent. */
import type { BodyRow } from '#shared/contract/register.ts';
import { emptyCorrespondence } from '#shared/domain/records/body.ts';
import type { Id, Reference } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { wordsOf } from '../wording/words.ts';
import type { List, ListColumn, ListContext } from './list.ts';

const ids = [
  ...['body', 'short', 'kind', 'country', 'invitedBy', 'invitation', 'letter', 'ministryNote', 'headOfMission'],
  ...['contact', 'applications', 'accredited', 'inForce'],
] as const;

export function bodiesColumns({ state, language }: ListContext): ListColumn[] {
  const { columns } = wordsOf(state)[language].lists;
  return ids.map((id) => ({ id, title: columns[id] }));
}

export function bodiesList(context: ListContext, eventId: Id, rows: readonly BodyRow[]): List<BodyRow> {
  const { state, language } = context;
  const words = wordsOf(state)[language];
  const written = ({ number, date }: Reference): string =>
    [number && `№ ${number}`, date && formatDate(date, language)].filter(Boolean).join(', ');
  return {
    name: 'bodies',
    title: words.lists.titles.bodies,
    columns: bodiesColumns(context),
    lines: rows,
    cells: (lines) =>
      lines.map(({ body, applications, accredited, inForce }) => {
        const letters = body.correspondence[eventId] ?? emptyCorrespondence;
        return [
          body.name[language],
          body.short[language],
          words.domain.bodyKind[body.kind],
          body.country ? countryName(body.country, language) : '',
          letters.invitedBy ? words.domain.inviter[letters.invitedBy] : '',
          written(letters.invitation),
          written(letters.letter),
          written(letters.ministryNote),
          letters.headOfMission,
          body.contact.replace(/\s+/gu, ' '),
          ...[applications, accredited, inForce].map(String),
        ];
      }),
    filters: [],
  };
}
