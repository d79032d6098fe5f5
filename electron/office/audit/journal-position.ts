/** Where the journal stood around a line: what a paper vouches for beside its own content. */
import type { JournalPosition } from '#shared/domain/records/handover.ts';
import type { Outcome } from '#shared/domain/base/refusals.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';

/** The line before, and the line itself. */
export type PositionsAround = { before: JournalPosition; after: JournalPosition };

type Journal = {
  linesNaming(texts: ReadonlySet<string>): AsyncGenerator<Outcome<JournalLine<OfficeEvent>>>;
  line(seq: number): Promise<Outcome<JournalLine<OfficeEvent> | null>>;
  head(): JournalPosition;
};

/** Around the line that recorded this very fact about `id`; null where there is none, and where the journal cannot be read. */
export async function positionsAround(
  journal: Journal,
  id: string,
  isIt: (event: OfficeEvent) => boolean,
): Promise<PositionsAround | null> {
  for await (const line of journal.linesNaming(new Set([`"${id}"`]))) {
    if (!line.ok) return null;
    const { seq, prev, events } = line.value;
    if (!events.some(isIt)) continue;
    const hash = await sumOfLine(journal, seq);
    return hash === null ? null : { before: { seq: seq - 1, hash: prev }, after: { seq, hash } };
  }
  return null;
}

/** The line that follows names it; the last line's is the head's. */
async function sumOfLine({ line, head }: Journal, seq: number): Promise<string | null> {
  if (head().seq === seq) return head().hash;
  const next = await line(seq + 1);
  return next.ok && next.value ? next.value.prev : null;
}
