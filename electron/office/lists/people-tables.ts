/** What goes into a handover: the people it covers, and the tables of its level in a language. */
import { isInForce, statusAt, type Application } from '#shared/domain/records/application.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { assertNever, type Id, type IsoDate, type Language } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { sortKey } from '#shared/text/sort.ts';
import { wordsOf } from '../wording/words.ts';
import { totalsAt } from '../registry/totals.ts';
import type { HandoverScope } from '#shared/domain/records/handover.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { WrittenTable } from './write-table.ts';

/** The people of a handover: by body, then by Latin name. */
export function peopleOf(state: State, eventId: Id, scope: HandoverScope, today: IsoDate): Application[] {
  const resultsPublishedOn = state.events.get(eventId)?.resultsPublishedOn ?? null;
  const covers = (application: Application): boolean => {
    switch (scope.kind) {
      case 'everything':
        return true;
      case 'body':
        return application.bodyId === scope.bodyId;
      case 'decision':
        return application.decisionId === scope.decisionId;
      case 'badge-list':
        return state.aliveCertificates.has(application.id) && isInForce(application, today, resultsPublishedOn);
      default:
        return assertNever(scope);
    }
  };
  const bodyKeys = state.bodies.map((body) => sortKey(body.name.en, 'en'));
  return [...state.applications.values()]
    .filter((application) => application.eventId === eventId && covers(application))
    .map((application) => ({
      application,
      key: `${bodyKeys.get(application.bodyId) ?? ''}\u0000${sortKey(fullName(application.names.latin), 'en')}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.application.number - b.application.number))
    .map(({ application }) => application);
}

/** Name, body, certificate number and status: what the level *badge list* may show (shared/domain/README.md, "Rules"). */
export function badgeListTable(
  state: State,
  people: readonly Application[],
  today: IsoDate,
  language: Language,
): WrittenTable {
  const { columns, sheets } = wordsOf(state)[language]['handover-tables'];
  const words = wordsOf(state)[language].domain;
  return {
    sheet: sheets.badgeList,
    header: [
      columns.certificate,
      columns.latin,
      columns.ky,
      columns.ru,
      columns.body,
      columns.category,
      columns.status,
    ],
    rows: people.map((application) => {
      const resultsPublishedOn = state.events.get(application.eventId)?.resultsPublishedOn ?? null;
      const certificateId = state.aliveCertificates.get(application.id);
      return [
        (certificateId && state.certificates.get(certificateId)?.number) ?? '',
        fullName(application.names.latin),
        fullName(application.names.ky),
        fullName(application.names.ru),
        state.bodies.get(application.bodyId)?.name[language] ?? '',
        words.category[application.category],
        words.status[statusAt(application, today, resultsPublishedOn)],
      ];
    }),
  };
}

/** Everything the register knows of the people, for the level *full*. */
export function fullTable(
  state: State,
  people: readonly Application[],
  today: IsoDate,
  language: Language,
): WrittenTable {
  const short = badgeListTable(state, people, today, language);
  const { columns, sheets } = wordsOf(state)[language]['handover-tables'];
  const words = wordsOf(state)[language].domain;
  const day = (date: IsoDate | null) => (date ? formatDate(date, language) : '');
  return {
    sheet: sheets.people,
    header: [
      columns.number,
      ...short.header,
      columns.sex,
      columns.birthDate,
      columns.citizenship,
      columns.document,
      columns.issuer,
      columns.expiry,
      columns.position,
      columns.accreditedOn,
      columns.decision,
      columns.remarks,
    ],
    rows: people.map((application, index) => [
      String(application.number),
      ...(short.rows[index] ?? []),
      application.sex ? words.sex[application.sex] : '',
      day(application.birthDate),
      application.citizenship ? countryName(application.citizenship, language) : '',
      application.document.number,
      application.document.issuer ?? '',
      day(application.document.expiry),
      application.position[language],
      day(application.accreditedOn),
      (application.decisionId && state.decisions.get(application.decisionId)?.number) ?? '',
      application.remarks,
    ]),
  };
}

/** Counts and bodies alone, for the level *public*: nobody's name is in it. */
export function publicTable(
  state: State,
  eventId: Id,
  bodyIds: ReadonlySet<Id>,
  today: IsoDate,
  language: Language,
): WrittenTable {
  const { columns, sheets } = wordsOf(state)[language]['handover-tables'];
  const words = wordsOf(state)[language].domain;
  const rows = totalsAt(state, eventId, today)
    .byBody.filter(({ bodyId }) => bodyIds.has(bodyId))
    .map((body) => ({ key: sortKey(body.name[language], language), body }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ body }) => [
      body.name[language],
      words.bodyKind[body.kind],
      ...[body.accredited, body.withdrawn, body.revoked, body.inForce].map(String),
    ]);
  return {
    sheet: sheets.totals,
    header: [columns.body, columns.kind, columns.accredited, columns.withdrawn, columns.revoked, columns.inForce],
    rows,
  };
}
