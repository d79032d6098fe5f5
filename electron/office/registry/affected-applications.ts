/** Which applications a fact touches: those whose line in a list may look different after it. */
import { assertNever, type Id } from '#shared/domain/base/primitives.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { State } from '#shared/domain/register/state.ts';

export function affectedApplications(before: State, events: readonly OfficeEvent[]): Set<Id> {
  const touched = new Set<Id>();
  for (const event of events) for (const id of applicationsOf(before, event)) touched.add(id);
  return touched;
}

function applicationsOf(before: State, event: OfficeEvent): readonly Id[] {
  switch (event.type) {
    case 'application.registered':
    case 'application.changed':
    case 'application.received':
    case 'application.ready':
    case 'application.sentBack':
    case 'application.withdrawn':
    case 'application.stepTakenBack':
    case 'application.duplicateSettled':
    case 'application.hostCitizenAllowed':
    case 'application.hostCitizenDisallowed':
      return [event.id];
    case 'import.withdrawn':
      return before.imports.get(event.id)?.applicationIds ?? [];
    case 'decision.annexExtended':
    case 'decision.annexDecided':
    case 'decision.adopted':
      return event.rows.map((row) => row.applicationId);
    case 'decision.annexReduced':
      return event.applicationIds;
    case 'decision.discarded':
      return before.decisions.get(event.id)?.rows.map((row) => row.applicationId) ?? [];
    case 'certificate.reserved':
      return [event.certificate.applicationId];
    case 'certificate.printed':
    case 'certificate.printJudged':
    case 'certificate.issued':
    case 'certificate.returned':
    case 'certificate.spoiled':
    case 'certificate.lost':
    case 'certificate.voided': {
      const certificate = before.certificates.get(event.id);
      return certificate ? [certificate.applicationId] : [];
    }
    case 'handover.received': {
      const { put, removed } = event;
      return [
        ...put.applications.map(({ id }) => id),
        ...put.certificates.map(({ applicationId }) => applicationId),
        ...removed.map(({ id }) => id),
      ];
    }
    case 'import.recorded':
      return event.record.applicationIds;
    case 'office.established':
    case 'office.settingsChanged':
    case 'office.wordingsCorrected':
    case 'office.designChanged':
    case 'office.printersSet':
    case 'office.signingKeyRecorded':
    case 'office.replicaNamed':
    case 'office.recoveryKeyMade':
    case 'operator.added':
    case 'operator.renamed':
    case 'operator.roleChanged':
    case 'operator.deactivated':
    case 'operator.passwordSet':
    case 'election.registered':
    case 'election.changed':
    case 'organisation.registered':
    case 'organisation.changed':
    case 'organisation.correspondenceRecorded':
    case 'decision.drafted':
    case 'decision.changed':
    case 'decision.annexOrdered':
    case 'handover.recorded':
      return [];
    default:
      return assertNever(event);
  }
}
