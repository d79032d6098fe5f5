/**
 * The alphabet as a key: two keys compared by code unit stand as the alphabet has them. Chromium knows no Kyrgyz order,
 * and a key computed once sorts a hundred thousand names without a collator.
 */
import { languages, type Language } from '../domain/base/primitives.ts';
import { plainLatin } from './plain-latin.ts';

/**
 * Kyrgyz order, which holds all of the Russian letters in the Russian order; letters of neither (Kazakh, Ukrainian,
 * Uzbek names) stand beside the letter they come from.
 */
const cyrillicAlphabet = 'аәбвгґғдеєёжзиіїйкқлмнңоөпрстуүұўфхҳһцчшщъыьэюя';
const latinAlphabet = 'abcdefghijklmnopqrstuvwxyz';

const firstLetter = 0x4000;
const otherScript = 0x5000;
const blank = '\u0001';
const digitBase = 0x3000;
const unknownBase = 0x7000;

type Weights = Map<string, string>;

function weightsOf(language: Language): Weights {
  const weights: Weights = new Map();
  const put = (alphabet: string, base: number) => {
    [...alphabet].forEach((letter, index) => weights.set(letter, String.fromCharCode(base + index * 2)));
  };
  put(cyrillicAlphabet, language === 'en' ? otherScript : firstLetter);
  put(latinAlphabet, language === 'en' ? firstLetter : otherScript);
  // In Russian ё stands with е and follows it only when the words are otherwise the same.
  if (language === 'ru') weights.set('ё', weights.get('е') ?? '');
  for (let digit = 0; digit <= 9; digit += 1) weights.set(String(digit), String.fromCharCode(digitBase + digit));
  return weights;
}

const tables = Object.fromEntries(languages.map((language) => [language, weightsOf(language)])) as Record<
  Language,
  Weights
>;

const ignored = /[^\p{L}\p{N}]/u;
const marks = /[\u0300-\u036f]/gu;

/**
 * A sort key for a text in a language: letters first, then what tells equal letters apart (ё, accents), then the text
 * itself. Case and punctuation do not count; a blank sorts before every letter.
 */
export function sortKey(text: string, language: Language): string {
  const weights = tables[language];
  const lower = text.normalize('NFC').toLowerCase();
  let primary = '';
  let secondary = '';
  for (const letter of lower) {
    const weight = weights.get(letter);
    if (weight !== undefined) {
      primary += weight;
      secondary += letter === 'ё' ? '2' : '1';
      continue;
    }
    if (ignored.test(letter)) {
      if (/[\s\-]/u.test(letter) && !primary.endsWith(blank)) primary += blank;
      continue;
    }
    const base = plainLatin.get(letter) ?? letter.normalize('NFD').replace(marks, '');
    for (const part of base)
      primary += weights.get(part) ?? String.fromCharCode(unknownBase + ((part.codePointAt(0) ?? 0) % 0x0fff));
    secondary += '3';
  }
  const trimmed = primary.replace(/^\u0001+|\u0001+$/gu, '');
  return trimmed === '' && lower.trim() === '' ? '' : `${trimmed}\u0000${secondary}\u0000${lower}`;
}
