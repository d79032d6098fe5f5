/** A whole name in one cell, taken apart into surname and given names: a suggestion that the preview shows. */

/** Words that belong to the surname after them: van der Berg, al-Said, de la Cruz. */
const particles = new Set(
  'van von der den de del della di da dos das du la le el al bin ibn ben abu ter ten zu zum af av ван фон дер де эль аль ибн бин ла ле'.split(
    ' ',
  ),
);
/** Words that belong to the surname before them: Асан уулу, Асан кызы, oglu. */
const descent = /^(уулу|кызы|оглы|углы|uulu|kyzy|oglu|ogly|ugli)$/u;

export type TakenApart = { surname: string; given: string };

/**
 * Surname and given names of `text`. A comma decides (Oakthorpe, Elowina), then capitals (Elowina OAKTHORPE), then the
 * order that the table keeps. One word alone is a surname.
 */
export function takeApart(text: string, order: 'surname-first' | 'surname-last'): TakenApart {
  const comma = text.indexOf(',');
  if (comma > 0) return { surname: text.slice(0, comma).trim(), given: text.slice(comma + 1).trim() };
  const words = text.split(/\s+/u).filter((word) => word !== '');
  if (words.length < 2) return { surname: words.join(' '), given: '' };
  const capital = words.filter(isCapital);
  if (capital.length > 0 && capital.length < words.length) {
    return { surname: capital.join(' '), given: words.filter((word) => !isCapital(word)).join(' ') };
  }
  const length = order === 'surname-first' ? surnameAtStart(words) : surnameAtEnd(words);
  const first = words.slice(0, length).join(' ');
  const last = words.slice(length).join(' ');
  return order === 'surname-first' ? { surname: first, given: last } : { surname: last, given: first };
}

/** The order that a header tells: `Name, surname` has the surname last. Null when it tells nothing. */
export function orderOfHeader(header: string): 'surname-first' | 'surname-last' | null {
  const folded = header.toLowerCase();
  const surname = folded.search(/surname|last name|family|фамили/u);
  const given = folded.search(/given|first name|forename|имя|(?<!\p{L})аты|(?<!sur|last |family |first )\bname/u);
  if (surname < 0 || given < 0) return null;
  return surname < given ? 'surname-first' : 'surname-last';
}

const isCapital = (word: string): boolean =>
  word.length > 1 && /\p{L}{2}/u.test(word) && word === word.toUpperCase() && word !== word.toLowerCase();

const isParticle = (word: string | undefined): boolean => word !== undefined && particles.has(word.toLowerCase());

function surnameAtStart(words: readonly string[]): number {
  let length = 1;
  while (length < words.length - 1 && isParticle(words[length - 1])) length += 1;
  if (length < words.length && descent.test((words[length] ?? '').toLowerCase())) length += 1;
  return Math.min(length, words.length);
}

/** How many words stand before the surname. */
function surnameAtEnd(words: readonly string[]): number {
  let start = words.length - 1;
  if (start > 1 && descent.test((words[start] ?? '').toLowerCase())) start -= 1;
  while (start > 1 && isParticle(words[start - 1])) start -= 1;
  return start;
}
