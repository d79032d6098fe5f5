/** Who is to be printed, and why: a paper leaves the queue when the clerk has said that it came out well. */
import { z } from 'zod';
import { printedFields } from '../records/observer-lists.ts';
import { isAlive, runsOf, type Certificate, type PrintRun, type PrintedPerson } from '../records/certificate.ts';

/**
 * `never` printed; a `replacement` not printed yet; `failed`: it came out badly and has to be printed again; `awaited`:
 * printed, and the clerk has not said how it came out; `changed`: the register says something else than the paper.
 */
export const waitingReasons = ['never', 'replacement', 'failed', 'awaited', 'changed'] as const;
export const WaitingReason = z.enum(waitingReasons);
export type WaitingReason = z.infer<typeof WaitingReason>;

/** Whether a paper waits for the printer as it is: what changed since needs another certificate. */
export const isToPrint = (reason: WaitingReason | null): boolean =>
  reason === 'never' || reason === 'replacement' || reason === 'failed';

/** Why a paper of a certificate stands in the queue; null when it does not. `now`: the person as of today. */
export function waitingFor(
  certificate: Certificate,
  paper: PrintRun['paper'],
  now: PrintedPerson | null,
): WaitingReason | null {
  if (!isAlive(certificate.status)) return null;
  const last = runsOf(certificate, paper).at(-1);
  if (!last) return certificate.predecessorId ? 'replacement' : 'never';
  if (last.outcome === 'failed') return 'failed';
  if (last.outcome === 'awaited') return 'awaited';
  return certificate.printed && now && changedSince(certificate.printed, now).length > 0 ? 'changed' : null;
}

/** What of the person is printed and has been corrected since. Signatures and the commission's name stay as they were. */
export const changingFields = [
  'names',
  'category',
  ...printedFields,
  'organisation',
  'organisationShort',
  'picture',
] as const;
export type ChangingField = (typeof changingFields)[number];

export const changedSince = (printed: PrintedPerson, now: PrintedPerson): ChangingField[] =>
  changingFields.filter((field) => !isSame(printed[field], now[field]));

/** The same texts by name, in whatever order they were written down. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isSame(one[name], other[name]));
}
