/**
 * A step of the clerk's that may be taken back: the records as it left them and as they stood before it. Taking it back
 * is a step of its own, with facts of its own; the journal keeps both.
 */
import { isOpenForEdit, type Application } from '../records/application.ts';
import type { Decision } from '../records/decision.ts';
import { entryOf } from './event-table.ts';
import type { OfficeEvent } from './events.ts';
import type { State } from './state.ts';

export type UndoableChange = {
  applications: { left: Application; back: Application }[];
  /** `left` is null for a draft that was thrown away. */
  decisions: { left: Decision | null; back: Decision }[];
};

/** What taking the step back has to set right, null when it cannot be taken back. */
export function undoableChangeOf(before: State, events: readonly OfficeEvent[], after: State): UndoableChange | null {
  if (events.length === 0 || events.some((event) => entryOf(event).undo === null)) return null;
  const step: UndoableChange = { applications: [], decisions: [] };
  for (const id of new Set(events.flatMap((event) => entryOf(event).undo?.applications(event, before) ?? []))) {
    const back = before.applications.get(id);
    const left = after.applications.get(id);
    if (!back || !left) return null;
    if (back === left) continue;
    const mayReturn = isOpenForEdit(back.status) || back.status === 'on-agenda';
    // A leave that ended with the citizenship is an officer's to give again.
    if (!mayReturn || back.hostOverride !== left.hostOverride) return null;
    step.applications.push({ left, back });
  }
  for (const id of new Set(events.flatMap((event) => entryOf(event).undo?.decisions(event) ?? []))) {
    const back = before.decisions.get(id);
    if (!back) return null;
    step.decisions.push({ left: after.decisions.get(id) ?? null, back });
  }
  return step;
}
