import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMrz } from '#shared/text/mrz.ts';
import { mrzIn } from '#shared/text/mrz-text.ts';

const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const visa = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];

const russian = (sign: string): string =>
  'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬБ'['QWERTYUIOPASDFGHJKLZXCVBNM<'.indexOf(sign)] ?? sign;

describe('the zone in a text', () => {
  it.each([passport, card, visa])(
    'is found line by line, glued together, with spaces, and among other text',
    (...lines) => {
      for (const text of [
        lines.join('\n'),
        lines.join('\r\n'),
        lines.join(''),
        lines.map((line) => line.replace(/(.{10})/gu, '$1 ')).join('\n'),
        lines.join('\n').toLowerCase(),
        `UTOPIA\nPassport / Passeport\n${lines.join('\n')}\n`,
        lines.join('\n').replaceAll('<<', '«'),
      ]) {
        expect(mrzIn(text)).toEqual(lines);
      }
    },
  );

  it('is found when the reader typed with the Cyrillic keys on', () => {
    const typed = passport.join('\n').replace(/[A-Z<]/gu, russian);
    expect(typed).toContain('ББ');
    expect(mrzIn(typed)).toEqual(passport);
  });

  it('is given as it is when a sign is missing, for its reader to say so', () => {
    const lines = mrzIn(passport.join('\n').slice(0, -1));
    expect(lines?.map((line) => line.length)).toEqual([44, 43]);
    expect(parseMrz((lines ?? []).join('\n'), '2025-11-01')).toEqual({ ok: false, faults: ['format'] });
  });

  it('is not found in names, numbers, letters or remarks', () => {
    for (const text of [
      'Эрикссон Анна',
      'L898902C3',
      passport[1] ?? '',
      'a'.repeat(100),
      'https://example.org/?a=<<',
    ]) {
      expect(mrzIn(text)).toBeNull();
    }
  });

  it('is looked for in any text at all without fail', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const lines = mrzIn(text);
        expect(lines === null || lines.every((line) => /^[A-Z0-9<]+$/u.test(line))).toBe(true);
      }),
    );
  });
});
