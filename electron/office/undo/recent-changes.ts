/**
 * The last steps, as long as the office is open, with the records they changed: what is needed to take one back. Nothing
 * is written: the journal has the facts, and a step that is taken back is one more line of it.
 */
import { ReturnableCommand, type TakenStep } from '#shared/contract/steps.ts';
import { trilingualName } from '#shared/domain/records/person.ts';
import { undoableChangeOf, type UndoableChange } from '#shared/domain/register/undoable-change.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { Id, Instant } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';

/** Older steps are history: they are set right by hand, in the light of what has happened since. */
const remembered = 20;

export type AcceptedCommand = {
  seq: number;
  at: Instant;
  command: Command;
  events: readonly OfficeEvent[];
  before: State;
  after: State;
};

export type Steps = {
  note(accepted: AcceptedCommand): void;
  /** The latest first. */
  of(electionId: Id): TakenStep[];
  find(seq: number): UndoableChange | null;
  forget(seq: number): void;
};

type Remembered = { taken: TakenStep; electionId: Id; step: UndoableChange };

export function rememberSteps(): Steps {
  let last: Remembered[] = [];
  return {
    note(accepted) {
      const noted = noteOf(accepted);
      if (noted) last = [noted, ...last].slice(0, remembered);
    },
    of: (electionId) => last.filter((one) => one.electionId === electionId).map(({ taken }) => taken),
    find: (seq) => last.find(({ taken }) => taken.seq === seq)?.step ?? null,
    forget(seq) {
      last = last.filter(({ taken }) => taken.seq !== seq);
    },
  };
}

function noteOf({ seq, at, command, events, before, after }: AcceptedCommand): Remembered | null {
  const known = ReturnableCommand.safeParse(command.type);
  const step = known.success ? undoableChangeOf(before, events, after) : null;
  if (!known.success || !step) return null;
  const about = peopleOf(events).flatMap((id) => before.applications.get(id) ?? []);
  const [person] = about;
  const [decision] = step.decisions;
  const electionId = person?.electionId ?? decision?.back.electionId;
  const name = person ? trilingualName(person.names) : decision?.back.title;
  if (!electionId || !name) return null;
  return { taken: { seq, at, command: known.data, count: Math.max(1, about.length), name }, electionId, step };
}

/** Whom the facts name themselves: a draft thrown away is about the draft, not about those who stood on it. */
function peopleOf(events: readonly OfficeEvent[]): Id[] {
  const ids = events.flatMap((event): Id[] => {
    switch (event.type) {
      case 'application.changed':
      case 'application.received':
      case 'application.ready':
      case 'application.sentBack':
      case 'application.withdrawn':
        return [event.id];
      case 'decision.annexExtended':
      case 'decision.annexDecided':
        return event.rows.map(({ applicationId }) => applicationId);
      case 'decision.annexReduced':
        return event.applicationIds;
      default:
        return [];
    }
  });
  return [...new Set(ids)];
}
