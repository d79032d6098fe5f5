/** Folding for search: what a clerk types finds what is written, whatever the keyboard and the accents. */
import { plainLatin } from './plain-latin.ts';

/** Cyrillic letters that stand for another when searching; й stays й, so marks are never stripped from Cyrillic. */
const cyrillic = 'ңн ӊн ҥн өо ѳо ӫо үу ұу ёе ѐе ѝи қк ғг ґг һх ҳх әа іи їи єе ўу';

const folded = new Map([...plainLatin, ...cyrillic.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)] as const)]);
const foldable = new RegExp(`[${[...folded.keys()].join('')}]`, 'gu');

const marks = /[\u0300-\u036f]/gu;
/** Left out: apostrophes, as travel documents leave them out of the machine readable zone, and what cannot be seen. */
const leftOut = /['’‘ʼʻʹ`´\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const separators = /[\s\-‐-―−.,;:"«»“”„()/\\]+/gu;

/** Letters below this that stand by themselves are looked up one by one: nearly all that is ever typed here. */
const tableEnd = 0x530;
const combining = 0x300;
const greekEnd = 0x400;
/** What each of them becomes; null for Greek and for marks, which depend on the letters beside them. */
const table: readonly (string | null)[] = Array.from({ length: tableEnd }, (_, code) => {
  if (code >= combining && code < greekEnd) return null;
  const letter = String.fromCharCode(code);
  // A blank at the ends would be trimmed away.
  return foldAnything(`a${letter}a`).slice(1, -1);
});

/**
 * Text as search compares it: lower case, ң→н ө→о ү→у ё→е, Latin letters without their accents, lookalikes as the
 * letters they stand for, no apostrophes (O'Brien is OBRIEN), and every run of blanks, hyphens and stops as one blank.
 */
export function foldForSearch(text: string): string {
  let folded = '';
  let blank = true;
  for (let at = 0; at < text.length; at += 1) {
    const written = table[text.charCodeAt(at)];
    if (written === undefined || written === null) return foldAnything(text);
    if (written === ' ') {
      if (!blank) folded += ' ';
      blank = true;
    } else if (written !== '') {
      folded += written;
      blank = false;
    }
  }
  return blank ? folded.trimEnd() : folded;
}

function foldAnything(text: string): string {
  // A letter followed by its mark is first made one letter: otherwise й typed on a Mac would lose its mark.
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(foldable, (letter) => folded.get(letter) ?? letter)
    .replace(marks, '')
    .replace(leftOut, '')
    .replace(separators, ' ')
    .trim();
}
