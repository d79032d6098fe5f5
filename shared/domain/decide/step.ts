/** Taking a step back: only while nobody has touched its records since, and by the same rules as every other step. */
import { checkReplaced, otherHolder, whyNotReady } from './application.ts';
import { unfit } from './decision.ts';
import { evolve } from '../evolve/index.ts';
import { ApplicationFields, isOpenForEdit, type Application } from '../records/application.ts';
import { DecisionFields, type AnnexRow, type Decision } from '../records/decision.ts';
import { done, refuse, type Outcome } from '../base/refusals.ts';
import { fullName } from '../records/person.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { OfficeEvent } from '../register/events.ts';
import type { State } from '../register/state.ts';

export function takeBack(state: State, { step }: CommandOf<'step.takeBack'>, { today }: DecideContext): Decided {
  const touched = touchedSince(state, step);
  if (touched) return touched;
  const events: OfficeEvent[] = [];
  let soFar = state;
  const take = (decided: Decided): Decided => {
    if (!decided.ok) return decided;
    events.push(...decided.value);
    soFar = decided.value.reduce(evolve, soFar);
    return decided;
  };
  // People first come off the annex they were put on, then stand where they stood, then go onto the annex they were on.
  for (const { left, back } of step.decisions) {
    const taken = take(left ? takeOff(soFar, back) : draftAgain(soFar, back));
    if (!taken.ok) return taken;
  }
  for (const { back } of step.applications) {
    const taken = take(restorePerson(soFar, back, today));
    if (!taken.ok) return taken;
  }
  for (const { back } of step.decisions) {
    const taken = take(restoreAnnex(soFar, back));
    if (!taken.ok) return taken;
  }
  return events.length === 0 ? refuse('step.nothingToTakeBack') : done(events);
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function touchedSince(state: State, { applications, decisions }: CommandOf<'step.takeBack'>['step']): Decided | null {
  for (const { left } of applications) {
    if (!same(state.applications.get(left.id), left)) return refuse('step.personTouched', personOf(left));
  }
  for (const { left, back } of decisions) {
    if (!same(state.decisions.get(back.id) ?? null, left)) return refuse('step.decisionTouched');
  }
  return null;
}

const personOf = ({ number, names }: Application) => ({ number, person: fullName(names.latin) });

/** Takes off a draft's annex whoever was not on it before. */
function takeOff(state: State, back: Decision): Decided {
  const decision = state.decisions.get(back.id);
  if (decision?.status !== 'draft') return refuse('step.decisionTouched');
  const before = new Set(back.rows.map(({ applicationId }) => applicationId));
  const applicationIds = decision.rows.map((row) => row.applicationId).filter((id) => !before.has(id));
  if (applicationIds.length === 0) return done([]);
  return done([{ type: 'decision.annexReduced', id: back.id, applicationIds }]);
}

function draftAgain(state: State, back: Decision): Decided {
  if (back.status !== 'draft' || !state.elections.has(back.electionId)) return refuse('step.decisionTouched');
  const fields = DecisionFields.strip().parse(back);
  return done([{ type: 'decision.drafted', id: back.id, electionId: back.electionId, fields }]);
}

function restorePerson(state: State, back: Application, today: string): Decided {
  const now = state.applications.get(back.id);
  if (!now || now.accreditedOn) return refuse('step.personTouched', personOf(back));
  const typed = restoreTyped(state, now, back);
  if (!typed.ok) return typed;
  const after = typed.value.reduce(evolve, state);
  const standing = restoreStanding(after, after.applications.get(back.id) ?? now, back, today);
  return standing.ok ? done([...typed.value, ...standing.value]) : standing;
}

function restoreTyped(state: State, now: Application, back: Application): Outcome<OfficeEvent[]> {
  const { id, electionId, organisationId } = back;
  const fields = ApplicationFields.strip().parse(back);
  if (now.organisationId === organisationId && same(ApplicationFields.strip().parse(now), fields)) return done([]);
  if (!isOpenForEdit(now.status) || !state.organisations.has(organisationId))
    return refuse('step.personTouched', personOf(back));
  const refused = otherHolder(state, id, electionId, fields) ?? checkReplaced(state, id, electionId, fields);
  return refused ?? done([{ type: 'application.changed', id, organisationId, fields }]);
}

function restoreStanding(state: State, now: Application, back: Application, today: string): Decided {
  const { id, electionId, missing, missingFaults, prepared } = back;
  // Who was on the agenda goes back to it by the annex, as one who is ready.
  const status = back.status === 'on-agenda' ? 'ready' : back.status;
  const standing = { missing, missingFaults, prepared };
  const stands = { missing: now.missing, missingFaults: now.missingFaults, prepared: now.prepared };
  if (now.status === status && same(stands, standing)) return done([]);
  if (status !== 'draft' && status !== 'received' && status !== 'incomplete' && status !== 'ready')
    return refuse('step.personTouched', personOf(back));
  if (!isOpenForEdit(now.status) && now.status !== 'withdrawn') return refuse('step.personTouched', personOf(back));
  if (now.status === 'withdrawn') {
    const holder = otherHolder(state, id, electionId, now);
    if (holder) return holder;
    const substitute = state.applications.find(({ replaces }) => replaces === id);
    if (substitute) return refuse('step.substituted', personOf(substitute));
  }
  if (status === 'ready') {
    const wrong = whyNotReady(state, { ...now, status: 'received' }, today);
    if (wrong) return wrong;
  }
  return done([{ type: 'application.stepTakenBack', id, status, ...standing }]);
}

function restoreAnnex(state: State, back: Decision): Decided {
  const decision = state.decisions.get(back.id);
  if (!decision) return refuse('step.decisionTouched');
  const events: OfficeEvent[] = [];
  const fields = DecisionFields.strip().parse(back);
  if (!same(DecisionFields.strip().parse(decision), fields))
    events.push({ type: 'decision.changed', id: back.id, fields });
  const listed = new Map(decision.rows.map((row) => [row.applicationId, row]));
  const added = back.rows.filter(({ applicationId }) => !listed.has(applicationId));
  for (const row of added) {
    const application = state.applications.get(row.applicationId);
    if (!application) return refuse('application.unknown');
    if (application.electionId !== decision.electionId) return refuse('decision.otherElection', personOf(application));
    const wrong = unfit(state, decision, row, application);
    if (wrong) return wrong;
  }
  if (added.length > 0) events.push({ type: 'decision.annexExtended', id: back.id, rows: added });
  const decided = back.rows.filter((row) => listed.has(row.applicationId) && !same(listed.get(row.applicationId), row));
  if (decided.length > 0) events.push({ type: 'decision.annexDecided', id: back.id, rows: decided });
  const idsOf = (rows: readonly AnnexRow[]) => rows.map(({ applicationId }) => applicationId);
  const order = idsOf(back.rows);
  if (!same(idsOf([...decision.rows, ...added]), order))
    events.push({ type: 'decision.annexOrdered', id: back.id, applicationIds: order });
  return done(events);
}
