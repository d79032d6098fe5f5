/**
 * This computer's secret, held by the system's keyring where there is one. What it is for, and what it is not:
 *
 * Who steals the disk guesses passwords as fast as their computer can. With the system's keyring each operator has two
 * wraps of the data key. `here` needs the password and this computer's secret, which the disk alone does not give away:
 * it opens at the usual cost. `alone` needs the password only, at several times the cost: it is what a thief has to
 * guess at, and what still opens when the secret is lost (the account's password was reset, the system installed anew,
 * the folder brought to another laptop, a backup restored). Losing the system's keyring so costs a few seconds at the
 * next signing in, which makes a new secret; it never costs the office. The recovery key needs no computer's secret: 130
 * bits are not guessed.
 *
 * Without a system's keyring there is `alone`, at the usual cost.
 */
import { randomBytes } from 'node:crypto';
import type { SystemKeyring } from '../context/ports.ts';

const secretBytes = 32;

/** The secret from its encrypted form; null when there is none, or this computer cannot open it. */
export async function openComputerSecret(
  keyring: SystemKeyring | undefined,
  encrypted: string | null,
): Promise<Buffer | null> {
  if (!keyring || encrypted === null) return null;
  const opened = await keyring.open(Buffer.from(encrypted, 'base64'));
  const secret = opened === null ? null : Buffer.from(opened, 'base64');
  return secret?.length === secretBytes ? secret : null;
}

/** A new one and its encrypted form; null where there is no keyring to hold it. */
export async function newComputerSecret(
  keyring: SystemKeyring | undefined,
): Promise<{ secret: Buffer; encrypted: string } | null> {
  const secret = randomBytes(secretBytes);
  const encrypted = (await keyring?.encrypt(secret.toString('base64'))) ?? null;
  return encrypted ? { secret, encrypted: encrypted.toString('base64') } : null;
}
