/** Signing keys, as the register knows them: this office's and those of offices whose handovers it took in. The public half only. */
import { z } from 'zod';
import { Instant, Line, Sha256 } from '../base/primitives.ts';

export { readableFingerprint } from '../base/fingerprint.ts';

/** Ed25519 public key: 32 bytes in base64url, without padding. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type PublicKey = z.infer<typeof PublicKey>;

/** The first eight digits of the key's fingerprint: enough to find it, too little to trust it. */
export const KeyId = z.string().regex(/^[0-9a-f]{8}$/);
export type KeyId = z.infer<typeof KeyId>;

export const SigningKey = z.strictObject({
  id: KeyId,
  publicKey: PublicKey,
  /** SHA-256 of the 32 bytes of the public key. */
  fingerprint: Sha256,
  madeAt: Instant,
  /** Another office's: who gave the first handover that it came with, and when that was taken in. Null for our own. */
  from: z.strictObject({ giver: Line, at: Instant }).nullable().default(null),
});
export type SigningKey = z.infer<typeof SigningKey>;

/** The keys of a handover that the register does not know yet, as it will know them. */
export function newKeys(
  known: { has(id: KeyId): boolean },
  keys: readonly SigningKey[],
  { giver, at }: { giver: string; at: string },
): SigningKey[] {
  return keys
    .filter(({ id }) => !known.has(id))
    .map((key) => ({ ...key, from: { giver: key.from?.giver ?? giver, at } }));
}
