/** Letters: what belongs to which script, and which only look as if they did. */

/** Letters that a common keyboard lacks. */
export const kyrgyzLetters = ['Ң', 'ң', 'Ө', 'ө', 'Ү', 'ү'] as const;

/** A letter that is not the one it looks like; `index` counts UTF-16 units. */
export type Lookalike = { index: number; found: string; suggested: string };

/** Letters of other alphabets that Word files bring in place of Kyrgyz ones. */
const strange: Record<string, string> = {
  ӊ: 'ң',
  Ӊ: 'Ң',
  ҥ: 'ң',
  Ҥ: 'Ң',
  ѳ: 'ө',
  Ѳ: 'Ө',
  ұ: 'ү',
  Ұ: 'Ү',
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
};
const cyrillicToLatin: Record<string, string> = Object.fromEntries(
  Object.entries(latinToCyrillic)
    .filter(([latin]) => latin < '\u0080')
    .map(([latin, cyrillic]) => [cyrillic, latin]),
);

const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;
const words = /[\p{L}\p{M}]+/gu;

/**
 * Letters to mend: other alphabets' ң, ө, ү, and Latin letters inside a Cyrillic word (or the other way round). A
 * word belongs to the script that most of its letters are of; a tie goes to Cyrillic.
 */
export function findLookalikes(text: string): Lookalike[] {
  const found: Lookalike[] = [];
  for (const match of text.matchAll(words)) {
    const word = match[0];
    const own = [...word].filter((letter) => cyrillic.test(letter)).length;
    const other = [...word].filter((letter) => latin.test(letter)).length;
    const table = own >= other ? latinToCyrillic : cyrillicToLatin;
    const mixed = own > 0 && other > 0;
    let index = match.index;
    for (const letter of word) {
      const suggested = strange[letter] ?? (mixed ? table[letter] : undefined);
      if (suggested) found.push({ index, found: letter, suggested });
      index += letter.length;
    }
  }
  return found;
}

/** The text with every lookalike replaced by the letter it stands for. */
export function mendLookalikes(text: string): string {
  return findLookalikes(text).reduceRight(
    (mended, { index, found, suggested }) => mended.slice(0, index) + suggested + mended.slice(index + found.length),
    text,
  );
}

const latinName = /^[\p{Script=Latin}\p{M}\u02bc' ’.\-]+$/u;
const cyrillicName = /^[\p{Script=Cyrillic} '’.\-]+$/u;

/** A name as a travel document prints it: Latin letters, blanks, hyphens, apostrophes and stops. */
export const isLatinName = (text: string): boolean => latinName.test(text) && latin.test(text);

/** A name in Cyrillic, any language's: [А-Яа-яЁё] would reject Өзгөн. */
export const isCyrillicName = (text: string): boolean => cyrillicName.test(text) && cyrillic.test(text);
