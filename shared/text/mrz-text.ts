/** Finds the machine readable zone in what was pasted into a field, or typed into it by a reader that acts as a keyboard. */
import { fromCyrillicKeys } from './keyboard.ts';

/** No zone has fewer signs; the shortest of a real one is 72. */
const fewestSigns = 56;
/** Signs in all, and how wide a line is then. */
const widths = new Map([
  [88, 44],
  [72, 36],
  [90, 30],
]);

/**
 * The lines of the zone, also when they come glued together, with spaces, among other text, or typed with the Cyrillic
 * keys on; null when the text has none. Lines that are a sign short or long are given as they are, for `parseMrz` to say so.
 */
export function mrzIn(text: string): string[] | null {
  const typed = /[\u0400-\u04ff]/u.test(text) ? fromCyrillicKeys(text) : text;
  const lines = typed
    .toUpperCase()
    .replaceAll('«', '<<')
    .replaceAll('‹', '<')
    .split(/[\r\n]+/u)
    .map((line) => line.replace(/[\s\u00a0]+/gu, ''))
    .filter((line) => /^[A-Z0-9<]{24,}$/u.test(line));
  const signs = lines.join('');
  if (signs.length < fewestSigns || !signs.includes('<<')) return null;
  const width = widths.get(signs.length);
  if (width === undefined) return lines;
  return Array.from({ length: signs.length / width }, (_, line) => signs.slice(line * width, (line + 1) * width));
}
