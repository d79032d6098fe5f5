/** Latin letters without their marks: what search compares, what the alphabet orders by, what a keyboard can type. */

/** Letters that Unicode does not take apart; ə as Azerbaijani names are commonly written (Əliyev, Aliyev). */
const whole: readonly (readonly [string, string])[] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ĸ', 'k'],
  ['ŋ', 'n'],
  ['ə', 'a'],
];

/** Latin-1 to Latin Extended-B, and Latin Extended Additional (Vietnamese among them). */
const blocks: readonly (readonly [number, number])[] = [
  [0x00df, 0x024f],
  [0x1e00, 0x1eff],
];

/** Every lower-case Latin letter with a mark, and the letters a–z that stand for it: é→e, ß→ss, ł→l. */
export const plainLatin: ReadonlyMap<string, string> = new Map([...decomposed(), ...whole]);

function* decomposed(): Generator<[string, string]> {
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCharCode(code);
      const base = letter.normalize('NFD').charAt(0);
      if (base !== letter && base >= 'a' && base <= 'z') yield [letter, base];
    }
  }
}
