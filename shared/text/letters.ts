/** Letters: what belongs to which script, and which only look as if they did. */

/** Letters that a common keyboard lacks. */
export const kyrgyzLetters = ['Ң', 'ң', 'Ө', 'ө', 'Ү', 'ү'] as const;

/** A letter that is not the one it looks like; `index` counts UTF-16 units. */
export type Lookalike = { index: number; found: string; suggested: string };

/**
 * Letters of other alphabets that Word files bring in place of Kyrgyz ones. Kazakh ұ is not among them: it looks like
 * ү and stands for у, so only the clerk can tell.
 */
const strange: Record<string, string> = {
  ӊ: 'ң',
  Ӊ: 'Ң',
  ҥ: 'ң',
  Ҥ: 'Ң',
  ѳ: 'ө',
  Ѳ: 'Ө',
  ӫ: 'ө',
  Ӫ: 'Ө',
};

const latinToCyrillic: Record<string, string> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  ɵ: 'ө',
  Ɵ: 'Ө',
  ŋ: 'ң',
  Ŋ: 'Ң',
};
const cyrillicToLatin: Record<string, string> = Object.fromEntries(
  Object.entries(latinToCyrillic)
    .filter(([latin]) => latin < '\u0080')
    .map(([latin, cyrillic]) => [cyrillic, latin]),
);

const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;
const words = /\p{L}[\p{L}\p{M}]*/gu;
/** A letter with the marks that follow it. */
const letters = /\p{L}\p{M}*/gu;

/**
 * Letters to fix: other alphabets' ң, ө, ү; Latin letters inside a Cyrillic word (or the other way round); and й or ё
 * written as a letter and a mark, as Macs do. A word belongs to the script that most of its letters are of; a tie goes
 * to Cyrillic.
 */
export function findLookalikes(text: string): Lookalike[] {
  const found: Lookalike[] = [];
  for (const word of text.matchAll(words)) {
    const own = [...word[0]].filter((letter) => cyrillic.test(letter)).length;
    const other = [...word[0]].filter((letter) => latin.test(letter)).length;
    const table = own >= other ? latinToCyrillic : cyrillicToLatin;
    const mixed = own > 0 && other > 0;
    for (const letter of word[0].matchAll(letters)) {
      const [base = ''] = letter[0];
      const meant = strange[base] ?? (mixed ? table[base] : undefined);
      // A Latin name stays as the travel document has it, to the very code points.
      if (meant === undefined && !cyrillic.test(base)) continue;
      const suggested = ((meant ?? base) + letter[0].slice(base.length)).normalize('NFC');
      if (suggested !== letter[0]) found.push({ index: word.index + letter.index, found: letter[0], suggested });
    }
  }
  return found;
}

/** The text with every lookalike replaced by the letter it stands for. */
export function fixLookalikes(text: string): string {
  return findLookalikes(text).reduceRight(
    (fixed, { index, found, suggested }) => fixed.slice(0, index) + suggested + fixed.slice(index + found.length),
    text,
  );
}

/** Uzbek writes oʻ and gʻ with U+02BB, which no two keyboards agree on. */
const latinName = /^[\p{Script=Latin}\p{M}ʼʻ' ’‘.\-]+$/u;
const cyrillicName = /^[\p{Script=Cyrillic}ʼ '’.\-]+$/u;

/** A name as a travel document prints it: Latin letters, blanks, hyphens, apostrophes and stops. */
export const isLatinName = (text: string): boolean => latinName.test(text) && latin.test(text);

/** A name in Cyrillic, any language's: [А-Яа-яЁё] would reject Өзгөн. */
export const isCyrillicName = (text: string): boolean => cyrillicName.test(text) && cyrillic.test(text);
