/**
 * The signature of a bag: Ed25519 by the office's key over the bytes of the bag's tag manifest, which names the sum of
 * the manifest, which names the sum of every file. It lies beside the tag manifest, with the public key; whether that key
 * is the giver's is for the clerk to say, from the paper act or from an earlier handover.
 */
import { z } from 'zod';
import { fingerprintOf, verifySignature, type Signer } from '../access/signing-key.ts';
import { PublicKey } from '#shared/domain/records/signing-key.ts';
import type { BagSigner } from '#shared/domain/records/received-handover.ts';

export const signatureName = 'signature.json';
export const signatureFormat = 'observer-accreditation-signature/1';

const SignatureFile = z.strictObject({
  format: z.literal(signatureFormat),
  publicKey: PublicKey,
  /** SHA-256 of the 32 bytes of the key. */
  fingerprint: z.string().max(64),
  /** 64 bytes in base64url. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/u),
});

export function signatureFile({ key, sign }: Signer, tagManifest: Uint8Array): Uint8Array {
  const content = {
    format: signatureFormat,
    publicKey: key.publicKey,
    fingerprint: key.fingerprint,
    signature: Buffer.from(sign(tagManifest)).toString('base64url'),
  };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}

/** Whose signature it is; null when it is none over these bytes. */
export function readSignature(file: Uint8Array, tagManifest: Uint8Array): BagSigner | null {
  let content: z.infer<typeof SignatureFile>;
  try {
    content = SignatureFile.parse(JSON.parse(Buffer.from(file).toString('utf8')));
  } catch {
    return null;
  }
  const { publicKey, signature } = content;
  if (!verifySignature(publicKey, tagManifest, Buffer.from(signature, 'base64url'))) return null;
  return { publicKey, fingerprint: fingerprintOf(publicKey) };
}
