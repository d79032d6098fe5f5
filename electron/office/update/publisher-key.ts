/**
 * The publisher's key, which alone makes an update ours. The public half is part of the program; the private half is made
 * by `npm run update-key`, stays with the publisher, and is never in this repository.
 */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import kept from './publisher-key.json' with { type: 'json' };

/** Null in a build that was made before the publisher had a key: it takes no update. */
export const publisherKey = (): KeyObject | null => readPublicKey(kept.publicKey);

/** Reads a key in DER (SPKI) and Base64; null for null. Throws for anything that is no Ed25519 key. */
export function readPublicKey(base64: string | null): KeyObject | null {
  if (base64 === null) return null;
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the publisher’s key is not an Ed25519 key');
  return key;
}

/** Sixteen hexadecimal digits in groups of four: short enough to compare with a letter. */
export function fingerprintOf(key: KeyObject): string {
  const digest = createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');
  return (digest.slice(0, 16).match(/.{4}/gu) ?? []).join(' ');
}
