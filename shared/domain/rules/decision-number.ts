/** Numbers of decisions: what comes after one, and when two are the same. */

/** Upper and lower case and blanks make no other number: "5-ү" is "5 - Ү". */
export const sameNumber = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (number: string): string => number.normalize('NFC').replace(/\s+/gu, '').toUpperCase();

const year = /^(19|20|21)\d\d$/u;

/**
 * The number after one, written alike: 17 → 18, 5-Ү → 6-Ү, А-09/2025 → А-10/2025. A year is not counted up. Null when
 * the number holds nothing to count.
 */
export function numberAfter(number: string): string | null {
  const runs = [...number.matchAll(/\d+/gu)];
  const run = runs.find(([digits]) => !year.test(digits)) ?? (runs.length === 1 ? runs[0] : undefined);
  if (!run || run[0].length > 9) return null;
  const [digits] = run;
  const next = String(Number(digits) + 1).padStart(digits.length, '0');
  return number.slice(0, run.index) + next + number.slice(run.index + digits.length);
}

/** The first number after the last one that is not taken yet; null where none can be told. */
export function nextNumber(last: string, taken: readonly string[]): string | null {
  let next = numberAfter(last);
  while (next !== null && taken.some((number) => sameNumber(number, next ?? ''))) next = numberAfter(next);
  return next;
}
