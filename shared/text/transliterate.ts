/**
 * How a Latin name may be written in Cyrillic: a suggestion that a clerk must confirm, never the truth. Ң, Ө and Ү have
 * no Latin letter of their own in travel documents (ICAO 9303), so only ö and ü, which say it, become ө and ү in
 * Kyrgyz; `ng`, `oe` and `ue` stay two letters.
 */
import { plainLatin } from './plain-latin.ts';

type Pair = readonly [latin: string, cyrillic: string];

/** Longest first: `shch` before `sh`. */
const groups: readonly Pair[] = [
  ['shch', 'щ'],
  ['tsch', 'ч'],
  ['sch', 'ш'],
  ['iya', 'ия'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['gh', 'г'],
  ['ts', 'ц'],
  ['tz', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['ph', 'ф'],
  ['th', 'т'],
  ['ck', 'к'],
  ['qu', 'кв'],
  ['ya', 'я'],
  ['yu', 'ю'],
  ['yü', 'ю'],
  ['yo', 'ё'],
  ['yö', 'ё'],
  ['ye', 'е'],
  ['yi', 'йи'],
  ['yı', 'йы'],
  ['iy', 'ий'],
  ['oo', 'у'],
  ['ee', 'и'],
];

/** Endings: Kovalsky, Maria, Henry. `iy` and a vowel before y are groups of their own. */
const endings: readonly Pair[] = [
  ['sky', 'ский'],
  ['ski', 'ский'],
  ['ia', 'ия'],
];

const letters: Record<string, string> = {
  a: 'а',
  b: 'б',
  c: 'к',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'дж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'в',
  x: 'кс',
  y: 'ы',
  z: 'з',
  // Letters with marks that do not sound as their base letter; the rest are read without their marks.
  å: 'о',
  ç: 'ч',
  ş: 'ш',
  ș: 'ш',
  ţ: 'ц',
  ț: 'ц',
  ı: 'ы',
  č: 'ч',
  ć: 'ч',
  š: 'ш',
  ś: 'ш',
  ž: 'ж',
  ż: 'ж',
  ą: 'о',
};

const vowel = /[aeiouy]/u;

/** Kyrgyz writes a foreign j with its own ж (Жон), and has the letters that ö and ü stand for. */
const inKyrgyz: Record<string, string> = { j: 'ж', ö: 'ө', ü: 'ү' };

function transliterate(text: string, own: Record<string, string>): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Script=Latin}\p{M}]+/gu, (word) => withCase(word, cyrillicWord(word.toLowerCase(), own)));
}

function cyrillicWord(word: string, own: Record<string, string>): string {
  const ending = endings.find(([latin]) => word.length > latin.length && word.endsWith(latin));
  const stem = ending ? word.slice(0, -ending[0].length) : word;
  let result = '';
  for (let at = 0; at < stem.length;) {
    const group = groups.find(([latin]) => stem.startsWith(latin, at));
    if (group) {
      result += group[1];
      at += group[0].length;
    } else {
      result += cyrillicLetter(word, at, own);
      at += 1;
    }
  }
  return result + (ending ? ending[1] : '');
}

function cyrillicLetter(word: string, at: number, own: Record<string, string>): string {
  const letter = word[at] ?? '';
  const before = plain(word[at - 1] ?? '');
  const after = plain(word[at + 1] ?? '');
  const isLast = at === word.length - 1;
  if (letter === 'c' && /^[eiy]/u.test(after)) return 'с';
  // After a vowel y closes the syllable: Sergey, Kubanychbay. After a consonant it ends a name as и: Henry.
  if (letter === 'y' && vowel.test(before)) return 'й';
  if (letter === 'y' && isLast && at > 0) return 'и';
  if (letter === 'i' && isLast && /[aeou]$/u.test(before)) return 'й';
  if (letter === 'e' && at === 0) return 'э';
  return own[letter] ?? letters[letter] ?? [...plain(letter)].map((base) => letters[base] ?? '').join('');
}

const plain = (letter: string): string => plainLatin.get(letter) ?? letter;

/** Capitals as on the passport become a name's usual case; a capital first letter stays one. */
function withCase(latin: string, cyrillic: string): string {
  const startsLarge = !latin.startsWith(latin.charAt(0).toLowerCase());
  return startsLarge ? cyrillic.charAt(0).toUpperCase() + cyrillic.slice(1) : cyrillic;
}

export const suggestRussian = (latin: string): string => transliterate(latin, {});
export const suggestKyrgyz = (latin: string): string => transliterate(latin, inKyrgyz);
