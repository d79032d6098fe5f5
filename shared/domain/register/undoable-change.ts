/**
 * A step of the clerk's that may be taken back: the records as it left them and as they stood before it. Taking it back
 * is a step of its own, with facts of its own; the journal keeps both.
 */
import { isOpenForEdit, type Application } from '../records/application.ts';
import type { Decision } from '../records/decision.ts';
import type { OfficeEvent } from './events.ts';
import type { Id } from '../base/primitives.ts';
import type { State } from './state.ts';

export type Step = {
  applications: { left: Application; back: Application }[];
  /** `left` is null for a draft that was thrown away. */
  decisions: { left: Decision | null; back: Decision }[];
};

/** Facts that other facts can set right again. What was adopted, numbered, printed or handed over stays as it is. */
const invertible: ReadonlySet<OfficeEvent['type']> = new Set([
  'application.changed',
  'application.received',
  'application.ready',
  'application.sentBack',
  'application.withdrawn',
  'decision.changed',
  'decision.annexExtended',
  'decision.annexReduced',
  'decision.annexDecided',
  'decision.annexOrdered',
  'decision.discarded',
] satisfies OfficeEvent['type'][]);

/** What taking the step back has to set right, null when it cannot be taken back. */
export function stepOf(before: State, events: readonly OfficeEvent[], after: State): Step | null {
  if (events.length === 0 || events.some(({ type }) => !invertible.has(type))) return null;
  const step: Step = { applications: [], decisions: [] };
  for (const id of new Set(events.flatMap((event) => applicationsOf(before, event)))) {
    const back = before.applications.get(id);
    const left = after.applications.get(id);
    if (!back || !left) return null;
    if (back === left) continue;
    const mayReturn = isOpenForEdit(back.status) || back.status === 'on-agenda';
    // A leave that ended with the citizenship is an officer's to give again.
    if (!mayReturn || back.hostOverride !== left.hostOverride) return null;
    step.applications.push({ left, back });
  }
  for (const id of new Set(events.flatMap(decisionOf))) {
    const back = before.decisions.get(id);
    if (!back) return null;
    step.decisions.push({ left: after.decisions.get(id) ?? null, back });
  }
  return step;
}

function applicationsOf(before: State, event: OfficeEvent): Id[] {
  switch (event.type) {
    case 'application.changed':
    case 'application.received':
    case 'application.ready':
    case 'application.sentBack':
    case 'application.withdrawn':
      return [event.id];
    case 'decision.annexExtended':
      return event.rows.map(({ applicationId }) => applicationId);
    case 'decision.annexReduced':
      return event.applicationIds;
    case 'decision.discarded':
      return before.decisions.get(event.id)?.rows.map(({ applicationId }) => applicationId) ?? [];
    default:
      return [];
  }
}

function decisionOf(event: OfficeEvent): Id[] {
  switch (event.type) {
    case 'decision.changed':
    case 'decision.annexExtended':
    case 'decision.annexReduced':
    case 'decision.annexDecided':
    case 'decision.annexOrdered':
    case 'decision.discarded':
      return [event.id];
    default:
      return [];
  }
}
