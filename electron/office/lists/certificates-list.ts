/** The list of certificates as the register stands: numbers, their bearers, and what became of each. */
import type { CertificateFilter } from '#shared/contract/certificates.ts';
import { runsOf, validUntilOf } from '#shared/domain/records/certificate.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { formatDate } from '#shared/text/dates.ts';
import { stateOfCertificate, type PersonWithCertificate } from '../registry/registry.ts';
import { wordsOf } from '../wording/words.ts';
import { searchInWords, type List, type ListColumn, type ListContext } from './list.ts';
import { namesOfOrganisations, numbersOfDecisions } from './people-list.ts';

const ids = [
  ...['certificate', 'state', 'latin', 'ky', 'ru', 'organisation', 'category', 'issuedOn', 'validUntil', 'printed'],
  ...['receiver', 'receivedOn', 'returnedOn', 'replaces', 'replacedBy', 'report'],
] as const;

export function certificatesColumns({ state, language }: ListContext): ListColumn[] {
  const { columns } = wordsOf(state)[language].lists;
  return ids.map((id) => ({ id, title: columns[id] }));
}

export function certificatesList(
  context: ListContext,
  lines: readonly PersonWithCertificate[],
  { search, states, organisationIds, decisionIds }: CertificateFilter,
): List<PersonWithCertificate> {
  const { state, language } = context;
  const words = wordsOf(state)[language];
  const day = (date: string | null | undefined) => (date ? formatDate(date, language) : '');
  const numberOf = (id: string | null) => (id ? (state.certificates.get(id)?.number ?? '') : '');
  return {
    name: 'certificates',
    title: words.lists.titles.certificates,
    columns: certificatesColumns(context),
    lines,
    cells: (chosen) =>
      chosen.map(({ application, certificate }) => {
        const names = certificate?.printed?.names ?? application.names;
        const organisation =
          certificate?.printed?.organisation ?? state.organisations.get(application.organisationId)?.name;
        const receipt = certificate?.receipt;
        const receiver = receipt?.to === 'self' ? words.documents.issueLog.self : (receipt?.proxyName ?? '');
        const until = certificate && validUntilOf(certificate, state.elections.get(certificate.electionId));
        return [
          certificate?.number ?? '',
          words.domain.certificateState[stateOfCertificate(certificate)],
          ...[fullName(names.latin), fullName(names.ky), fullName(names.ru), organisation?.[language] ?? ''],
          words.domain.category[certificate?.printed?.category ?? application.category],
          day(certificate?.issuedOn),
          day(until),
          certificate ? String(runsOf(certificate, 'certificate').length + runsOf(certificate, 'badge').length) : '',
          ...[receiver, day(receipt?.on), day(certificate?.returnedOn)],
          numberOf(certificate?.predecessorId ?? null),
          numberOf(certificate?.successorId ?? null),
          (certificate?.report ?? '').replace(/\s+/gu, ' '),
        ];
      }),
    filters: [
      ...states.map((one) => words.domain.certificateState[one]),
      ...namesOfOrganisations(context, organisationIds),
      ...numbersOfDecisions(context, decisionIds),
      ...searchInWords(search),
    ],
  };
}
