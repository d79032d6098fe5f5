import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryData } from '#shared/text/countries.data.ts';
import { allCountries, countryName } from '#shared/text/countries.ts';
import { formatDate, formatDateTime, formatLongDate, parseTypedDate } from '#shared/text/dates.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { findLookalikes, isCyrillicName, isLatinName, fixLookalikes } from '#shared/text/letters.ts';
import { mrzCheckDigit, parseMrz } from '#shared/text/mrz.ts';
import { formatBytes, formatList, formatNumber, pluralCategory } from '#shared/text/numbers.ts';
import { sortKey } from '#shared/text/sort.ts';
import { suggestKyrgyz, suggestRussian } from '#shared/text/transliterate.ts';
import { isIsoDate, languages, type Language } from '#shared/domain/base/primitives.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it.each([
    ['ky', '2025-жылдын 30-ноябры'],
    ['ru', '30 ноября 2025 г.'],
    ['en', '30 November 2025'],
  ] as const)('are written out in %s as the office writes them', (language, written) => {
    expect(formatLongDate('2025-11-30', language).replaceAll('\u00a0', ' ')).toBe(written);
    expect(formatDate('2025-11-30', language)).toBe('30.11.2025');
  });

  it.each([
    ['2025-11-30', '2025-жылдын 30-ноябрына', '2025-жылдын 30-ноябрындагы'],
    ['2026-04-05', '2026-жылдын 5-апрелине', '2026-жылдын 5-апрелиндеги'],
    ['2026-06-01', '2026-жылдын 1-июнуна', '2026-жылдын 1-июнундагы'],
  ])('take the Kyrgyz ending that the sentence asks for: %s', (day, upTo, of) => {
    expect(formatLongDate(day, 'ky', 'to')).toBe(upTo);
    expect(formatLongDate(day, 'ky', 'of')).toBe(of);
    expect(formatLongDate(day, 'ru', 'to')).toBe(formatLongDate(day, 'ru'));
  });

  it('are read back from every writing of their own', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...languages), (day, language) => {
        expect(parseTypedDate(formatDate(day, language))).toBe(day);
        expect(parseTypedDate(formatLongDate(day, language))).toBe(day);
        expect(parseTypedDate(day)).toBe(day);
      }),
    );
  });

  it.each([
    ['30.11.2025', '2025-11-30'],
    ['5/3/1975', '1975-03-05'],
    ['30 Nov 2025', '2025-11-30'],
    ['November 30, 2025', '2025-11-30'],
    ['2025-жылдын 30-ноябры', '2025-11-30'],
    ['31.02.2025', null],
    ['05.03.75', null],
    ['вчера', null],
    ['', null],
  ])('%s is %s', (typed, day) => {
    expect(parseTypedDate(typed)).toBe(day);
  });

  it('never throw and never make a day that does not exist', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const day = parseTypedDate(typed);
        if (day !== null) expect(isIsoDate(day)).toBe(true);
      }),
    );
  });

  it('come with the hour of the laptop', () => {
    expect(formatDateTime('2025-11-30T22:05:00.000Z', 360)).toBe('01.12.2025 04:05');
  });
});

describe('order', () => {
  const alphabets: Record<'ky' | 'ru', string> = {
    ky: 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя',
    ru: 'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  };
  it.each(['ky', 'ru'] as const)('is that of a full collation of %s', (language) => {
    const collator = new Intl.Collator(language);
    const word = fc
      .array(fc.constantFrom(...alphabets[language]), { minLength: 1, maxLength: 8 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, word, (a, b) => {
        const ours =
          sortKey(a, language) < sortKey(b, language) ? -1 : sortKey(a, language) > sortKey(b, language) ? 1 : 0;
        expect(ours).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 2000 },
    );
  });

  it('puts Ң after Н, Ө after О, Ү after У', () => {
    const sorted = ['Үсөн', 'Улан', 'Өмүр', 'Омор', 'Ңа', 'Назар', 'Яна'].sort((a, b) =>
      sortKey(a, 'ky') < sortKey(b, 'ky') ? -1 : 1,
    );
    expect(sorted).toEqual(['Назар', 'Ңа', 'Омор', 'Өмүр', 'Улан', 'Үсөн', 'Яна']);
  });
});

describe('search', () => {
  it('finds with any keyboard', () => {
    expect(foldForSearch('Өзгөн Ңүрзат')).toBe('озгон нурзат');
    expect(foldForSearch('Йылдыз')).toBe('йылдыз');
    expect(foldForSearch('Müller-Łukasz')).toBe('muller lukasz');
    expect(foldForSearch('Nguyễn Əliyev')).toBe('nguyen aliyev');
    expect(foldForSearch('Ёлка')).toBe('елка');
  });
  it('finds a name as its travel document’s machine readable zone writes it, without the apostrophe', () => {
    expect(foldForSearch('O’Brien')).toBe(foldForSearch('OBRIEN'));
    expect(foldForSearch('Gʻulom')).toBe(foldForSearch("G'ulom"));
  });
  it('keeps й and ё apart from и and е in no keyboard’s writing of them', () => {
    expect(foldForSearch('Йылдыз'.normalize('NFD'))).toBe('йылдыз');
    expect(foldForSearch('Ёлка'.normalize('NFD'))).toBe('елка');
  });
  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text),
      ),
    );
  });

  it('folds letter by letter what it would fold as a whole', () => {
    const letters = fc.constantFrom(..." aZéßİıўЎңҢөЁйЙ-–'’,.0№Ҳӊ\u00ad\tøþŒ".split(''));
    const text = fc.string({ unit: fc.oneof(letters, fc.string({ unit: 'grapheme', maxLength: 1 })) });
    fc.assert(
      fc.property(text, (typed) => {
        // A Greek letter stands in a context of its own, so the whole is folded at once.
        expect(foldForSearch(`${typed} ω`)).toBe(`${foldForSearch(typed)} ω`.trim());
      }),
    );
  });
});

describe('letters', () => {
  it('finds and fixes what Word files bring', () => {
    expect(fixLookalikes('жаӊы сѳз')).toBe('жаңы сөз');
    expect(fixLookalikes('Cидоров')).toBe('Сидоров');
    expect(findLookalikes('Сидоров')).toEqual([]);
    expect(findLookalikes('Smith')).toEqual([]);
    expect(findLookalikes('Iванова').map(({ found }) => found)).toEqual([]);
  });
  it('makes one letter of й that a Mac wrote as two signs, and leaves Latin names to the very signs', () => {
    expect(fixLookalikes('Сергей'.normalize('NFD'))).toBe('Сергей');
    const latin = 'Müller'.normalize('NFD');
    expect(fixLookalikes(latin)).toBe(latin);
  });
  it('leaves fixed text alone', () => {
    const text = fc
      .array(fc.constantFrom(...Array.from('аbeсңөӊѳ oО ')), { maxLength: 20 })
      .map((letters) => letters.join(''));
    fc.assert(fc.property(text, (words) => fixLookalikes(fixLookalikes(words)) === fixLookalikes(words)));
  });
  it('tells the scripts of names apart', () => {
    expect(isCyrillicName('Өзгөнбай-уулу')).toBe(true);
    expect(isLatinName("O'Brien-Smith")).toBe(true);
    expect(isLatinName('Müller')).toBe(true);
    expect(isLatinName('Иванов')).toBe(false);
    expect(isCyrillicName('Smith')).toBe(false);
    expect(isLatinName('R2D2')).toBe(false);
  });
  it('suggests Cyrillic that is Cyrillic', () => {
    const latin = fc.array(fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(latin, (letters) => {
        const name = letters.join('');
        expect(isCyrillicName(suggestRussian(name))).toBe(true);
        expect(isCyrillicName(suggestKyrgyz(name))).toBe(true);
      }),
    );
    expect(suggestRussian('SHEVCHENKO')).toBe('Шевченко');
    expect(suggestRussian('Zhukov Sergey')).toBe('Жуков Сергей');
    expect(suggestRussian('Kovalsky Henry Maria')).toBe('Ковалский Хенри Мария');
    expect(suggestKyrgyz('Özgön')).toBe('Өзгөн');
  });
});

describe('numbers and lists', () => {
  it('follow each language', () => {
    expect(formatNumber(4287000, 'en')).toBe('4,287,000');
    expect(formatNumber(4287000, 'ky')).toBe('4\u00a0287\u00a0000');
    expect(formatNumber(1234, 'ru')).toBe('1234');
    expect(formatList(['а', 'б', 'в'], 'ky')).toBe('а, б жана в');
    expect(formatBytes(1536, 'ru')).toBe('1,5\u00a0КБ');
  });
  it('take the plural that Node knows for each language', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom<Language>(...languages), (count, language) => {
        expect(pluralCategory(language, count)).toBe(new Intl.PluralRules(language).select(count));
      }),
    );
  });
});

describe('countries', () => {
  it('all have a name in each language, with no lookalike in the Kyrgyz', () => {
    for (const [code, names] of Object.entries(countryData)) {
      expect(code).toMatch(/^[A-Z]{3}$/u);
      for (const name of names) expect(name.trim()).not.toBe('');
      expect(fixLookalikes(names[0])).toBe(names[0]);
    }
  });
  it('bear the names the office uses', () => {
    expect(countryName('KGZ', 'ru')).toBe('Кыргызская Республика');
    expect(countryName('KGZ', 'ky')).toBe('Кыргыз Республикасы');
    expect(allCountries('ky').length).toBe(Object.keys(countryData).length);
  });
});

describe('the machine readable zone', () => {
  // ICAO Doc 9303's own specimen of a passport.
  const specimen = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
  it('is read from ICAO’s specimen', () => {
    const reading = parseMrz(specimen, '2025-11-30');
    expect(reading).toMatchObject({
      ok: true,
      fields: {
        surname: 'ERIKSSON',
        given: 'ANNA MARIA',
        number: 'L898902C3',
        citizenship: 'UTO',
        birthDate: '1974-08-12',
        sex: 'female',
        expiry: '2012-04-15',
      },
    });
  });
  it('is refused when any one digit of a checked field is another', () => {
    const second = specimen.split('\n')[1] ?? '';
    for (const at of [0, 5, 9, 13, 18, 21, 26, 43]) {
      const sign = second[at] ?? '';
      const other = sign === '7' ? '8' : '7';
      const broken = `${specimen.split('\n')[0] ?? ''}\n${second.slice(0, at)}${other}${second.slice(at + 1)}`;
      expect(parseMrz(broken, '2025-11-30').ok, `sign ${String(at)}`).toBe(false);
    }
  });
  it('is read from ICAO’s specimens of cards, with a number that goes on in the optional data', () => {
    const card = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
    expect(parseMrz(card, '2025-11-30')).toMatchObject({
      ok: true,
      fields: { number: 'D23145890', citizenship: 'UTO' },
    });
    const two = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6';
    expect(parseMrz(two, '2025-11-30')).toMatchObject({ ok: true, fields: { number: 'D23145890', sex: 'female' } });
    const goesOn = 'ABCDEF1234567';
    const rest = `${goesOn.slice(9)}${mrzCheckDigit(goesOn)}`;
    const first = `I<UTO${goesOn.slice(0, 9)}<${rest.padEnd(15, '<')}`;
    const body = '7408122F1204159UTO<<<<<<<<<<<';
    const digit = mrzCheckDigit(first.slice(5) + body.slice(0, 7) + body.slice(8, 15) + body.slice(18, 29));
    const long = [first, body + digit, 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'].join('\n');
    expect(parseMrz(long, '2025-11-30')).toMatchObject({ ok: true, fields: { number: goesOn } });
    expect(parseMrz(long.replace('ABCDEF', 'ABCDEG'), '2025-11-30').ok).toBe(false);
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseMrz(text, '2025-11-30').ok === 'boolean'));
  });
  it('has check digits of weights 7-3-1', () => {
    expect(mrzCheckDigit('L898902C3')).toBe('6');
    expect(mrzCheckDigit('740812')).toBe('2');
  });
});
