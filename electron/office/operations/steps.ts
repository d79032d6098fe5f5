/** Taking back one of the last steps. */
import { done, refuse } from '#shared/domain/base/refusals.ts';
import type { stepOperations } from '#shared/contract/steps.ts';
import type { Steps } from '../undo/recent-changes.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';

export function stepHandlers(office: OfficeContext, steps: Steps): Handlers<keyof typeof stepOperations> {
  return {
    'step.list': ({ electionId }) => done(steps.of(electionId)),
    'step.takeBack': async ({ seq }) => {
      const step = steps.find(seq);
      if (!step) return refuse('step.unknown');
      const outcome = await carryOut(office, { type: 'step.takeBack', step });
      if (outcome.ok) steps.forget(seq);
      return outcome;
    },
  };
}
