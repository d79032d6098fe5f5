import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsKept, daysKept, monthsKept, newestKept } from '../../../electron/office/backup/rotation.ts';

const moments = fc.uniqueArray(
  fc
    .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString()),
  { maxLength: 300 },
);

describe('the rotation of backups', () => {
  it('always keeps the newest ones, and never more than its rules allow', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const backups = all.map((at) => ({ at }));
        const kept = [...backupsKept(backups)].map(({ at }) => at);
        const newest = [...all].sort().reverse().slice(0, newestKept);
        expect(kept).toEqual(expect.arrayContaining(newest));
        expect(kept.length).toBeLessThanOrEqual(newestKept + daysKept + monthsKept);
      }),
    );
  });

  it('keeps the newest of each of the last days and months that have any', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const kept = new Set([...backupsKept(all.map((at) => ({ at })))].map(({ at }) => at));
        for (const [letters, most] of [
          [10, daysKept],
          [7, monthsKept],
        ] as const) {
          const spans = [...new Set(all.map((at) => at.slice(0, letters)))].sort().reverse().slice(0, most);
          for (const span of spans) {
            const newest = all
              .filter((at) => at.startsWith(span))
              .sort()
              .at(-1);
            expect(kept.has(newest ?? '')).toBe(true);
          }
        }
      }),
    );
  });

  it('lets go of nothing more when it is asked again', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const kept = [...backupsKept(all.map((at) => ({ at })))];
        expect([...backupsKept(kept)]).toHaveLength(kept.length);
      }),
    );
  });
});
