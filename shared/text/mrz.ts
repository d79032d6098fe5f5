/** The machine readable zone of a travel document (ICAO Doc 9303): two lines of 44 or 36 signs, or three of 30. */
import { isIsoDate, type IsoDate } from '../domain/base/primitives.ts';

export type MrzFields = {
  documentCode: string;
  issuer: string;
  surname: string;
  given: string;
  number: string;
  citizenship: string;
  birthDate: IsoDate | null;
  sex: 'female' | 'male' | 'unspecified';
  expiry: IsoDate | null;
};

/** Which check digit does not hold, or that the lines are none of the three formats. */
export type MrzFault = 'format' | 'number' | 'birthDate' | 'expiry' | 'composite';

export type MrzReading = { ok: true; fields: MrzFields; lines: string[] } | { ok: false; faults: MrzFault[] };

const value = (sign: string): number => {
  if (sign === '<') return 0;
  const code = sign.charCodeAt(0);
  return code <= 57 ? code - 48 : code - 55;
};

/** The check digit of a run of signs: weights 7-3-1 over 0-9, A=10 … Z=35, `<`=0, modulo 10. */
export function mrzCheckDigit(signs: string): string {
  const weights = [7, 3, 1];
  const sum = [...signs].reduce((total, sign, index) => total + value(sign) * (weights[index % 3] ?? 0), 0);
  return String(sum % 10);
}

/**
 * Reads pasted or scanned text. `today` (YYYY-MM-DD) tells which century a year of two digits is of: births lie in the
 * past, expiries within fifty years either way.
 */
export function parseMrz(text: string, today: IsoDate): MrzReading {
  const lines = text
    .toUpperCase()
    .split(/\r?\n/u)
    .map((line) =>
      line
        .replace(/[\s\u00a0]+/gu, '')
        .replaceAll('«', '<<')
        .replaceAll('‹', '<'),
    )
    .filter((line) => line !== '');
  const width = lines[0]?.length ?? 0;
  const clean = lines.every((line) => line.length === width && /^[A-Z0-9<]+$/u.test(line));
  const [first = '', second = '', third = ''] = lines;
  if (!clean) return { ok: false, faults: ['format'] };
  if (lines.length === 2 && width === 44) return readPassport(lines, first, second, 42, today);
  if (lines.length === 2 && width === 36) return readPassport(lines, first, second, 34, today);
  if (lines.length === 3 && width === 30) return readCard(lines, first, second, third, today);
  return { ok: false, faults: ['format'] };
}

/** TD3 (44 signs) and TD2 (36): the second line is laid out alike but for the optional data's width. */
function readPassport(lines: string[], first: string, second: string, optionalEnd: number, today: IsoDate): MrzReading {
  const isTd3 = first.length === 44;
  const number = isTd3
    ? { number: second.slice(0, 9), digit: second[9] ?? '' }
    : documentNumber(second.slice(0, 9), second[9] ?? '', second.slice(28, 35));
  const composite = second.slice(0, 10) + second.slice(13, 20) + second.slice(21, isTd3 ? 43 : 35);
  const checks: [MrzFault, string, string][] = [
    ['number', number.number, number.digit],
    ['birthDate', second.slice(13, 19), second[19] ?? ''],
    ['expiry', second.slice(21, 27), second[27] ?? ''],
    ['composite', composite, second.at(-1) ?? ''],
  ];
  if (isTd3 && second.slice(28, optionalEnd).replaceAll('<', '') !== '') {
    checks.push(['composite', second.slice(28, optionalEnd), second[42] ?? '']);
  }
  const faults = failed(checks);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    lines,
    fields: {
      documentCode: plain(first.slice(0, 2)),
      issuer: country(first.slice(2, 5)),
      ...names(first.slice(5)),
      number: plain(number.number),
      citizenship: country(second.slice(10, 13)),
      birthDate: birth(second.slice(13, 19), today),
      sex: sex(second[20]),
      expiry: expiry(second.slice(21, 27), today),
    },
  };
}

/** TD1: identity cards. */
function readCard(lines: string[], first: string, second: string, third: string, today: IsoDate): MrzReading {
  const number = documentNumber(first.slice(5, 14), first[14] ?? '', first.slice(15));
  const faults = failed([
    ['number', number.number, number.digit],
    ['birthDate', second.slice(0, 6), second[6] ?? ''],
    ['expiry', second.slice(8, 14), second[14] ?? ''],
    ['composite', first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29), second[29] ?? ''],
  ]);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    lines,
    fields: {
      documentCode: plain(first.slice(0, 2)),
      issuer: country(first.slice(2, 5)),
      ...names(third),
      number: plain(number.number),
      citizenship: country(second.slice(15, 18)),
      birthDate: birth(second.slice(0, 6), today),
      sex: sex(second[7]),
      expiry: expiry(second.slice(8, 14), today),
    },
  };
}

/**
 * A number longer than nine signs goes on in the optional data of TD1 and TD2, its check digit behind it, with `<` in the
 * digit's own place (ICAO 9303-5 and 9303-6).
 */
function documentNumber(nine: string, digit: string, optional: string) {
  const goesOn = digit === '<' && /^[A-Z0-9]/u.test(optional);
  if (!goesOn) return { number: nine, digit };
  const rest = optional.split('<')[0] ?? '';
  return { number: nine + rest.slice(0, -1), digit: rest.slice(-1) };
}

const failed = (checks: readonly [MrzFault, string, string][]): MrzFault[] => {
  const faults = checks.filter(([, signs, digit]) => mrzCheckDigit(signs) !== (digit === '<' ? '0' : digit));
  return [...new Set(faults.map(([fault]) => fault))];
};

const plain = (signs: string): string => signs.replaceAll('<', ' ').trim().replace(/\s+/gu, ' ');

/** Germany writes `D<<`; the register keeps three letters. */
const country = (signs: string): string => (signs === 'D<<' ? 'DEU' : plain(signs));

function names(signs: string): { surname: string; given: string } {
  const [surname = '', ...given] = signs.split('<<');
  return { surname: plain(surname), given: plain(given.join('<')) };
}

function sex(sign: string | undefined): MrzFields['sex'] {
  if (sign === 'F') return 'female';
  return sign === 'M' ? 'male' : 'unspecified';
}

const dated = (century: number, signs: string): IsoDate | null => {
  const date = `${String(century + Number(signs.slice(0, 2)))}-${signs.slice(2, 4)}-${signs.slice(4, 6)}`;
  return /^\d{6}$/u.test(signs) && isIsoDate(date) ? date : null;
};

function birth(signs: string, today: IsoDate): IsoDate | null {
  const recent = dated(2000, signs);
  return recent && recent <= today ? recent : dated(1900, signs);
}

function expiry(signs: string, today: IsoDate): IsoDate | null {
  const inThisCentury = dated(2000, signs);
  const furthest = Number(today.slice(0, 4)) + 50;
  return inThisCentury && Number(inThisCentury.slice(0, 4)) <= furthest ? inThisCentury : dated(1900, signs);
}
