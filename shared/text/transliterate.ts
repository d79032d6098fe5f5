/**
 * How a Latin name may be written in Cyrillic: a suggestion that a clerk must confirm, never the truth. Ң, Ө and Ү have
 * no Latin letter of their own in travel documents (ICAO 9303), so nothing here guesses them but `ng` before a vowel
 * is left as it is and `oe`, `ue` stay two letters.
 */

/** Longest first: `shch` before `sh`. Each is [Latin, Cyrillic]. */
const groups: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'ш'],
  ['zh', 'ж'],
  ['kh', 'х'],
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
  ['yo', 'ё'],
  ['ye', 'е'],
  ['yi', 'йи'],
  ['ia', 'ия'],
  ['iya', 'ия'],
  ['iy', 'ий'],
  ['oo', 'у'],
  ['ee', 'и'],
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
  j: 'ж',
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
  ä: 'а',
  ö: 'о',
  ü: 'у',
  ß: 'сс',
  é: 'е',
  è: 'е',
  ê: 'е',
  á: 'а',
  à: 'а',
  â: 'а',
  ã: 'а',
  å: 'о',
  ç: 'ч',
  ş: 'ш',
  ğ: 'г',
  ı: 'ы',
  í: 'и',
  ñ: 'н',
  ó: 'о',
  ô: 'о',
  õ: 'о',
  ø: 'о',
  ú: 'у',
  ý: 'ы',
  č: 'ч',
  ć: 'ч',
  š: 'ш',
  ś: 'ш',
  ž: 'ж',
  ź: 'з',
  ż: 'ж',
  ł: 'л',
  ń: 'н',
  ř: 'р',
  đ: 'д',
  ě: 'е',
  ą: 'о',
  ę: 'е',
  ő: 'о',
  ű: 'у',
};

const vowels = /[aeiouyäöüéèêáàâãåíóôõøúý]/u;

const inKyrgyz: Record<string, string> = { ö: 'ө', ü: 'ү' };

function transliterate(text: string, own: Record<string, string>): string {
  return text.replace(/[\p{Script=Latin}\p{M}]+/gu, (word) => withCase(word, cyrillicWord(word.toLowerCase(), own)));
}

function cyrillicWord(word: string, own: Record<string, string>): string {
  let result = '';
  for (let at = 0; at < word.length;) {
    const group = groups.find(([latin]) => word.startsWith(latin, at));
    const letter = word[at] ?? '';
    const before = word[at - 1];
    if (group) {
      result += group[1];
      at += group[0].length;
      continue;
    }
    if (letter === 'c' && /[eiy]/u.test(word[at + 1] ?? '')) result += 'с';
    // After a vowel y closes the syllable: Sergey, Kubanychbay.
    else if (letter === 'y' && before && vowels.test(before)) result += 'й';
    else if (letter === 'i' && before && /[aeou]/u.test(before) && at === word.length - 1) result += 'й';
    else if (letter === 'e' && at === 0) result += 'э';
    else result += own[letter] ?? letters[letter] ?? '';
    at += 1;
  }
  return result;
}

/** Capitals as on the passport become a name's usual case; a capital first letter stays one. */
function withCase(latin: string, cyrillic: string): string {
  const startsLarge = !latin.startsWith(latin.charAt(0).toLowerCase());
  return startsLarge ? cyrillic.charAt(0).toUpperCase() + cyrillic.slice(1) : cyrillic;
}

export const suggestRussian = (latin: string): string => transliterate(latin, {});
export const suggestKyrgyz = (latin: string): string => transliterate(latin, inKyrgyz);
