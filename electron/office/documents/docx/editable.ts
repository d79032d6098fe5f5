/** The documents that can be had for a word processor, as DOCX. */
import type { EditableRequest } from '#shared/contract/documents.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { assertNever, type Language } from '#shared/domain/base/primitives.ts';
import type { JournalPosition } from '#shared/domain/records/handover.ts';
import type { State } from '#shared/domain/register/state.ts';
import { incompleteLetterParts } from '../incomplete-letter-data.ts';
import { letterParts } from '../letter-data.ts';
import { decisionDocx } from './decision-docx.ts';
import { letterDocx } from './letter-docx.ts';

/** `adoption`: where the journal stood when a decision was adopted. */
export async function editable(
  state: State,
  request: EditableRequest,
  languages: readonly Language[],
  adoption: JournalPosition | null,
): Promise<Outcome<Uint8Array>> {
  switch (request.kind) {
    case 'decision': {
      const decision = state.decisions.get(request.decisionId);
      if (!decision) return refuse('decision.unknown');
      if (decision.rows.length === 0) return refuse('decision.empty');
      return done(await decisionDocx(state, decision, languages, adoption));
    }
    case 'decision-letter': {
      const parts = letterParts(state, request, languages);
      return parts.ok ? done(await letterDocx(state, parts.value, languages)) : parts;
    }
    case 'incomplete-letter': {
      const parts = incompleteLetterParts(state, request, languages);
      return parts.ok ? done(await letterDocx(state, parts.value, languages)) : parts;
    }
    default:
      return assertNever(request);
  }
}
