/**
 * How large a badge's code may be. On a laser print a phone reads modules of 0.38 mm with ease, and hand-held scanners
 * read them from an arm's length: 25 mm hold version 10 with its quiet zone (65 modules) in that size.
 */
import type { Statement } from './statement.ts';

/** Side of the printed code with its quiet zone, in millimetres: below it no signed code is printed. */
export const leastSide = 25;
/** The largest symbol (ISO/IEC 18004) a code may need, and the least correction it must have: 15 % may be worn off. */
export const largestVersion = 10;
export const leastCorrection = 'M';
/** Around the symbol, in modules. */
export const quietZone = 4;

/** Letters and digits that version 10 holds at level M, the mark's four included (ISO/IEC 18004, table 7). */
export const mostLetters = 311;

/** The bytes left for the texts: five bits a letter, less what every code has. */
const fixedBytes = 1 + 4 + 8 + 8 + 3 + 3 + 3 + 64;
export const mostTextBytes = Math.floor(((mostLetters - 4) * 5) / 8) - fixedBytes;
/** The organisation gives way first, but keeps so many bytes; a number is never shortened. */
const leastOrganisationBytes = 16;

/** Millimetres of one module of a symbol printed on a side. */
export const moduleSize = (version: number, side = leastSide): number => side / (17 + 4 * version + 2 * quietZone);

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whole letters, at most so many bytes, the last of them an ellipsis where something was cut. */
function cutTo(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text;
  const letters = [...text];
  while (letters.length > 0 && bytesOf(`${letters.join('').trimEnd()}…`) > bytes) letters.pop();
  return letters.length === 0 ? '' : `${letters.join('').trimEnd()}…`;
}

/**
 * A name in so many bytes: whole if it fits; else given names become initials, the last first; else the surname is cut.
 * `Smith`, `John Paul George` becomes `Smith John Paul G.`, then `Smith John P. G.`, then `Smith J. P. G.`, then `Smi…`.
 */
export function nameWithin({ surname, given }: { surname: string; given: string }, bytes: number): string {
  const parts = given.trim().split(/\s+/u).filter(Boolean);
  const initial = (part: string): string => `${[...part][0] ?? ''}.`;
  for (let kept = parts.length; kept >= 0; kept -= 1) {
    const written = [surname.trim(), ...parts.map((part, index) => (index < kept ? part : initial(part)))];
    const name = written.filter(Boolean).join(' ');
    if (bytesOf(name) <= bytes) return name;
  }
  return cutTo(surname.trim() || given.trim(), bytes);
}

type Texts = Pick<Statement, 'name' | 'nameShortened' | 'organisation' | 'organisationShortened'>;

/** The name and the organisation as they fit beside a number. */
export function fitTexts(
  number: string,
  person: { surname: string; given: string },
  organisation: { short: string; full: string },
): Texts {
  const room = Math.max(0, mostTextBytes - bytesOf(number));
  const whole = [person.surname.trim(), person.given.trim()].filter(Boolean).join(' ').replaceAll(/\s+/gu, ' ');
  const wanted = organisation.short.trim() || organisation.full.trim();
  const organisationRoom = Math.min(
    255,
    Math.max(Math.min(leastOrganisationBytes, Math.floor(room / 2)), room - bytesOf(whole)),
  );
  const written = cutTo(wanted, organisationRoom);
  const name = nameWithin(person, Math.min(255, room - bytesOf(written)));
  return { name, nameShortened: name !== whole, organisation: written, organisationShortened: written !== wanted };
}
