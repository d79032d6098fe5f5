/** Which keys of other offices somebody here has compared with their owner, so that a handover may be encrypted to them. */
import type { ReceivedHandover } from '../records/received-handover.ts';
import type { SigningKey } from '../records/signing-key.ts';

/**
 * The key of an office whose own handover was taken in, or one that was brought as a file: neither goes without
 * comparing the fingerprint. A key that came along with another office's handover was compared by nobody here, and
 * whose it is only that office says; it was recorded in the same instant as the handover.
 */
export function isCompared(
  received: Iterable<Pick<ReceivedHandover, 'signer' | 'at'>>,
  { publicKey, from }: Pick<SigningKey, 'publicKey' | 'from'>,
): boolean {
  if (from === null) return false;
  let cameAlong = false;
  for (const { signer, at } of received) {
    if (signer.publicKey === publicKey) return true;
    cameAlong ||= at === from.at;
  }
  return !cameAlong;
}
