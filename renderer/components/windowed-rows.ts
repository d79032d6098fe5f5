/**
 * The rows in sight of a long list, read from the office in windows: only what is seen exists, and the list knows its
 * whole length, so the scroll bar tells the truth.
 */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useRef, type RefObject } from 'react';
import type { Outcome } from '#shared/domain/base/refusals.ts';
import { RefusedError } from '../base/office.ts';
import { rowsInSteps } from './rows-in-steps.ts';

/** Rows read at once. */
export const windowSize = 100;
/** About what the headings take, in pixels. */
const headHeight = 40;

export type WindowedRows<Row> = {
  scroller: RefObject<HTMLDivElement | null>;
  items: VirtualItem[];
  /** What is shown at this place still belongs to another, or to nobody. */
  isStale: (index: number) => boolean;
  /** Scrolls a row into sight; the same function for ever. */
  bring: (index: number) => void;
  /** Undefined while it is being read. */
  rowAt: (index: number) => Row | undefined;
  /** Heights of what is not drawn, in pixels. */
  before: number;
  after: number;
};

export function useWindowedRows<Row>({
  queryKey,
  total,
  rowHeight,
  read,
}: {
  /** The operation's name and what the list depends on. */
  queryKey: readonly unknown[];
  total: number;
  /** In pixels. */
  rowHeight: number;
  read: (window: { offset: number; limit: number }) => Promise<Outcome<{ rows: Row[] }>>;
}): WindowedRows<Row> {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    rangeExtractor: rowsInSteps,
    // A row that is brought into sight stands below the headings.
    scrollPaddingStart: headHeight,
  });
  const bring = useCallback((index: number) => virtual.scrollToIndex(index, { align: 'auto' }), [virtual]);
  const items = virtual.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / windowSize);
  const last = Math.floor((items.at(-1)?.index ?? 0) / windowSize);
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const windows = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...queryKey, page],
      queryFn: async () => {
        const reply = await read({ offset: page * windowSize, limit: windowSize });
        if (!reply.ok) throw new RefusedError(reply.refusal);
        return reply.value.rows;
      },
      placeholderData: keepPreviousData,
    })),
  });
  const byPlace = new Map<number, Row>();
  const stale = new Set<number>();
  windows.forEach((window, at) => {
    if (window.isPlaceholderData) stale.add(pages[at] ?? 0);
    window.data?.forEach((row, index) => byPlace.set((pages[at] ?? 0) * windowSize + index, row));
  });
  return {
    scroller,
    items,
    isStale: (index) => !byPlace.has(index) || stale.has(Math.floor(index / windowSize)),
    bring,
    rowAt: (index) => byPlace.get(index),
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
  };
}
