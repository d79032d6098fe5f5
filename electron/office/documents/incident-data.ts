/** The one-page report on a certificate that was lost or spoiled, as its template reads it; one part a language. */
import { fullName } from '#shared/domain/records/person.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { formatDate, formatLongDate } from '#shared/text/dates.ts';
import { wordsOf } from '../wording/words.ts';
import { frame } from './list-data.ts';

/** What nobody told stays to be filled in by hand. */
const blank = '________________';

const filled = (told = ''): string => (told === '' ? blank : told);

export function incidentParts(state: State, certificate: Certificate, languages: readonly Language[]) {
  const application = state.applications.get(certificate.applicationId);
  const names = (certificate.printed ?? application)?.names;
  const organisation =
    certificate.printed?.organisation ?? (application && state.organisations.get(application.organisationId)?.name);
  const { incident, receipt, successorId } = certificate;
  return languages.map((language) => {
    const { paper } = wordsOf(state)[language].incident;
    const title = certificate.status === 'lost' ? paper.lost : paper.spoiled;
    const { self } = wordsOf(state)[language].documents.issueLog;
    const day = (date: string | null | undefined, otherwise: string) =>
      date ? formatLongDate(date, language) : otherwise;
    const received = receipt
      ? `${receipt.to === 'self' ? self : receipt.proxyName}, ${formatDate(receipt.on, language)}`
      : paper.none;
    const successor = successorId ? state.certificates.get(successorId)?.number : undefined;
    return {
      ...frame(state, language, title),
      title,
      facts: [
        { name: paper.number, value: certificate.number },
        { name: paper.election, value: state.elections.get(certificate.electionId)?.name[language] ?? '' },
        { name: paper.person, value: names ? fullName(names.latin) : '' },
        { name: paper.organisation, value: organisation?.[language] ?? '' },
        { name: paper.issuedOn, value: day(certificate.issuedOn, '') },
        { name: paper.received, value: received },
        { name: paper.on, value: incident ? day(incident.on, paper.unknown) : blank },
        { name: paper.where, value: filled(incident?.where) },
        { name: paper.reportedBy, value: filled(incident?.reportedBy) },
        { name: paper.reference, value: incident ? incident.reference || paper.none : blank },
        { name: paper.recordedOn, value: day(incident?.recordedOn, blank) },
        { name: paper.replacedBy, value: successor ?? paper.none },
      ],
      circumstances: { title: paper.circumstances, text: certificate.report },
      closing: paper.void,
      parties: [
        { role: paper.reporter, name: incident?.reportedBy ?? '', under: paper.signature },
        { role: paper.clerk, name: state.settings?.clerk ?? '', under: paper.signature },
        { role: paper.secretary, name: state.settings?.secretary[language] ?? '', under: paper.signature },
      ],
    };
  });
}
