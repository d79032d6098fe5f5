/** Lines of lists: a person as every list shows them. */
import { statusAt, type Application } from '#shared/domain/records/application.ts';
import { expiryConcern } from '#shared/domain/rules/document-expiry.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { isComplete, type IsoDate } from '#shared/domain/base/primitives.ts';
import type { ApplicationRow } from '#shared/contract/applications.ts';
import type { State } from '#shared/domain/register/state.ts';

const nowhere = { ky: '', ru: '', en: '' };

export function applicationRow(state: State, application: Application, today: IsoDate): ApplicationRow {
  const organisation = state.organisations.get(application.organisationId);
  const decision = application.decisionId ? state.decisions.get(application.decisionId) : undefined;
  const certificateId = state.aliveCertificates.get(application.id);
  const { resultsPublishedOn = null, votingDay = null } = state.elections.get(application.electionId) ?? {};
  return {
    id: application.id,
    number: application.number,
    latin: fullName(application.names.latin),
    ky: fullName(application.names.ky),
    ru: fullName(application.names.ru),
    organisationId: application.organisationId,
    organisation: organisation ? (isComplete(organisation.short) ? organisation.short : organisation.name) : nowhere,
    category: application.category,
    citizenship: application.citizenship,
    birthDate: application.birthDate,
    document: application.document.number,
    documentEnds: expiryConcern(application.document.expiry, { today, votingDay, stayTo: application.stayTo }),
    status: statusAt(application, today, resultsPublishedOn),
    decisionId: application.decisionId,
    decisionNumber: decision?.number ?? null,
    picture: application.photo?.picture ?? null,
    certificateNumber: (certificateId && state.certificates.get(certificateId)?.number) ?? null,
  };
}
