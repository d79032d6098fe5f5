/** Identifiers of new records. */
import { randomBytes } from 'node:crypto';
import type { Id } from '#shared/domain/base/primitives.ts';

/** 80 random bits in 16 lower-case letters and digits: short enough for a QR code, never twice. */
export function randomId(): Id {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz023456789';
  return [...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length] ?? '').join('');
}
