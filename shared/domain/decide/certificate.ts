/** Decisions about certificates: numbers are unique in their event, gapless per series and never reused. */
import { formatCertificateNumber, type CertificateSeries } from '../records/office.ts';
import { fullName } from '../records/person.ts';
import { printedOf } from '../records/observer-lists.ts';
import { isInForce, type Application } from '../records/application.ts';
import { done, refuse, refuseFields, type FieldFault, type Outcome } from '../base/refusals.ts';
import { numberSlot, seriesSlot, type State } from '../register/state.ts';
import {
  runsOf,
  type Certificate,
  type CertificateStatus,
  type IncidentFields,
  type PrintedPerson,
} from '../records/certificate.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { OfficeEvent } from '../register/events.ts';
import type { Id, IsoDate } from '../base/primitives.ts';

type Reservation = { id: Id; applicationId: Id; predecessorId: Id | null };

/** The next numbers of this laptop's series, in the order asked, for people who are in force and have none. */
export function reserve(state: State, command: CommandOf<'certificate.reserve'>, context: DecideContext): Decided {
  if (command.rows.length === 0) return refuse('application.none');
  if (command.issuedOn > context.today) return refuseFields([{ path: 'issuedOn', code: 'field.inFuture' }]);
  const lacking = unreplaced(state);
  const rows = command.rows.map((row) => ({ ...row, predecessorId: lacking.get(row.applicationId) ?? null }));
  return reserveAll(state, rows, command.issuedOn, context.today);
}

/** Spoiled and lost certificates that nothing stands in for, by person: the person's next one replaces them. */
function unreplaced(state: State): Map<Id, Id> {
  const found = new Map<Id, Id>();
  state.certificates.forEach(({ id, applicationId, status, successorId }) => {
    if ((status === 'spoiled' || status === 'lost') && !successorId) found.set(applicationId, id);
  });
  return found;
}

/** `ending`: certificates that end in the same command, so that another may take their place. */
export function reserveAll(
  state: State,
  rows: readonly Reservation[],
  issuedOn: IsoDate,
  today: IsoDate,
  ending: ReadonlySet<Id> = new Set(),
): Decided {
  if (!state.settings) return refuse('office.notEstablished');
  const rule = state.settings.certificates;
  /** The last serial given in this command, by event. */
  const given = new Map<Id, number>();
  const served = new Set<Id>();
  const events: OfficeEvent[] = [];
  for (const { id, applicationId, predecessorId } of rows) {
    const application = state.applications.get(applicationId);
    if (!application) return refuse('application.unknown');
    if (!inForce(state, application, today)) return refuse('certificate.notInForce', person(application));
    const alive = state.aliveCertificates.get(applicationId);
    if ((alive !== undefined && !ending.has(alive)) || served.has(applicationId) || state.certificates.has(id)) {
      return refuse('certificate.exists', person(application));
    }
    if (!application.accreditedOn || !application.decisionId || issuedOn < application.accreditedOn) {
      return refuseFields([{ path: 'issuedOn', code: 'field.before', params: { other: 'accreditedOn' } }]);
    }
    const { electionId } = application;
    const next = nextNumber(state, electionId, rule, given.get(electionId) ?? null);
    if (!next.ok) return next;
    const { serial, number } = next.value;
    given.set(electionId, serial);
    served.add(applicationId);
    events.push({
      type: 'certificate.reserved',
      certificate: {
        id,
        electionId: application.electionId,
        applicationId,
        decisionId: application.decisionId,
        series: rule.series,
        serial,
        number,
        status: 'reserved',
        issuedOn,
        validFrom: application.accreditedOn,
        validUntil: state.elections.get(application.electionId)?.resultsPublishedOn ?? null,
        printed: null,
        printRuns: [],
        receipt: null,
        returnedOn: null,
        report: '',
        incident: null,
        givenUp: null,
        predecessorId,
        successorId: null,
      },
    });
  }
  return done(events);
}

/**
 * The next free number of this laptop: behind the highest of its series, or, where it has been dealt blocks, the first
 * of them that is not given yet. `after`: the serial given just before in the same command.
 */
export function nextNumber(
  state: State,
  electionId: Id,
  rule: CertificateSeries,
  after: number | null,
): Outcome<{ serial: number; number: string }> {
  const { series, blocks, digits } = rule;
  const isFree = (serial: number): boolean =>
    !state.byNumber.has(numberSlot(electionId, formatCertificateNumber(rule, serial)));
  if (blocks.length === 0) {
    const serial = (after ?? state.counters.get(seriesSlot(electionId, series), 0)) + 1;
    if (serial >= 10 ** digits) return refuse('certificate.seriesExhausted', { series });
    const number = formatCertificateNumber(rule, serial);
    // Another series or another pattern may have printed the very same signs.
    return isFree(serial) ? done({ serial, number }) : refuse('certificate.numberTaken', { number });
  }
  const started = blocks.findIndex(({ from, to }) => after !== null && from <= after && after <= to);
  for (const [index, { from, to }] of blocks.entries()) {
    if (index < started) continue;
    for (let serial = index === started && after !== null ? after + 1 : from; serial <= to; serial += 1) {
      if (isFree(serial)) return done({ serial, number: formatCertificateNumber(rule, serial) });
    }
  }
  return refuse('certificate.blocksExhausted', { series });
}

/** How many numbers are left in this laptop's blocks; null where the whole series is its own. */
export function numbersLeft(state: State, electionId: Id, rule: CertificateSeries): number | null {
  if (rule.blocks.length === 0) return null;
  let left = 0;
  for (const { from, to } of rule.blocks) {
    for (let serial = from; serial <= to; serial += 1) {
      if (!state.byNumber.has(numberSlot(electionId, formatCertificateNumber(rule, serial)))) left += 1;
    }
  }
  return left;
}

/** The clerk has said that its last print came out badly. */
function isUnfit(state: State, id: Id): boolean {
  const certificate = state.certificates.get(id);
  return certificate !== undefined && runsOf(certificate, 'certificate').at(-1)?.outcome === 'failed';
}

/** Handing over at the counter: identity must have been seen, a proxy must be named. */
export function issue(
  state: State,
  { ids, receipt }: CommandOf<'certificate.issue'>,
  { today }: DecideContext,
): Decided {
  if (!receipt.identitySeen) return refuse('certificate.identityNotSeen');
  const { to, proxyName, proxyDocument } = receipt;
  if (to === 'proxy' && (proxyName.trim() === '' || proxyDocument.trim() === ''))
    return refuse('certificate.receiverMissing');
  const unfit = state.certificates.get(ids.find((id) => isUnfit(state, id)) ?? '');
  if (unfit) return refuse('certificate.printFailed', { number: unfit.number });
  if (receipt.on > today) return refuseFields([{ path: 'on', code: 'field.inFuture' }]);
  return forEach(state, ids, ['printed'], (certificate) => {
    if (receipt.on < certificate.issuedOn) {
      return refuseFields([{ path: 'on', code: 'field.before', params: { other: 'issuedOn' } }]);
    }
    return done([{ type: 'certificate.issued', id: certificate.id, receipt }]);
  });
}

/** Given back, one or many at once. */
export function returned(
  state: State,
  { ids, on }: CommandOf<'certificate.return'>,
  { today }: DecideContext,
): Decided {
  if (on > today) return refuseFields([{ path: 'on', code: 'field.inFuture' }]);
  return forEach(state, ids, ['issued'], ({ id, receipt }) => {
    if (receipt && on < receipt.on) {
      return refuseFields([{ path: 'on', code: 'field.before', params: { other: 'issuedOn' } }]);
    }
    return done([{ type: 'certificate.returned', id, on }]);
  });
}

/** Lost or spoiled. Of a loss it is asked where it happened and who says so; the day may be unknown. */
export function report(
  state: State,
  { id, as, report, incident }: CommandOf<'certificate.report'>,
  { today }: DecideContext,
): Decided {
  if (report.trim() === '') return refuse('certificate.reportMissing');
  const faults = incident ? checkIncident(as, incident, today) : [];
  if (faults.length > 0) return refuseFields(faults);
  const from: CertificateStatus[] = as === 'spoiled' ? ['reserved', 'printed', 'issued'] : ['printed', 'issued'];
  const kept = incident ? { ...incident, recordedOn: today } : null;
  return forEach(state, [id], from, () =>
    done([{ type: `certificate.${as}`, id, report: report.trim(), incident: kept }]),
  );
}

function checkIncident(
  as: 'spoiled' | 'lost',
  { on, where, reportedBy }: IncidentFields,
  today: IsoDate,
): FieldFault[] {
  const faults: FieldFault[] = [];
  if (on !== null && on > today) faults.push({ path: 'incident.on', code: 'field.inFuture' });
  if (as === 'lost' && where.trim() === '') faults.push({ path: 'incident.where', code: 'field.required' });
  if (as === 'lost' && reportedBy.trim() === '') faults.push({ path: 'incident.reportedBy', code: 'field.required' });
  return faults;
}

/** A spoiled or lost certificate keeps its number as void; the replacement has the next number and names it. */
export function replace(state: State, command: CommandOf<'certificate.replace'>, { today }: DecideContext): Decided {
  const { id, newId, issuedOn } = command;
  return forEach(state, [id], ['spoiled', 'lost'], (certificate) => {
    if (certificate.successorId) return refuse('certificate.exists', { number: certificate.number });
    return reserveAll(
      state,
      [{ id: newId, applicationId: certificate.applicationId, predecessorId: id }],
      issuedOn,
      today,
    );
  });
}

export const inForce = (state: State, application: Application, day: IsoDate): boolean =>
  isInForce(application, day, state.elections.get(application.electionId)?.resultsPublishedOn ?? null);

/** The person, organisation, event and signature as they stand now, for paper; null when any of them is gone. */
export function printedPerson(state: State, application: Application): PrintedPerson | null {
  const organisation = state.organisations.get(application.organisationId);
  const election = state.elections.get(application.electionId);
  if (!organisation || !election || !state.settings) return null;
  const { confirmed: _confirmed, ...names } = application.names;
  return {
    names,
    category: application.category,
    ...printedOf(application),
    organisation: organisation.name,
    organisationShort: organisation.short,
    picture: application.photo?.picture ?? null,
    chair: state.settings.chair,
    commission: state.settings.commission,
    electionName: election.name,
  };
}

export const person = ({ number, names }: Application) => ({ number, person: fullName(names.latin) });

export function forEach(
  state: State,
  ids: readonly Id[],
  allowed: readonly CertificateStatus[],
  one: (certificate: Certificate) => Decided,
): Decided {
  if (ids.length === 0) return refuse('certificate.unknown');
  const events: OfficeEvent[] = [];
  for (const id of new Set(ids)) {
    const certificate = state.certificates.get(id);
    if (!certificate) return refuse('certificate.unknown');
    if (!allowed.includes(certificate.status)) {
      return refuse('certificate.wrongStatus', { number: certificate.number, status: certificate.status });
    }
    const decided = one(certificate);
    if (!decided.ok) return decided;
    events.push(...decided.value);
  }
  return done(events);
}
