/** What goes into a handover: the people it covers, and the tables of its level in a language. */
import { isInForce, statusAt, type Application } from '#shared/domain/records/application.ts';
import { observerFields } from '#shared/domain/records/observer-fields.ts';
import { observerFieldNames, type ObserverFieldName } from '#shared/domain/records/observer-lists.ts';
import type { FieldColumns } from '#shared/domain/records/observer-field.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { assertNever, type Id, type IsoDate, type Language } from '#shared/domain/base/primitives.ts';
import { formatDate } from '#shared/text/dates.ts';
import { sortKey } from '#shared/text/sort.ts';
import type { locales } from '#locales/index.ts';
import { wordsOf } from '../wording/words.ts';
import { plainText } from './plain-text.ts';
import { totalsAt } from '../registry/totals.ts';
import type { HandoverScope } from '#shared/domain/records/handover.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { WrittenTable } from './write-table.ts';

/** The people of a handover: by organisation, then by Latin name. */
export function peopleOf(state: State, electionId: Id, scope: HandoverScope, today: IsoDate): Application[] {
  const resultsPublishedOn = state.elections.get(electionId)?.resultsPublishedOn ?? null;
  const covers = (application: Application): boolean => {
    switch (scope.kind) {
      case 'everything':
        return true;
      case 'organisation':
        return application.organisationId === scope.organisationId;
      case 'decision':
        return application.decisionId === scope.decisionId;
      case 'badge-list':
        return state.aliveCertificates.has(application.id) && isInForce(application, today, resultsPublishedOn);
      default:
        return assertNever(scope);
    }
  };
  const organisationKeys = state.organisations.map((organisation) => sortKey(organisation.name.en, 'en'));
  return [...state.applications.values()]
    .filter((application) => application.electionId === electionId && covers(application))
    .map((application) => ({
      application,
      key: `${organisationKeys.get(application.organisationId) ?? ''}\u0000${sortKey(fullName(application.names.latin), 'en')}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.application.number - b.application.number))
    .map(({ application }) => application);
}

/** A column of the tables of people: its name for ever, its title in a language, and what stands in it. */
type PeopleColumn = { id: ColumnId; cell: (application: Application, look: Look) => string };
type Look = { state: State; today: IsoDate; language: Language };
type ColumnId = keyof (typeof locales)['ky']['handover-tables']['columns'];

/** The columns of the fields that have code of their own. */
type OwnColumns<K extends 'names' | 'document'> = Record<
  (typeof observerFields)[K]['columns']['ids'][number],
  (application: Application, language: Language) => string
>;
const ownNames: OwnColumns<'names'> = {
  latin: ({ names }) => fullName(names.latin),
  ky: ({ names }) => fullName(names.ky),
  ru: ({ names }) => fullName(names.ru),
};
const ownDocument: OwnColumns<'document'> = {
  document: ({ document }) => document.number,
  issuer: ({ document }) => document.issuer ?? '',
  expiry: ({ document }, language) => (document.expiry ? formatDate(document.expiry, language) : ''),
};
const nameColumns = observerFields.names.columns.ids.map((id): PeopleColumn => ({
  id,
  cell: (application, { language }) => ownNames[id](application, language),
}));
const documentColumns = observerFields.document.columns.ids.map((id): PeopleColumn => ({
  id,
  cell: (application, { language }) => ownDocument[id](application, language),
}));

/** Name, organisation, certificate number and status: what the level *badge list* may show (DOMAIN.md, Rules). */
const badgeListColumns: readonly PeopleColumn[] = [
  {
    id: 'certificate',
    cell: ({ id }, { state }) => {
      const certificateId = state.aliveCertificates.get(id);
      return (certificateId && state.certificates.get(certificateId)?.number) ?? '';
    },
  },
  ...columnsOf('names', 'badge-list'),
  {
    id: 'organisation',
    cell: ({ organisationId }, { state, language }) => state.organisations.get(organisationId)?.name[language] ?? '',
  },
  ...columnsOf('category', 'badge-list'),
  {
    id: 'status',
    cell: (application, { state, today, language }) => {
      const resultsPublishedOn = state.elections.get(application.electionId)?.resultsPublishedOn ?? null;
      return wordsOf(state)[language].domain.status[statusAt(application, today, resultsPublishedOn)];
    },
  },
];

/** Everything the register knows of the people, for the level *full*. */
const fullColumns: readonly PeopleColumn[] = [
  { id: 'number', cell: ({ number }) => String(number) },
  ...badgeListColumns,
  ...observerFieldNames.flatMap((name) => columnsOf(name, 'person')),
  {
    id: 'accreditedOn',
    cell: ({ accreditedOn }, { language }) => (accreditedOn ? formatDate(accreditedOn, language) : ''),
  },
  {
    id: 'decision',
    cell: ({ decisionId }, { state }) => (decisionId && state.decisions.get(decisionId)?.number) ?? '',
  },
  ...observerFieldNames.flatMap((name) => columnsOf(name, 'end')),
];

/** The columns of a field, when they stand in that place of the tables. */
function columnsOf(name: ObserverFieldName, place: FieldColumns['place']): PeopleColumn[] {
  if (name === 'names') return place === observerFields.names.columns.place ? nameColumns : [];
  if (name === 'document') return place === observerFields.document.columns.place ? documentColumns : [];
  const { columns } = observerFields[name];
  if (columns?.place !== place) return [];
  return columns.ids.map((id) => ({
    id,
    cell: (application, { state, language }) => plainText(name, application, language, wordsOf(state)[language]),
  }));
}

const table = (
  sheet: string,
  columns: readonly PeopleColumn[],
  people: readonly Application[],
  look: Look,
): WrittenTable => {
  const titles = wordsOf(look.state)[look.language]['handover-tables'].columns;
  return {
    sheet,
    header: columns.map(({ id }) => titles[id]),
    rows: people.map((application) => columns.map(({ cell }) => cell(application, look))),
  };
};

export const badgeListTable = (
  state: State,
  people: readonly Application[],
  today: IsoDate,
  language: Language,
): WrittenTable =>
  table(wordsOf(state)[language]['handover-tables'].sheets.badgeList, badgeListColumns, people, {
    state,
    today,
    language,
  });

/** The names of the full table's columns, in its order. */
export const fullColumnIds: readonly string[] = fullColumns.map(({ id }) => id);

export const fullTable = (
  state: State,
  people: readonly Application[],
  today: IsoDate,
  language: Language,
): WrittenTable =>
  table(wordsOf(state)[language]['handover-tables'].sheets.people, fullColumns, people, { state, today, language });

/** Counts and organisations alone, for the level *public*: nobody's name is in it. */
export function publicTable(
  state: State,
  electionId: Id,
  organisationIds: ReadonlySet<Id>,
  today: IsoDate,
  language: Language,
): WrittenTable {
  const { columns, sheets } = wordsOf(state)[language]['handover-tables'];
  const words = wordsOf(state)[language].domain;
  const rows = totalsAt(state, electionId, today)
    .byOrganisation.filter(({ organisationId }) => organisationIds.has(organisationId))
    .map((organisation) => ({ key: sortKey(organisation.name[language], language), organisation }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ organisation }) => [
      organisation.name[language],
      words.organisationKind[organisation.kind],
      ...[organisation.accredited, organisation.withdrawn, organisation.revoked, organisation.inForce].map(String),
    ]);
  return {
    sheet: sheets.totals,
    header: [
      columns.organisation,
      columns.kind,
      columns.accredited,
      columns.withdrawn,
      columns.revoked,
      columns.inForce,
    ],
    rows,
  };
}
