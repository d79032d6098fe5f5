/** How a key's fingerprint is written for people. */
import type { Sha256 } from './primitives.ts';

/** A fingerprint as people read it to each other: half of it, 128 bits, in eight groups of four. The first two are the key's id. */
export const readableFingerprint = (fingerprint: Sha256): string =>
  (fingerprint.slice(0, 32).toUpperCase().match(/.{4}/gu) ?? []).join(' ');
