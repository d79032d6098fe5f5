/**
 * Which rows of a long list are drawn: those in sight and a few beyond, in whole steps. A scroll within a step draws
 * nothing anew, and a leap draws hardly more than what is seen: rows are what a frame of scrolling costs.
 */
import type { Range } from '@tanstack/react-virtual';

const step = 6;
const rowsBeyond = 3;

/** For TanStack Virtual's `rangeExtractor`: the places of the rows to draw, ascending. */
export function rowsInSteps({
  startIndex,
  endIndex,
  count,
}: Pick<Range, 'startIndex' | 'endIndex' | 'count'>): number[] {
  const first = Math.max(0, Math.floor((startIndex - rowsBeyond) / step) * step);
  const behindLast = Math.min(count, Math.ceil((endIndex + 1 + rowsBeyond) / step) * step);
  return Array.from({ length: Math.max(0, behindLast - first) }, (_, index) => first + index);
}
