import { generateKeyPairSync } from 'node:crypto';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { identityOf, recipientOf } from '../../../electron/office/access/x25519-key.ts';

function pair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ format: 'jwk' }).x ?? '', secret: privateKey };
}
const raw = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');

it('what is encrypted to a signing key is opened by its secret alone', async () => {
  for (let n = 0; n < 20; n += 1) {
    const [own, other] = [pair(), pair()];
    const recipient = recipientOf(own.publicKey);
    if (recipient === null) throw new Error('a key just made cannot be sealed to');
    expect(await identityToRecipient(identityOf(own.secret))).toBe(recipient);
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    const encrypted = await encrypter.encrypt(new Uint8Array([n, 1, 2]));
    const open = (secret: typeof own.secret) => {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identityOf(secret));
      return decrypter.decrypt(encrypted);
    };
    expect(await open(own.secret)).toEqual(new Uint8Array([n, 1, 2]));
    await expect(open(other.secret)).rejects.toThrow();
  }
});

it('nothing is encrypted to 32 bytes that are no key, or one that everybody could open', () => {
  const neutral = '01'.padEnd(64, '0');
  const orderTwo = 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f';
  const orderFour = ''.padEnd(64, '0');
  const orderEight = '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05';
  const notOnTheCurve = '02'.padEnd(64, '0');
  const tooLarge = ''.padEnd(64, 'f');
  for (const bytes of [neutral, orderTwo, orderFour, orderEight, notOnTheCurve, tooLarge]) {
    expect(recipientOf(raw(bytes)), bytes).toBeNull();
  }
  expect(recipientOf('short')).toBeNull();
});
