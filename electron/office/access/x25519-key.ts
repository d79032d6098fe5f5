/**
 * A bag may be encrypted to the office that it goes to, and then needs no passphrase. What it is encrypted to is that office's
 * signing key in its other shape: the same secret serves Ed25519 (RFC 8032) and X25519 (RFC 7748), whose curves are one
 * (RFC 7748, 4.1). So the fingerprint that was once compared on paper vouches for both, and every key that the register
 * knows can be encrypted to.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { bech32 } from '@scure/base';
import type { KeyObject } from 'node:crypto';
import type { PublicKey } from '#shared/domain/records/signing-key.ts';

/** Who can open it, as age writes a recipient (`age1…`); null for 32 bytes that are no key, or one that encrypts nothing. */
export function recipientOf(publicKey: PublicKey): string | null {
  const bytes = new Uint8Array(Buffer.from(publicKey, 'base64url'));
  try {
    const point = ed25519.Point.fromBytes(bytes);
    if (point.isSmallOrder() || !point.isTorsionFree()) return null;
    return bech32.encodeFromBytes('age', ed25519.utils.toMontgomery(bytes));
  } catch {
    return null;
  }
}

/** What opens it, as age writes an identity. It is a secret: it goes to the thread that opens a bag, and nowhere else. */
export function identityOf(secret: KeyObject): string {
  const { d } = secret.export({ format: 'jwk' });
  if (!d) throw new Error('an Ed25519 key without its secret');
  const scalar = ed25519.utils.toMontgomerySecret(new Uint8Array(Buffer.from(d, 'base64url')));
  return bech32.encodeFromBytes('age-secret-key-', scalar).toUpperCase();
}
