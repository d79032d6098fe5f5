/**
 * Printing that counts. The paper is made first and handed over only when its printing is recorded: no run is recorded
 * without paper, and no paper leaves that the register denies.
 */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { CommandOf } from '#shared/domain/register/commands.ts';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import type { DocumentContent, MadePdf } from '../documents/render.ts';
import type { OfficeContext } from './handlers.ts';

type PrintCommand = CommandOf<'certificate.print'>;

/** What is recorded of a document; null for one that the register does not count. */
export function printCommand(request: DocumentRequest, reason: string): PrintCommand | null {
  if (request.kind !== 'certificate' && request.kind !== 'badge') return null;
  const { kind: paper, certificateIds: ids, design = 'as-printed' } = request;
  return { type: 'certificate.print', ids, paper, design, reason };
}

export async function makeAndRecord(
  office: OfficeContext,
  command: PrintCommand,
  content: () => Outcome<DocumentContent>,
  compile: (content: DocumentContent) => Promise<Outcome<MadePdf>>,
  signal: AbortSignal,
): Promise<Outcome<MadePdf>> {
  // Asked before the work, so that a question takes no time; decided once more when it is recorded.
  const allowed = office.check(command);
  if (!allowed.ok) return allowed;
  const first = content();
  if (!first.ok) return first;
  const made = await compile(first.value);
  if (!made.ok) return made;
  if (signal.aborted) return refuse('job.cancelled');
  const recorded = await office.execute(command);
  if (!recorded.ok) return recorded;
  const second = content();
  if (!second.ok) return second;
  // Somebody may have been corrected while the paper was made: what is shown is what was recorded.
  return JSON.stringify(second.value) === JSON.stringify(first.value) ? done(made.value) : compile(second.value);
}
