/** Papers in batches that the compiler's memory holds, whole sheets each: a thousand photos at once make it fall. */
import { sheets } from '#shared/domain/design/imposition.ts';
import type { Paper } from './paper-data.ts';

/** People in one batch at most: 24 sheets of four, 12 of eight. */
export const mostInBatch = 96;

/** Everybody in their order. A batch ends in the middle of a paper only where its sheet is full. */
export function batchesOf(papers: readonly Paper[], most = mostInBatch): Paper[][] {
  const batches: Paper[][] = [];
  let batch: Paper[] = [];
  let room = most;
  const close = () => {
    if (batch.length > 0) batches.push(batch);
    batch = [];
    room = most;
  };
  for (const paper of papers) {
    const perSheet = sheets[paper.format].slots.length;
    let rest = paper.people;
    while (rest.length > 0) {
      const fitting = rest.length <= room ? rest.length : Math.floor(room / perSheet) * perSheet;
      if (fitting === 0 && batch.length > 0) {
        close();
        continue;
      }
      const taken = Math.max(fitting, Math.min(perSheet, rest.length));
      batch.push({ ...paper, people: rest.slice(0, taken) });
      rest = rest.slice(taken);
      room -= taken;
      if (room <= 0) close();
    }
  }
  close();
  return batches;
}
