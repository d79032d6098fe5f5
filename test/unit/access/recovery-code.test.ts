import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryCode, readRecoveryCode } from '../../../electron/office/access/recovery-code.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

describe('the recovery key as printed', () => {
  it('is seven groups of four letters and digits, none of which looks like another', () => {
    const codes = Array.from({ length: 200 }, () => newRecoveryCode());
    for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is read however it was typed', () => {
    const code = newRecoveryCode();
    const typed = [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', '–')}\n`,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
    ];
    for (const one of typed) expect(readRecoveryCode(one)).toBe(code);
  });

  it('shows any one letter mistaken, and any two exchanged', () => {
    fc.assert(
      fc.property(fc.nat(27), fc.nat(27), fc.constantFrom(...alphabet), (first, second, other) => {
        const letters = [...newRecoveryCode().replaceAll('-', '')];
        const mistaken = letters.with(first, other);
        if (mistaken.join('') !== letters.join('')) expect(readRecoveryCode(mistaken.join(''))).toBeNull();
        const exchanged = letters.with(first, letters[second] ?? '').with(second, letters[first] ?? '');
        if (exchanged.join('') !== letters.join('')) expect(readRecoveryCode(exchanged.join(''))).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused when it is not whole, or something else', () => {
    for (const typed of ['', 'ABCD', `${newRecoveryCode()}0`, 'u'.repeat(28), 'ключ'.repeat(7)]) {
      expect(readRecoveryCode(typed)).toBeNull();
    }
  });
});
