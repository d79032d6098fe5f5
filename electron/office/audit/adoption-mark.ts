/** Where the journal stood when a decision was adopted: what its paper vouches for beside its own content. */
import type { Decision } from '../../../shared/domain/decision.ts';
import type { JournalMark } from '../../../shared/domain/handover.ts';
import type { OfficeContext } from '../operations/handlers.ts';

/** The line before the one that adopted it; null for a draft, and where the journal cannot be read. */
export async function adoptionMark(
  { linesNaming }: Pick<OfficeContext, 'linesNaming'>,
  { id, status }: Pick<Decision, 'id' | 'status'>,
): Promise<JournalMark | null> {
  if (status !== 'adopted') return null;
  for await (const line of linesNaming(new Set([`"${id}"`]))) {
    if (!line.ok) return null;
    const { seq, prev, events } = line.value;
    if (events.some((event) => event.type === 'decision.adopted' && event.id === id))
      return { seq: seq - 1, hash: prev };
  }
  return null;
}
