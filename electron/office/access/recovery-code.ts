/**
 * The recovery key as people copy it from paper: 130 random bits in seven groups of four letters and digits of
 * Crockford's base 32, which has no I, L, O and U. The last two are a check, so that a slip of the pen is told from a
 * wrong key: any one letter mistaken and any two exchanged are found.
 */
import { randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLength = 26;
const checkLength = 2;
const groupLength = 4;
/** The largest prime that two letters can count to: a difference of one letter is never a multiple of it. */
const modulus = 1021n;

export function newRecoveryCode(): string {
  const secret = Array.from({ length: secretLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return grouped(secret + checkOf(secret));
}

/** The code as it was printed, from what somebody typed; null when it cannot be one: mistyped or not whole. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  if (letters.length !== secretLength + checkLength) return null;
  if ([...letters].some((letter) => !alphabet.includes(letter))) return null;
  const secret = letters.slice(0, secretLength);
  return checkOf(secret) === letters.slice(secretLength) ? grouped(letters) : null;
}

function checkOf(secret: string): string {
  const value = [...secret].reduce((sum, letter) => (sum * 32n + BigInt(alphabet.indexOf(letter))) % modulus, 0n);
  // Shifted by the length of the check, so that its letters count as the last two of one number.
  const check = Number((value * 1024n) % modulus);
  return alphabet.charAt(check >> 5) + alphabet.charAt(check & 31);
}

const grouped = (letters: string): string =>
  (letters.match(new RegExp(`.{${String(groupLength)}}`, 'gu')) ?? []).join('-');

/** Whether somebody has the code on paper: its last group, typed back. */
export function isLastGroup(code: string, typed: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}._]/gu, '')
      .replaceAll('O', '0')
      .replace(/[IL]/gu, '1');
  return plain(typed) === code.split('-').at(-1);
}
