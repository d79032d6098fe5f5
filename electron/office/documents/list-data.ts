/** Badge lists and the register of certificates issued, as their templates read them; one part a language. */
import { fullName } from '#shared/domain/records/person.ts';
import { sortKey } from '#shared/text/sort.ts';
import { formatDate, formatLongDate } from '#shared/text/dates.ts';
import { isInForce, type Application } from '#shared/domain/records/application.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import type { Id, IsoDate, Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { adoptedDecisions } from '../registry/totals.ts';
import { wordsOf } from '../wording/words.ts';
import { fill, fillCounted } from '../wording/fill.ts';

export type Frame = { lang: Language; commission: string; running: string; page: string };

/** What every A4 page has in its head and foot. */
export function frame(state: State, lang: Language, running: string): Frame {
  return {
    lang,
    commission: state.settings?.commission[lang] ?? '',
    running,
    page: wordsOf(state)[lang].documents.list.page,
  };
}

type Group = { name: string; total: string; rows: string[][] };
export type ListScope =
  | { kind: 'organisation'; organisationId: Id }
  | { kind: 'decision'; decisionId: Id }
  | { kind: 'everything'; groupBy: 'organisation' | 'decision' };

/** Everybody in force on the day, in groups by organisation or by decision. */
export function badgeListParts(
  state: State,
  electionId: Id,
  scope: ListScope,
  today: IsoDate,
  languages: readonly Language[],
) {
  const people = inForce(state, electionId, today).filter((application) => {
    if (scope.kind === 'organisation') return application.organisationId === scope.organisationId;
    return scope.kind === 'everything' || application.decisionId === scope.decisionId;
  });
  const byDecision = scope.kind === 'decision' || (scope.kind === 'everything' && scope.groupBy === 'decision');
  return languages.map((language) => {
    const words = wordsOf(state)[language].documents.list;
    const total = (count: number) => fillCounted(words, 'total', count, language);
    const groups: Group[] = groupsOf(state, electionId, people, byDecision, language).map(({ name, members }) => ({
      name,
      total: total(members.length),
      rows: members.map((application, index) => [String(index + 1), ...badgeRow(state, application, language)]),
    }));
    const asOf = fill(words.asOf, { date: formatLongDate(today, language, 'to') });
    return {
      ...frame(state, language, words.title),
      title: words.title,
      subtitle: `${byDecision ? words.byDecision : words.byOrganisation}; ${asOf}`,
      election: state.elections.get(electionId)?.name[language] ?? '',
      head: [words.number, words.certificate, words.latin, words.name, words.category],
      groups,
      total: total(people.length),
      count: people.length,
    };
  });
}

function badgeRow(state: State, { id, names, category }: Application, language: Language): string[] {
  const certificateId = state.aliveCertificates.get(id);
  const number = certificateId ? (state.certificates.get(certificateId)?.number ?? '') : '';
  const written = fullName(language === 'ky' ? names.ky : names.ru);
  return [number, fullName(names.latin), written, wordsOf(state)[language].domain.category[category]];
}

function groupsOf(
  state: State,
  electionId: Id,
  people: readonly Application[],
  byDecision: boolean,
  language: Language,
) {
  if (byDecision) {
    return adoptedDecisions(state, electionId).flatMap(({ decision, date }) => {
      const members = people.filter(({ decisionId }) => decisionId === decision.id);
      const words = wordsOf(state)[language].documents.list;
      const name = fill(words.decision, { date: formatDate(date, language), number: decision.number ?? '' });
      return members.length > 0 ? [{ name, members }] : [];
    });
  }
  return [...state.organisations.values()]
    .map((organisation) => ({ organisation, key: sortKey(organisation.name[language], language) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ organisation }) => {
      const members = people.filter(({ organisationId }) => organisationId === organisation.id);
      return members.length > 0 ? [{ name: organisation.name[language], members }] : [];
    });
}

function inForce(state: State, electionId: Id, today: IsoDate): Application[] {
  const resultsPublishedOn = state.elections.get(electionId)?.resultsPublishedOn ?? null;
  return [...state.applications.values()]
    .filter((application) => application.electionId === electionId && isInForce(application, today, resultsPublishedOn))
    .map((application) => ({ application, key: sortKey(fullName(application.names.latin), 'en') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ application }) => application);
}

export type IssueLog = {
  electionId: Id;
  organisationId: Id | null;
  only: 'all' | 'uncollected';
  givenOn?: IsoDate | undefined;
};

/**
 * All certificates by number, void ones too: no number is missing from the register. Of those not collected yet: by organisation
 * and name, as they are called; so are those given out on one day, who sign beside their names.
 */
export function issueLogParts(
  state: State,
  { electionId, organisationId, only, givenOn }: IssueLog,
  today: IsoDate,
  languages: readonly Language[],
) {
  const found = [...state.certificates.values()]
    .filter(
      (certificate) => certificate.electionId === electionId && (only === 'all' || certificate.status === 'printed'),
    )
    .filter(({ receipt }) => givenOn === undefined || receipt?.on === givenOn)
    .filter(
      ({ applicationId }) =>
        organisationId === null || state.applications.get(applicationId)?.organisationId === organisationId,
    )
    .sort((a, b) => (a.series < b.series ? -1 : a.series > b.series ? 1 : a.serial - b.serial));
  return languages.map((language) => {
    const words = wordsOf(state)[language].documents;
    const asOf = fill(words.list.asOf, { date: formatLongDate(today, language, 'to') });
    const organisation = organisationId ? state.organisations.get(organisationId)?.name[language] : undefined;
    const day = givenOn ? fill(words.issueLog.givenOn, { date: formatLongDate(givenOn, language) }) : undefined;
    const title = givenOn
      ? words.issueLog.signatureTitle
      : only === 'all'
        ? words.issueLog.title
        : words.issueLog.uncollectedTitle;
    const certificates = only === 'all' && !givenOn ? found : byOrganisationAndName(state, found, language);
    return {
      ...frame(state, language, title),
      title,
      subtitle: [organisation, day, asOf].filter(Boolean).join('; '),
      election: state.elections.get(electionId)?.name[language] ?? '',
      head: [
        words.list.number,
        words.list.certificate,
        words.list.latin,
        words.list.organisation,
        words.issueLog.issuedOn,
        words.issueLog.receiver,
        words.issueLog.signature,
      ],
      rows: certificates.map((certificate, index) => [String(index + 1), ...logRow(state, certificate, language)]),
      total: fillCounted(words.list, 'total', certificates.length, language),
      count: certificates.length,
    };
  });
}

function byOrganisationAndName(state: State, certificates: readonly Certificate[], language: Language): Certificate[] {
  const key = ({ applicationId }: Certificate): string => {
    const person = state.applications.get(applicationId);
    const organisation = person && state.organisations.get(person.organisationId)?.name[language];
    return `${sortKey(organisation ?? '', language)}\u0000${sortKey(person ? fullName(person.names.latin) : '', 'en')}`;
  };
  const keyed = certificates.map((certificate) => ({ certificate, key: key(certificate) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ certificate }) => certificate);
}

function logRow(state: State, certificate: Certificate, language: Language): string[] {
  const application = state.applications.get(certificate.applicationId);
  const names = certificate.printed?.names.latin ?? application?.names.latin;
  const organisation =
    certificate.printed?.organisation ?? (application && state.organisations.get(application.organisationId)?.name);
  const { receipt, status } = certificate;
  const words = wordsOf(state)[language].documents.issueLog;
  const isOver = status === 'void' || status === 'spoiled' || status === 'lost' || status === 'returned';
  const received = receipt ? (receipt.to === 'self' ? words.self : fill(words.proxy, { name: receipt.proxyName })) : '';
  const note = isOver ? wordsOf(state)[language].domain.certificateState[status] : '';
  return [
    certificate.number,
    names ? fullName(names) : '',
    organisation?.[language] ?? '',
    receipt ? formatDate(receipt.on, language) : '',
    [received, note].filter((part) => part !== '').join('; '),
  ];
}
