/** Decisions about the office, its elections, its organisations and its handovers. */
import { checkOrganisation } from '../records/organisation.ts';
import { checkElection } from '../records/election.ts';
import { checkOfficeSettings } from '../records/office.ts';
import { checkOperator } from '../records/operator.ts';
import { done, refuse, refuseFields } from '../base/refusals.ts';
import { isCompared } from '../rules/verified-keys.ts';
import { handoverSlot, type State } from '../register/state.ts';
import { wordingId } from '../records/wording.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { OfficeEvent } from '../register/events.ts';

export function establish(
  state: State,
  { settings, sample, head }: CommandOf<'office.establish'>,
  { actor, at }: DecideContext,
): Decided {
  if (state.settings) return refuse('office.alreadyEstablished');
  const faults = checkOfficeSettings(settings);
  if (head) faults.push(...checkOperator(head).map((fault) => ({ ...fault, path: `head.${fault.path}` })));
  if (faults.length > 0) return refuseFields(faults);
  const events: OfficeEvent[] = [{ type: 'office.established', settings, sample }];
  if (head) {
    const fields = { name: head.name.trim(), login: head.login.trim(), role: 'head' as const };
    events.push({ type: 'operator.added', id: actor.id, fields, at });
  }
  return done(events);
}

/** A paper that some application has come with stays on the checklist: it can be asked for no longer, not forgotten. */
export function changeSettings(state: State, { settings }: CommandOf<'office.changeSettings'>): Decided {
  const faults = checkOfficeSettings(settings);
  if (faults.length > 0) return refuseFields(faults);
  const kept = new Set(settings.checklist.map(({ id }) => id));
  for (const { id, name } of state.settings?.checklist ?? []) {
    const inUse = !kept.has(id) && state.applications.some(({ papers }) => papers.includes(id));
    if (inUse) return refuse('office.paperInUse', { ...name });
  }
  return done([{ type: 'office.settingsChanged', settings }]);
}

/** What a wording must keep of the original is checked by the office, which knows the originals (`checkWording`). */
export function correctWordings(
  state: State,
  { changes }: CommandOf<'office.correctWordings'>,
  { at, actor }: DecideContext,
): Decided {
  const news = changes.filter((change) => (state.wordings.get(wordingId(change))?.text ?? null) !== change.text);
  return done(news.length === 0 ? [] : [{ type: 'office.wordingsCorrected', changes: news, officer: actor.name, at }]);
}

/** A key once recorded stays: what it signed must be told from what it did not, for good. */
export function recordSigningKey(state: State, { key }: CommandOf<'office.recordSigningKey'>): Decided {
  return done(state.signingKeys.has(key.id) ? [] : [{ type: 'office.signingKeyRecorded', key }]);
}

/**
 * No key takes the place of one that is known, as no key of a handover does. One that came along with another office's
 * handover is from now on what its own owner says.
 */
export function bringInKey(
  state: State,
  { giver, key }: CommandOf<'office.bringInKey'>,
  { at }: DecideContext,
): Decided {
  const known = state.signingKeys.get(key.id);
  if (known && known.publicKey !== key.publicKey) return refuse('handover.inconsistent', { reason: 'keys' });
  if (known && (known.from === null || isCompared(state.received.values(), known))) return done([]);
  return done([{ type: 'office.signingKeyRecorded', key: { ...(known ?? key), from: { giver, at } } }]);
}

export function saveElection(state: State, { id, fields }: CommandOf<'election.save'>): Decided {
  const faults = checkElection(fields);
  if (faults.length > 0) return refuseFields(faults);
  return done([{ type: state.elections.has(id) ? 'election.changed' : 'election.registered', id, fields }]);
}

export function saveOrganisation(
  state: State,
  { id, fields, correspondence }: CommandOf<'organisation.save'>,
): Decided {
  const faults = checkOrganisation(fields);
  if (faults.length > 0) return refuseFields(faults);
  if (correspondence && !state.elections.has(correspondence.electionId)) return refuse('election.unknown');
  const events: OfficeEvent[] = [
    { type: state.organisations.has(id) ? 'organisation.changed' : 'organisation.registered', id, fields },
  ];
  if (correspondence) {
    events.push({
      type: 'organisation.correspondenceRecorded',
      id,
      electionId: correspondence.electionId,
      correspondence: correspondence.fields,
    });
  }
  return done(events);
}

export function recordHandover(state: State, { handover }: CommandOf<'handover.record'>): Decided {
  if (!state.elections.has(handover.electionId)) return refuse('election.unknown');
  const number = state.counters.get(handoverSlot(handover.electionId), 0) + 1;
  return done([{ type: 'handover.recorded', handover: { ...handover, number } }]);
}
