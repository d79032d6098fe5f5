/** Ed25519 (RFC 8032) without a platform's help: WebCrypto is missing where a page is opened as a file. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { base64urlnopad } from '@scure/base';
import type { PublicKey } from '../domain/records/signing-key.ts';

/** To the letter of RFC 8032: encodings that other programs let pass are refused as well. False for anything malformed. */
export function isSignedBy(publicKey: PublicKey, signed: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, signed, base64urlnopad.decode(publicKey), { zip215: false });
  } catch {
    return false;
  }
}
