/**
 * The office's own Ed25519 key (RFC 8032): it signs badges and bags. It is made when the office is first opened, and its
 * private half never leaves the office's folder; whoever encrypts that folder encrypts this file as well.
 *
 * What is signed begins differently for each use (a badge's code with `KGO2`, a bag's manifest with a sum), so that a
 * signature made for one is never good for the other.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { KeyId, PublicKey, type SigningKey } from '#shared/domain/records/signing-key.ts';
import { Instant } from '#shared/domain/base/primitives.ts';
import { identityOf } from './x25519-key.ts';
import { nodeFiles } from '../device/device.ts';
import { isDiskFull, systemCode, type Files } from '../device/files.ts';
import { isDamaged } from '../store/encrypted-files.ts';
import { writeWhole } from '../device/atomic-write.ts';
import type { Clock } from '../context/ports.ts';

export const signingKeyName = 'signing-key.json';

export type Signer = {
  /** What the register records of the key. */
  readonly key: SigningKey;
  /** 64 bytes; the same bytes always get the same signature. */
  sign(bytes: Uint8Array): Uint8Array;
  /** What opens a bag that was encrypted to this key, for the thread that opens it. */
  identity(): string;
};

/**
 * The key that signs is `current`; the others are earlier ones, kept so that what they signed can be signed again alike.
 * There is one key until a rotation is built.
 */
const KeyFile = z.strictObject({
  format: z.literal('observer-accreditation-signing-key/1'),
  current: KeyId,
  keys: z.array(z.strictObject({ id: KeyId, madeAt: Instant, privateKey: z.string().max(200) })).min(1),
});
type KeyFile = z.infer<typeof KeyFile>;

/** The fixed head of an Ed25519 public key in DER (RFC 8410); the 32 bytes of the key follow it. */
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** True when the signature was made over these bytes by the private half of this key; false for anything malformed. */
export function verifySignature(publicKey: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (!PublicKey.safeParse(publicKey).success || signature.length !== 64) return false;
  try {
    const der = Buffer.concat([publicHead, Buffer.from(publicKey, 'base64url')]);
    return verify(null, bytes, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}

/** The whole fingerprint of a key: SHA-256 of its 32 bytes, hexadecimal. */
export const fingerprintOf = (publicKey: PublicKey): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');

/**
 * The key of the office in a folder, made where there is none. One that cannot be read is moved aside, and another is
 * made: the register keeps the public half of both, so that what the first signed stays good. Refuses with
 * `signing.noKey` when the device does not take or give the file; the office then works on without signing.
 */
export async function openSigningKey(folder: string, clock: Clock, files: Files = nodeFiles): Promise<Outcome<Signer>> {
  const path = join(folder, signingKeyName);
  try {
    const kept = await files.read(path).catch((error: unknown) => {
      if (isDamaged(error)) return Buffer.alloc(0);
      throw error;
    });
    if (kept !== null) {
      const read = readKey(kept);
      if (read) return done(read);
      await files.rename(path, `${path}.unreadable-${clock.now().toISOString().slice(0, 19).replaceAll(':', '-')}`);
    }
    const made = newKey(clock.now().toISOString());
    await writeWhole(files, path, () => `${JSON.stringify(made)}\n`);
    const signer = readKey(Buffer.from(JSON.stringify(made)));
    if (!signer) throw new Error('a key just made cannot be read');
    return done(signer);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return refuse('signing.noKey', { reason: isDiskFull(error) ? 'full' : 'device' });
  }
}

function newKey(madeAt: string): KeyFile {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { id } = describeKey(publicKey, madeAt);
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return {
    format: 'observer-accreditation-signing-key/1',
    current: id,
    keys: [{ id, madeAt, privateKey: secret }],
  };
}

function readKey(bytes: Buffer): Signer | null {
  try {
    const { current, keys } = KeyFile.parse(JSON.parse(bytes.toString('utf8')));
    const kept = keys.find(({ id }) => id === current);
    if (!kept) return null;
    const secret = createPrivateKey({ key: Buffer.from(kept.privateKey, 'base64'), format: 'der', type: 'pkcs8' });
    if (secret.asymmetricKeyType !== 'ed25519') return null;
    const key = describeKey(createPublicKey(secret), kept.madeAt);
    if (key.id !== current) return null;
    return {
      key,
      sign: (signed) => new Uint8Array(sign(null, signed, secret)),
      identity: () => identityOf(secret),
    };
  } catch {
    return null;
  }
}

function describeKey(key: KeyObject, madeAt: string): SigningKey {
  const publicKey = key.export({ format: 'der', type: 'spki' }).subarray(publicHead.length).toString('base64url');
  const fingerprint = fingerprintOf(publicKey);
  return { id: fingerprint.slice(0, 8), publicKey, fingerprint, madeAt, from: null };
}
