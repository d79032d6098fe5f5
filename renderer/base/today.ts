/** Today by this laptop's own clock and calendar. */
import type { IsoDate } from '#shared/domain/base/primitives.ts';

const two = (value: number): string => String(value).padStart(2, '0');

export function today(): IsoDate {
  const now = new Date();
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What this laptop's clock is ahead of UTC at a moment, in minutes, for `formatDateTime`. */
export const clockOffset = (instant: string): number => -new Date(instant).getTimezoneOffset();
