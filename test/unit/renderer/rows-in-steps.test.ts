import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsInSteps } from '../../../renderer/components/rows-in-steps.ts';

const range = fc
  .record({ count: fc.integer({ min: 1, max: 100_000 }), at: fc.nat(), rows: fc.integer({ min: 1, max: 40 }) })
  .map(({ count, at, rows }) => {
    const startIndex = at % count;
    return { count, startIndex, endIndex: Math.min(count - 1, startIndex + rows - 1) };
  });

test('all rows in sight are drawn, in order, none that does not exist, and only a few more', () => {
  fc.assert(
    fc.property(range, ({ count, startIndex, endIndex }) => {
      const rows = rowsInSteps({ count, startIndex, endIndex });
      const first = rows[0] ?? -1;
      expect(rows).toEqual(Array.from({ length: rows.length }, (_, index) => first + index));
      expect(first).toBeGreaterThanOrEqual(0);
      expect(rows.at(-1)).toBeLessThan(count);
      expect(first).toBeLessThanOrEqual(startIndex);
      expect(rows.at(-1)).toBeGreaterThanOrEqual(endIndex);
      expect(rows.length - (endIndex - startIndex + 1)).toBeLessThan(20);
    }),
  );
});

test('a row before and behind what is seen is drawn already, for the arrow keys', () => {
  fc.assert(
    fc.property(range, ({ count, startIndex, endIndex }) => {
      const rows = rowsInSteps({ count, startIndex, endIndex });
      expect(rows).toContain(Math.max(0, startIndex - 1));
      expect(rows).toContain(Math.min(count - 1, endIndex + 1));
    }),
  );
});

test('scrolling by one row seldom changes what is drawn', () => {
  const drawn = Array.from({ length: 60 }, (_, at) =>
    rowsInSteps({ count: 1_000, startIndex: 100 + at, endIndex: 116 + at }).join(' '),
  );
  expect(new Set(drawn).size).toBeLessThanOrEqual(21);
});

test('an empty list draws nothing', () => {
  expect(rowsInSteps({ count: 0, startIndex: 0, endIndex: 0 })).toEqual([]);
});
