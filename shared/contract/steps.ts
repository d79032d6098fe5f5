/** Steps that may still be taken back: the last ones since the office was opened. */
import { z } from 'zod';
import { Id, Instant, Trilingual } from '../domain/base/primitives.ts';
import { Done, operation, writing } from './operation.ts';

/** The commands whose steps may be taken back. */
export const returnableCommands = [
  'application.save',
  'application.receive',
  'application.markReady',
  'application.sendBack',
  'application.withdraw',
  'decision.change',
  'decision.extendAnnex',
  'decision.reduceAnnex',
  'decision.decideAnnex',
  'decision.orderAnnex',
  'decision.discard',
] as const;
export const ReturnableCommand = z.enum(returnableCommands);
export type ReturnableCommand = z.infer<typeof ReturnableCommand>;

export const TakenStep = z.strictObject({
  /** Number of the journal's line that recorded it: names the step. */
  seq: z.int(),
  at: Instant,
  command: ReturnableCommand,
  /** People it was about; 1 for a step about a decision itself. */
  count: z.int().positive(),
  /** The person, or the first of them; the decision, for a step about it. */
  name: Trilingual,
});
export type TakenStep = z.infer<typeof TakenStep>;

export const stepOperations = {
  /** The latest first; only those of the event. */
  'step.list': operation('everybody', z.strictObject({ electionId: Id }), z.array(TakenStep)),
  /** Takes one back by a new step; refused when its records were touched since. */
  'step.takeBack': operation(writing('step.takeBack'), z.strictObject({ seq: z.int() }), Done),
};
