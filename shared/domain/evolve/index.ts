/** How each fact changes the register: (state, event) -> state. Pure and total; it never refuses what was recorded. */
import { Map } from 'immutable';
import { handoverSlot, registerSlot, seriesSlot, type State } from '../register/state.ts';
import { changeApplication, putApplication, removeApplication } from './application.ts';
import { raiseCounter, putCertificate } from './certificate.ts';
import type { Certificate, PrintRun } from '../records/certificate.ts';
import { hostCountry } from '../rules/application-rules.ts';
import { assertNever, type Id } from '../base/primitives.ts';
import { evolveDecision } from './decision.ts';
import { initialStatus, type Application } from '../records/application.ts';
import { designId } from '../records/design.ts';
import type { OfficeEvent } from '../register/events.ts';
import { countChanges } from '../register/count-versions.ts';
import { takeIn } from './received.ts';
import type { Operator } from '../records/operator.ts';
import { wordingId } from '../records/wording.ts';

/** The register after a fact, with the change counted in the versions of its records. */
export const evolve = (state: State, event: OfficeEvent): State =>
  countChanges(state, evolveRecords(state, event), event);

function evolveRecords(state: State, event: OfficeEvent): State {
  switch (event.type) {
    case 'office.established':
      return { ...state, settings: event.settings, sample: event.sample };
    case 'office.settingsChanged':
      return { ...state, settings: event.settings };
    case 'office.wordingsCorrected':
      return { ...state, wordings: correctWordings(state, event) };
    case 'office.designChanged': {
      const { version, design, officer, at } = event;
      const id = designId(version);
      return { ...state, designs: state.designs.set(id, { id, version, design, officer, at }) };
    }
    case 'office.replicaNamed':
      return { ...state, replicaId: event.replicaId };
    case 'office.printersSet':
      return { ...state, printers: Map(event.printers.map((printer) => [printer.id, printer])) };
    case 'office.signingKeyRecorded':
      return { ...state, signingKeys: state.signingKeys.set(event.key.id, event.key) };
    case 'office.recoveryKeyMade':
    case 'operator.passwordSet':
      // For the journal alone: the register knows no secrets.
      return state;
    case 'operator.added': {
      const { id, fields, at } = event;
      return { ...state, operators: state.operators.set(id, { ...fields, id, since: at, until: null }) };
    }
    case 'operator.renamed':
      return changeOperator(state, event.id, { name: event.name });
    case 'operator.roleChanged':
      return changeOperator(state, event.id, { role: event.role });
    case 'operator.deactivated':
      return changeOperator(state, event.id, { until: event.at });
    case 'election.registered':
    case 'election.changed':
      return { ...state, elections: state.elections.set(event.id, { ...event.fields, id: event.id }) };
    case 'organisation.registered':
    case 'organisation.changed': {
      const correspondence = state.organisations.get(event.id)?.correspondence ?? {};
      return {
        ...state,
        organisations: state.organisations.set(event.id, { ...event.fields, id: event.id, correspondence }),
      };
    }
    case 'organisation.correspondenceRecorded':
      return recordCorrespondence(state, event);
    case 'application.registered':
      return raiseCounter(putApplication(state, newApplication(event)), registerSlot(event.electionId), event.number);
    case 'application.changed':
      return changeApplication(state, event.id, (before) => ({
        ...before,
        ...event.fields,
        organisationId: event.organisationId,
        // What was ready was ready as it stood: a change must be looked at again.
        status: before.status === 'ready' ? 'received' : before.status,
        // Allowed was this citizen; another citizenship needs no leave, and this one, typed again, needs a new one.
        hostOverride: event.fields.citizenship === hostCountry ? before.hostOverride : null,
      }));
    case 'application.received':
      return changeApplication(state, event.id, (before) => ({ ...before, ...nothingMissing, status: 'received' }));
    case 'application.ready':
      return changeApplication(state, event.id, (before) => ({
        ...before,
        ...nothingMissing,
        status: 'ready',
        prepared: event.prepared,
      }));
    case 'application.sentBack':
      return changeApplication(state, event.id, (before) => ({
        ...before,
        status: 'incomplete',
        missing: event.missing,
        missingFaults: event.faults,
      }));
    case 'application.withdrawn':
      return changeApplication(state, event.id, (before) => ({
        ...before,
        status: 'withdrawn',
        withdrawnOn: event.on,
        withdrawalLetter: event.letter,
        reason: event.reason,
      }));
    case 'application.stepTakenBack': {
      const { status, missing, missingFaults, prepared } = event;
      return changeApplication(state, event.id, (before) => ({
        ...before,
        status,
        missing,
        missingFaults,
        prepared,
        withdrawnOn: null,
        withdrawalLetter: null,
        reason: null,
      }));
    }
    case 'application.duplicateSettled':
      return changeApplication(state, event.id, (before) => ({
        ...before,
        verdicts: [...before.verdicts.filter(({ other }) => other !== event.verdict.other), event.verdict],
      }));
    case 'application.hostCitizenAllowed':
      return changeApplication(state, event.id, (before) => ({ ...before, hostOverride: event.override }));
    case 'application.hostCitizenDisallowed':
      return changeApplication(state, event.id, (before) => ({
        ...before,
        hostOverride: null,
        status: before.status === 'ready' ? 'received' : before.status,
      }));
    case 'import.recorded': {
      const { record } = event;
      const imports = state.imports.set(record.id, record);
      const marked = record.applicationIds.reduce((soFar, id) => {
        const application = soFar.applications.get(id);
        return application ? putApplication(soFar, { ...application, importId: record.id }) : soFar;
      }, state);
      return raiseCounter({ ...marked, imports }, registerSlot(record.electionId), record.lastNumber);
    }
    case 'import.withdrawn': {
      const record = state.imports.get(event.id);
      if (!record) return state;
      const imports = state.imports.set(event.id, { ...record, withdrawnAt: event.at });
      return record.applicationIds.reduce(removeApplication, { ...state, imports });
    }
    case 'decision.drafted':
    case 'decision.changed':
    case 'decision.annexExtended':
    case 'decision.annexReduced':
    case 'decision.annexDecided':
    case 'decision.annexOrdered':
    case 'decision.discarded':
    case 'decision.adopted':
      return evolveDecision(state, event);
    case 'certificate.reserved': {
      const { certificate } = event;
      const slot = seriesSlot(certificate.electionId, certificate.series);
      const counted = raiseCounter(putCertificate(state, certificate), slot, certificate.serial);
      if (!certificate.predecessorId) return counted;
      return changeCertificate(counted, certificate.predecessorId, (before) => ({
        ...before,
        successorId: certificate.id,
      }));
    }
    case 'certificate.printed':
      return changeCertificate(state, event.id, (before) => ({
        ...before,
        status: before.status === 'reserved' ? 'printed' : before.status,
        printed: before.printed ?? event.person,
        printRuns: [
          ...before.printRuns,
          {
            ...{ at: event.at, paper: event.paper, design: event.design, reason: event.reason, fault: '' },
            outcome: event.awaited ? 'awaited' : 'well',
          },
        ],
      }));
    case 'certificate.printJudged':
      return changeCertificate(state, event.id, (before) => ({ ...before, printRuns: judgeLast(before, event) }));
    case 'certificate.issued':
      return changeCertificate(state, event.id, (before) => ({
        ...before,
        status: 'issued',
        receipt: event.receipt,
        // What is handed over was looked at.
        printRuns: before.printRuns.map((run) => (run.outcome === 'awaited' ? { ...run, outcome: 'well' } : run)),
      }));
    case 'certificate.returned':
      return changeCertificate(state, event.id, (before) => ({ ...before, status: 'returned', returnedOn: event.on }));
    case 'certificate.spoiled':
    case 'certificate.lost': {
      const { report, incident } = event;
      const status = event.type === 'certificate.lost' ? 'lost' : 'spoiled';
      return changeCertificate(state, event.id, (before) => ({ ...before, status, report, incident }));
    }
    case 'certificate.voided':
      return changeCertificate(state, event.id, (before) => ({ ...before, status: 'void', report: event.report }));
    case 'handover.received':
      return takeIn(state, event);
    case 'handover.recorded': {
      const { handover } = event;
      const handovers = state.handovers.set(handover.id, handover);
      return raiseCounter({ ...state, handovers }, handoverSlot(handover.electionId), handover.number);
    }
    default:
      return assertNever(event);
  }
}

function changeOperator(state: State, id: Id, change: Partial<Operator>): State {
  const before = state.operators.get(id);
  return before ? { ...state, operators: state.operators.set(id, { ...before, ...change }) } : state;
}

function recordCorrespondence(
  state: State,
  event: Extract<OfficeEvent, { type: 'organisation.correspondenceRecorded' }>,
): State {
  const organisation = state.organisations.get(event.id);
  if (!organisation) return state;
  const correspondence = { ...organisation.correspondence, [event.electionId]: event.correspondence };
  return { ...state, organisations: state.organisations.set(event.id, { ...organisation, correspondence }) };
}

const correctWordings = (
  { wordings }: State,
  { changes, officer, at }: Extract<OfficeEvent, { type: 'office.wordingsCorrected' }>,
): State['wordings'] =>
  wordings.withMutations((map) => {
    for (const { language, key, text } of changes) {
      const id = wordingId({ language, key });
      if (text === null) map.delete(id);
      else map.set(id, { id, language, key, text, officer, at });
    }
  });

const nothingMissing: Pick<Application, 'missing' | 'missingFaults'> = { missing: [], missingFaults: [] };

const newApplication = (event: Extract<OfficeEvent, { type: 'application.registered' }>): Application => ({
  ...event.fields,
  id: event.id,
  electionId: event.electionId,
  organisationId: event.organisationId,
  number: event.number,
  ...initialStatus,
});

function judgeLast(
  { printRuns }: Certificate,
  { paper, outcome, fault }: Extract<OfficeEvent, { type: 'certificate.printJudged' }>,
): PrintRun[] {
  const last = printRuns.findLastIndex((run) => run.paper === paper);
  return printRuns.map((run, index) => (index === last ? { ...run, outcome, fault } : run));
}

function changeCertificate(state: State, id: Id, change: (before: Certificate) => Certificate): State {
  const before = state.certificates.get(id);
  return before ? putCertificate(state, change(before)) : state;
}
