import { describe, expect, it } from 'vitest';
import { expiryConcern } from '#shared/domain/rules/document-expiry.ts';

const at = { today: '2025-11-01', votingDay: '2025-11-30', stayTo: '2025-12-03' };

describe('a travel document', () => {
  it.each([
    [null, null],
    ['2025-10-31', 'expired'],
    ['2025-11-01', 'beforeEnd'],
    ['2025-12-02', 'beforeEnd'],
    ['2025-12-03', 'soon'],
    ['2026-03-02', 'soon'],
    ['2026-03-03', null],
  ] as const)('that ends on %s is %s', (expiry, concern) => {
    expect(expiryConcern(expiry, at)).toBe(concern);
  });

  it('is judged by the day alone when neither voting nor stay has one', () => {
    const alone = { today: '2025-11-01', votingDay: null, stayTo: null };
    expect(expiryConcern('2025-11-02', alone)).toBe('soon');
    expect(expiryConcern('2026-02-01', alone)).toBeNull();
  });
});
