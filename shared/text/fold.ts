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

/**
 * Text as search compares it: lower case, ң→н ө→о ү→у ё→е, Latin letters without their accents, lookalikes as the
 * letters they stand for, no apostrophes (O'Brien is OBRIEN), and every run of blanks, hyphens and stops as one blank.
 */
export function foldForSearch(text: string): string {
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
