/** Decisions about the commission's decisions: draft, annex, adoption. An adopted one is locked for good. */
import { checkDecision, type AdoptedRow, type AnnexRow, type Decision } from '../records/decision.ts';
import { contentText } from '../rules/decision-content.ts';
import { sameNumber } from '../rules/decision-number.ts';
import { done, refuse, refuseFields, type Outcome } from '../base/refusals.ts';
import { mayPass, usualSession, type SessionRules } from '../records/voting-rules.ts';
import { fullName } from '../records/person.ts';
import { isComplete, type Id } from '../base/primitives.ts';
import { revocationDraft } from './application.ts';
import type { Application } from '../records/application.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { OfficeEvent } from '../register/events.ts';
import type { State } from '../register/state.ts';

export function draft(state: State, { id, electionId, fields }: CommandOf<'decision.draft'>): Decided {
  if (!state.elections.has(electionId)) return refuse('election.unknown');
  if (state.decisions.has(id)) return refuse('input.invalid');
  const faults = checkDecision(fields, sessionOf(state));
  return faults.length > 0 ? refuseFields(faults) : done([{ type: 'decision.drafted', id, electionId, fields }]);
}

export function change(state: State, { id, fields }: CommandOf<'decision.change'>): Decided {
  return onDraft(state, id, () => {
    const faults = checkDecision(fields, sessionOf(state));
    return faults.length > 0 ? refuseFields(faults) : done([{ type: 'decision.changed', id, fields }]);
  });
}

export function extendAnnex(state: State, { id, rows }: CommandOf<'decision.extendAnnex'>): Decided {
  return onDraft(state, id, (decision) => {
    if (rows.length === 0) return refuse('decision.empty');
    const listed = new Set(decision.rows.map((row) => row.applicationId));
    for (const row of rows) {
      const application = state.applications.get(row.applicationId);
      if (!application) return refuse('application.unknown');
      if (listed.has(row.applicationId)) return refuse('decision.personTwice', person(application));
      if (application.electionId !== decision.electionId) return refuse('decision.otherElection', person(application));
      const wrong = unfit(state, decision, row, application);
      if (wrong) return wrong;
      listed.add(row.applicationId);
    }
    return done([{ type: 'decision.annexExtended', id, rows }]);
  });
}

export function reduceAnnex(state: State, { id, applicationIds }: CommandOf<'decision.reduceAnnex'>): Decided {
  return onDraft(state, id, (decision) => {
    const listed = new Set(decision.rows.map((row) => row.applicationId));
    const unique = [...new Set(applicationIds)];
    if (unique.length === 0 || !unique.every((one) => listed.has(one))) return refuse('application.unknown');
    return done([{ type: 'decision.annexReduced', id, applicationIds: unique }]);
  });
}

export function decideAnnex(state: State, { id, rows }: CommandOf<'decision.decideAnnex'>): Decided {
  return onDraft(state, id, (decision) => {
    if (rows.length === 0) return refuse('decision.empty');
    const listed = new Map(decision.rows.map((row) => [row.applicationId, row]));
    for (const row of rows) {
      const before = listed.get(row.applicationId);
      const application = state.applications.get(row.applicationId);
      if (!before || !application) return refuse('application.unknown');
      const wasRevocation = before.action === 'revoke';
      if (wasRevocation !== (row.action === 'revoke')) return refuse('decision.wrongStatus', person(application));
    }
    return done([{ type: 'decision.annexDecided', id, rows }]);
  });
}

export function orderAnnex(state: State, { id, applicationIds }: CommandOf<'decision.orderAnnex'>): Decided {
  return onDraft(state, id, (decision) => {
    const wanted = new Set(applicationIds);
    const same =
      applicationIds.length === decision.rows.length &&
      wanted.size === decision.rows.length &&
      decision.rows.every((row) => wanted.has(row.applicationId));
    return same ? done([{ type: 'decision.annexOrdered', id, applicationIds }]) : refuse('application.unknown');
  });
}

export function discard(state: State, { id }: CommandOf<'decision.discard'>): Decided {
  return onDraft(state, id, () => done([{ type: 'decision.discarded', id }]));
}

/**
 * Adoption accredits, refuses and revokes. It needs the act that calls the election to have been published [law], a
 * reason for every refusal and revocation, a number that no other decision of the event bears, and, where the votes are
 * written down, a quorum and a majority by the office's rules.
 */
export function adopt(state: State, { id, adoption }: CommandOf<'decision.adopt'>, context: DecideContext): Decided {
  return onDraft(state, id, (decision) => {
    const ready = mayAdopt(state, decision, adoption, context);
    if (!ready.ok) return ready;
    const rows: AdoptedRow[] = [];
    const events: OfficeEvent[] = [];
    for (const row of decision.rows) {
      const application = state.applications.get(row.applicationId);
      const organisation = application && state.organisations.get(application.organisationId);
      if (!application || !organisation) return refuse('application.unknown');
      const wrong = unfit(state, decision, row, application);
      if (wrong) return wrong;
      if (row.action !== 'accredit' && (!row.reason || !isComplete(row.reason))) {
        return refuse('decision.reasonMissing', person(application));
      }
      if (row.action === 'revoke' && application.accreditedOn && adoption.date < application.accreditedOn) {
        return refuse('decision.wrongStatus', person(application));
      }
      rows.push(adoptedRow(row, application, organisation.name));
      const certificateId = row.action === 'revoke' && state.aliveCertificates.get(application.id);
      if (certificateId) events.push({ type: 'certificate.voided', id: certificateId, report: row.reason?.ru ?? '' });
    }
    const { number, date } = { number: adoption.number.trim(), date: adoption.date };
    const contentHash = context.sha256(contentText({ ...decision, number, date, adoptedRows: rows }));
    return done([{ type: 'decision.adopted', id, number, date, at: context.at, rows, contentHash }, ...events]);
  });
}

function mayAdopt(
  state: State,
  decision: Decision,
  { number, date }: CommandOf<'decision.adopt'>['adoption'],
  { today }: DecideContext,
): Outcome<null> {
  if (decision.rows.length === 0) return refuse('decision.empty');
  const faults = checkDecision(decision, sessionOf(state));
  if (number.trim() === '') faults.push({ path: 'number', code: 'field.required' });
  if (faults.length > 0) return refuseFields(faults);
  if (date > today) return refuse('decision.inFuture', { date });
  if (decision.sessionDate && date < decision.sessionDate) {
    return refuse('decision.beforeSession', { date, session: decision.sessionDate });
  }
  const calledBy = state.elections.get(decision.electionId)?.calledBy;
  const published = calledBy?.publishedOn ?? calledBy?.date ?? null;
  if (!published || date < published) return refuse('decision.beforePublication', { date: published ?? '' });
  const taken = state.decisions.some(
    (other) =>
      other.id !== decision.id &&
      other.electionId === decision.electionId &&
      other.number !== null &&
      sameNumber(other.number, number),
  );
  if (taken) return refuse('decision.numberTaken', { number: number.trim() });
  return mayPass(decision, sessionOf(state));
}

const sessionOf = ({ settings }: State): SessionRules => settings?.session ?? usualSession;

/** Why a row cannot stand in this decision: only the ready are accredited or refused, only the accredited revoked. */
export function unfit(state: State, decision: Decision, row: AnnexRow, application: Application): Decided | null {
  if (row.action === 'revoke') {
    if (application.status !== 'accredited') return refuse('decision.wrongStatus', person(application));
    const elsewhere = revocationDraft(state, application.id);
    return elsewhere && elsewhere.id !== decision.id ? refuse('decision.personTwice', person(application)) : null;
  }
  const free = application.status === 'ready';
  const here = application.status === 'on-agenda' && application.decisionId === decision.id;
  return free || here ? null : refuse('decision.wrongStatus', person(application));
}

const adoptedRow = (
  row: AnnexRow,
  { names, organisationId, citizenship }: Application,
  organisation: AdoptedRow['organisation'],
): AdoptedRow => ({
  ...row,
  organisationId,
  organisation,
  latin: fullName(names.latin),
  ky: fullName(names.ky),
  ru: fullName(names.ru),
  citizenship: citizenship ?? '',
});

const person = ({ number, names, status }: Application) => ({ number, person: fullName(names.latin), status });

function onDraft(state: State, id: Id, then: (decision: Decision) => Decided): Decided {
  const decision = state.decisions.get(id);
  if (!decision) return refuse('decision.unknown');
  return decision.status === 'draft' ? then(decision) : refuse('decision.locked', { number: decision.number ?? '' });
}
