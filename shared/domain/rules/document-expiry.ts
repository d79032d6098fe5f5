/** Travel documents that end too early: a warning, beside the rule that none may end before the voting day. */
import type { IsoDate } from '../base/primitives.ts';

/** `expired`: before today; `beforeEnd`: before the voting day or the end of the stay; `soon`: not long after them. */
export const expiryConcerns = ['expired', 'beforeEnd', 'soon'] as const;
export type ExpiryConcern = (typeof expiryConcerns)[number];

/** Days; an observer whose journey is drawn out should still hold a document. */
export const soonAfter = 90;

/** Null when there is nothing to warn of, or the day is not known, which is said elsewhere. */
export function expiryConcern(
  expiry: IsoDate | null,
  { today, votingDay, stayTo }: { today: IsoDate; votingDay: IsoDate | null; stayTo: IsoDate | null },
): ExpiryConcern | null {
  if (expiry === null) return null;
  if (expiry < today) return 'expired';
  const end = [today, votingDay ?? today, stayTo ?? today].reduce((last, day) => (day > last ? day : last));
  if (expiry < end) return 'beforeEnd';
  const margin = new Date(Date.parse(end) + soonAfter * 24 * 60 * 60_000).toISOString().slice(0, 10);
  return expiry < margin ? 'soon' : null;
}
