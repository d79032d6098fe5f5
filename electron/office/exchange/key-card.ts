/**
 * The public half of an office's key as a small file, so that the first handover to that office can be encrypted to it. The
 * file vouches for nothing: whoever brings it in compares the fingerprint with that office.
 */
import { z } from 'zod';
import { fingerprintOf } from '../access/signing-key.ts';
import { recipientOf } from '../access/x25519-key.ts';
import { Instant, Line } from '#shared/domain/base/primitives.ts';
import { PublicKey, type SigningKey } from '#shared/domain/records/signing-key.ts';

export const largestKeyCard = 4096;

const KeyCard = z.strictObject({
  format: z.literal('observer-accreditation-public-key/1'),
  /** Of an office with made-up data, which real ones do not know. */
  sample: z.boolean(),
  /** Who saved it. */
  giver: Line,
  publicKey: PublicKey,
  madeAt: Instant,
});

export type ReadKeyCard = { sample: boolean; giver: string; key: Omit<SigningKey, 'from'> };

/** UTF-8, of less than `largestKeyCard` bytes. */
export function writeKeyCard(
  { giver, sample }: { giver: string; sample: boolean },
  { publicKey, madeAt }: SigningKey,
): Uint8Array {
  const card: z.infer<typeof KeyCard> = {
    format: 'observer-accreditation-public-key/1',
    ...{ sample, giver, publicKey, madeAt },
  };
  return new TextEncoder().encode(`${JSON.stringify(card, null, 2)}\n`);
}

/** Null for what is no such file, and for a key that nothing can be encrypted to. */
export function readKeyCard(bytes: Uint8Array): ReadKeyCard | null {
  try {
    const { sample, giver, publicKey, madeAt } = KeyCard.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    if (recipientOf(publicKey) === null) return null;
    const fingerprint = fingerprintOf(publicKey);
    return { sample, giver, key: { id: fingerprint.slice(0, 8), publicKey, fingerprint, madeAt } };
  } catch {
    return null;
  }
}
