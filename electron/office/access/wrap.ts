/**
 * A secret under a password: scrypt (RFC 7914) makes a key of the password, AES-256-GCM wraps the secret under it. What
 * the wrap belongs to is authenticated with it, so a wrap put in another's place does not open.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

export type ScryptCost = { N: number; r: number; p: number };

/** 128 MB and a third of a second or so on an office laptop, for each guess. */
export const usualCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** A damaged or made-up file must not ask for all the memory, or for hours. */
const mostN = 2 ** 20;
const mostMemory = 1024 * 1024 * 1024;

const Base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, { error: `not ${String(bytes)} bytes` });

const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const secretBytes = 32;

export const Wrap = z
  .strictObject({
    kdf: z.literal('scrypt'),
    N: z.int().min(2).max(mostN),
    r: z.int().min(1).max(32),
    p: z.int().min(1).max(64),
    salt: Base64(saltBytes),
    nonce: Base64(nonceBytes),
    wrapped: Base64(secretBytes + tagBytes),
  })
  .refine(({ N, r }) => (N & (N - 1)) === 0 && 128 * N * r <= mostMemory, { error: 'no cost that can be paid' });
export type Wrap = z.infer<typeof Wrap>;

/** `pepper`: a second secret without which the password does not open the wrap. */
export type WrapOptions = { password: string; belongsTo: string; pepper?: Uint8Array };

/** Wraps 32 bytes; a fresh salt and nonce each time. */
export async function wrapSecret(secret: Uint8Array, cost: ScryptCost, options: WrapOptions): Promise<Wrap> {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(options, salt, cost), nonce);
  cipher.setAAD(Buffer.from(options.belongsTo, 'utf8'));
  const wrapped = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { kdf: 'scrypt', ...cost, salt: text(salt), nonce: text(nonce), wrapped: text(wrapped) };
}

/** The secret; null when password, pepper or owner is another. */
export async function unwrapSecret(wrap: Wrap, options: WrapOptions): Promise<Buffer | null> {
  const wrapped = Buffer.from(wrap.wrapped, 'base64');
  const key = await keyOf(options, Buffer.from(wrap.salt, 'base64'), wrap);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrap.nonce, 'base64'));
  decipher.setAAD(Buffer.from(options.belongsTo, 'utf8'));
  decipher.setAuthTag(wrapped.subarray(secretBytes));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, secretBytes)), decipher.final()]);
  } catch {
    return null;
  }
}

async function keyOf({ password, pepper }: WrapOptions, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  // One letter typed on two keyboards may come as one code or as two: both are the same password.
  const typed = Buffer.from(password.normalize('NFC'), 'utf8');
  const maxmem = 128 * N * r + 256 * r * p + 1024 * 1024;
  const key = await new Promise<Buffer>((resolve, reject) => {
    scrypt(typed, salt, secretBytes, { N, r, p, maxmem }, (error, derived) => {
      if (error) reject(error);
      else resolve(derived);
    });
  });
  if (!pepper) return key;
  return Buffer.from(hkdfSync('sha256', Buffer.concat([key, pepper]), salt, 'password and computer', secretBytes));
}
