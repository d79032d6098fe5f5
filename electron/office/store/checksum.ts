/**
 * A checksum: the SHA-256 of all bytes of a JSON object up to its last member, which is that sum itself.
 *
 *     {"prev":"…","seq":7,…,"events":[…],"sum":"<64 hexadecimal digits>"}
 *
 * The line stays plain JSON that any tool reads; a bit flipped anywhere in it, the checksum included, shows; and checking
 * it takes one pass over the bytes, with nothing parsed.
 */
import { hash } from 'node:crypto';

export const sumLength = 64;
const opening = ',"sum":"';
const closing = '"}';
const checksumLength = opening.length + sumLength + closing.length;

/** What ends an object that has been written but for its closing brace. */
export const checksumText = (sum: string): string => opening + sum + closing;

export const sumOf = (body: Uint8Array): string => hash('sha256', body, 'hex');

export const sumOfText = (text: string): string => hash('sha256', text, 'hex');

/** The sum that an object (whole, without a line break) claims, and the bytes it vouches for; unchecked. */
export function readChecksum(bytes: Buffer): { body: Buffer; sum: string } | null {
  const end = bytes.length - checksumLength;
  if (end < 0) return null;
  const checksum = bytes.toString('latin1', end);
  const sum = checksum.slice(opening.length, opening.length + sumLength);
  return checksum === checksumText(sum) ? { body: bytes.subarray(0, end), sum } : null;
}
