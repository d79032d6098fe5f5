/** Decisions about applications: what may be registered, changed, sent back, called ready or withdrawn. */
import {
  checkApplication,
  checklistFor,
  hostCountry,
  missingForReady,
  type RuleContext,
} from '../rules/application-rules.ts';
import { ApplicationFields, isOpenForEdit, type Application, type HostOverride } from '../records/application.ts';
import { documentSlot, holdsDocument, registerSlot, type State } from '../register/state.ts';
import { done, refuse, refuseFields, type FieldFault, type Outcome, type Refused } from '../base/refusals.ts';
import { isComplete, type Id, type IsoDate, type Reference } from '../base/primitives.ts';
import { possibleDuplicatesOf } from '../rules/duplicates.ts';
import { fullName } from '../records/person.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { OfficeEvent } from '../register/events.ts';

export function save(state: State, command: CommandOf<'application.save'>, context: DecideContext): Decided {
  const { today, at, actor } = context;
  const { id, electionId, organisationId, fields, verdicts = [], hostOverride } = command;
  const before = state.applications.get(id);
  if (before && !isOpenForEdit(before.status)) return refuse('application.locked', { status: before.status });
  const fit = checkPlace(state, electionId, organisationId, today);
  if (!fit.ok) return fit;
  if (before && before.electionId !== electionId) return refuse('election.unknown');
  if (hostOverride && !isJustified(hostOverride)) return refuse('application.overrideIncomplete');
  const newOverride = fields.citizenship === hostCountry && hostOverride ? hostOverride : null;
  const hostCitizenAllowed = newOverride !== null || (before?.hostOverride ?? null) !== null;
  const faults = checkApplication(fields, { ...fit.value, hostCitizenAllowed });
  if (faults.length > 0) return refuseFields(faults);
  const holder = otherHolder(state, id, electionId, fields);
  if (holder) return holder;
  const replaced = checkReplaced(state, id, electionId, fields);
  if (replaced) return replaced;
  if (verdicts.some(({ other }) => other === id || !state.applications.has(other)))
    return refuse('application.unknown');
  const number = state.counters.get(registerSlot(electionId), 0) + 1;
  return done([
    before
      ? { type: 'application.changed', id, organisationId, fields }
      : { type: 'application.registered', id, electionId, organisationId, number, fields },
    ...(newOverride
      ? [{ type: 'application.hostCitizenAllowed' as const, id, override: { ...newOverride, officer: actor.name, at } }]
      : []),
    ...verdicts.map((verdict) => ({
      type: 'application.duplicateSettled' as const,
      id,
      verdict: { ...verdict, at },
    })),
  ]);
}

/** Each person once, and only such as may still be changed; a photo a person has already is no change. */
export function setPhotos(state: State, { rows }: CommandOf<'application.setPhotos'>): Decided {
  const photos = new Map(rows.map(({ id, photo }) => [id, photo]));
  if (photos.size < rows.length) return refuse('photo.severalForOne');
  return forEach(state, [...photos.keys()], (application) => {
    const { id, organisationId } = application;
    if (!isOpenForEdit(application.status)) return wrongStatus(application);
    const photo = photos.get(id);
    if (!photo || application.photo?.picture === photo.picture) return done([]);
    const fields = { ...ApplicationFields.strip().parse(application), photo };
    return done([{ type: 'application.changed', id, organisationId, fields }]);
  });
}

export function receive(state: State, { ids }: CommandOf<'application.receive'>, { today }: DecideContext): Decided {
  return forEach(state, ids, (application) => {
    if (application.status !== 'draft' && application.status !== 'incomplete') return wrongStatus(application);
    if (!application.receivedOn || application.receivedOn > today) {
      return refuseFields([{ path: 'receivedOn', code: 'field.required' }]);
    }
    return done([{ type: 'application.received', id: application.id }]);
  });
}

export function markReady(
  state: State,
  { ids }: CommandOf<'application.markReady'>,
  { today, at, actor }: DecideContext,
): Decided {
  const prepared = { clerk: actor.name, at };
  return forEach(
    state,
    ids,
    (application) =>
      whyNotReady(state, application, today) ?? done([{ type: 'application.ready', id: application.id, prepared }]),
  );
}

/** Why an application cannot be called ready, null when it can. */
export function whyNotReady(state: State, application: Application, today: string): Refused | null {
  const { status, electionId } = application;
  if (status !== 'draft' && status !== 'received' && status !== 'incomplete') return wrongStatus(application);
  const election = state.elections.get(electionId);
  if (!election) return refuse('election.unknown');
  const hostCitizenAllowed = application.hostOverride !== null;
  const missing = missingForReady(application, {
    today,
    election,
    hostCitizenAllowed,
    checklist: checklistFor(state, application),
  });
  if (missing.length > 0) {
    const params = { person: fullName(application.names.latin), number: application.number, count: missing.length };
    return { ok: false, refusal: { code: 'application.notComplete', params, fields: missing } };
  }
  const possibleDuplicates = possibleDuplicatesOf(state, application).filter((possibleDuplicate) =>
    holdsDocument(possibleDuplicate.application),
  );
  const open = possibleDuplicates.find(({ verdict }) => verdict === null);
  const same = possibleDuplicates.find(({ verdict }) => verdict?.verdict === 'same-person');
  const found = open ?? same;
  if (!found) return null;
  return refuse(open ? 'application.possibleDuplicateUnsettled' : 'application.samePerson', {
    person: fullName(application.names.latin),
    number: application.number,
    otherNumber: found.application.number,
    otherPerson: fullName(found.application.names.latin),
    applicationId: found.application.id,
  });
}

export function sendBack(state: State, { id, missing, faults = [] }: CommandOf<'application.sendBack'>): Decided {
  const named = missing.map((line) => line.trim()).filter((line) => line !== '');
  if (named.length + faults.length === 0) return refuse('application.missingListEmpty');
  return forEach(state, [id], (application) => {
    if (!isOpenForEdit(application.status)) return wrongStatus(application);
    return done([{ type: 'application.sentBack', id, missing: named, faults }]);
  });
}

export function withdraw(
  state: State,
  { ids, on, reason, letter = null }: CommandOf<'application.withdraw'>,
  { today }: DecideContext,
): Decided {
  const letterFaults = letter ? checkLetter(letter, today) : [];
  if (letterFaults.length > 0) return refuseFields(letterFaults);
  const [organisationId] = ids.map((id) => state.applications.get(id)?.organisationId);
  return forEach(state, ids, (application) => {
    const { id, status } = application;
    if (application.organisationId !== organisationId) return refuse('application.severalOrganisations');
    if (status === 'withdrawn' || status === 'revoked' || status === 'refused') return wrongStatus(application);
    if (on > today) return refuseFields([{ path: 'on', code: 'field.inFuture' }]);
    if (application.accreditedOn && on < application.accreditedOn) {
      return refuseFields([{ path: 'on', code: 'field.before', params: { other: 'accreditedOn' } }]);
    }
    if (!isComplete(reason)) return refuseFields([{ path: 'reason', code: 'field.threeLanguages' }]);
    const events: OfficeEvent[] = [];
    const draft = application.decisionId && state.decisions.get(application.decisionId);
    const listedIn = draft && draft.status === 'draft' ? draft : revocationDraft(state, id);
    if (listedIn) events.push({ type: 'decision.annexReduced', id: listedIn.id, applicationIds: [id] });
    events.push({ type: 'application.withdrawn', id, on, reason, letter });
    const certificateId = state.aliveCertificates.get(id);
    if (certificateId) events.push({ type: 'certificate.voided', id: certificateId, report: reason.ru });
    return done(events);
  });
}

/** A letter is named by its number and its day, or it is not named at all. */
function checkLetter({ number, date }: Reference, today: IsoDate): FieldFault[] {
  const faults: FieldFault[] = [];
  if (number.trim() === '') faults.push({ path: 'letter.number', code: 'field.required' });
  if (date === null) faults.push({ path: 'letter.date', code: 'field.required' });
  else if (date > today) faults.push({ path: 'letter.date', code: 'field.inFuture' });
  return faults;
}

export function settleDuplicate(
  state: State,
  { id, other, verdict, remark }: CommandOf<'application.settleDuplicate'>,
  { at }: DecideContext,
): Decided {
  if (id === other || !state.applications.has(other)) return refuse('application.unknown');
  return forEach(state, [id], () =>
    done([{ type: 'application.duplicateSettled', id, verdict: { other, verdict, remark, at } }]),
  );
}

/** Until a decision is adopted; an agenda gives up a person whom it may no longer hold. */
export function disallowHostCitizen(
  state: State,
  { id, reason }: CommandOf<'application.disallowHostCitizen'>,
  { at, actor }: DecideContext,
): Decided {
  if (reason.trim() === '') return refuse('application.overrideIncomplete');
  return forEach(state, [id], (application) => {
    if (!application.hostOverride) return refuse('application.noOverride');
    const { status, decisionId } = application;
    if (!isOpenForEdit(status) && status !== 'on-agenda') return wrongStatus(application);
    const events: OfficeEvent[] = [];
    if (status === 'on-agenda' && decisionId) {
      events.push({ type: 'decision.annexReduced', id: decisionId, applicationIds: [id] });
    }
    events.push({ type: 'application.hostCitizenDisallowed', id, officer: actor.name, reason: reason.trim(), at });
    return done(events);
  });
}

/** Leave says why it is given. */
export const isJustified = ({ justification }: Pick<HostOverride, 'justification'>): boolean =>
  justification.trim() !== '';

/** The draft decision that proposes to revoke this person's accreditation, if one does. */
export function revocationDraft(state: State, applicationId: Id) {
  return state.decisions.find(
    (decision) => decision.status === 'draft' && decision.rows.some((row) => row.applicationId === applicationId),
  );
}

function checkPlace(state: State, electionId: Id, organisationId: Id, today: string): Outcome<RuleContext> {
  const election = state.elections.get(electionId);
  if (!election) return refuse('election.unknown');
  if (!state.organisations.has(organisationId)) return refuse('organisation.unknown');
  return done({ today, election });
}

/** One travel document stands for one person in an event: a second application for it is blocked. */
export function otherHolder(
  state: State,
  id: Id,
  electionId: Id,
  fields: Pick<ApplicationFields, 'document'>,
): Refused | null {
  const slot = documentSlot({ electionId, document: fields.document });
  const holder = slot && state.byDocument.get(slot);
  if (!holder || holder === id) return null;
  const other = state.applications.get(holder);
  return refuse('application.sameDocument', {
    number: other?.number ?? 0,
    person: other ? fullName(other.names.latin) : '',
    applicationId: holder,
  });
}

export function checkReplaced(state: State, id: Id, electionId: Id, { replaces }: ApplicationFields): Refused | null {
  if (!replaces) return null;
  if (replaces === id) return refuse('application.substituteItself');
  const replaced = state.applications.get(replaces);
  if (replaced?.electionId !== electionId) return refuse('application.unknown');
  return replaced.status === 'withdrawn' ? null : wrongStatus(replaced);
}

const wrongStatus = ({ status, number, names }: Application) =>
  refuse('application.wrongStatus', { status, number, person: fullName(names.latin) });

function forEach(state: State, ids: readonly Id[], one: (application: Application) => Decided): Decided {
  if (ids.length === 0) return refuse('application.none');
  const events: OfficeEvent[] = [];
  for (const id of new Set(ids)) {
    const application = state.applications.get(id);
    if (!application) return refuse('application.unknown');
    const decided = one(application);
    if (!decided.ok) return decided;
    events.push(...decided.value);
  }
  return done(events);
}
