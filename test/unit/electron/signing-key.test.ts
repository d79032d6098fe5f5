import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  openSigningKey,
  signingKeyName,
  verifySignature,
  type Signer,
} from '../../../electron/office/access/signing-key.ts';
import { nodeFiles } from '../../../electron/office/device/device.ts';
import type { Files } from '../../../electron/office/device/files.ts';
import { SigningKey, readableFingerprint } from '#shared/domain/records/signing-key.ts';
import { standingClock, temporaryFolder } from '../../support/open-office.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const clock = standingClock('2026-11-10');
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

async function signer(files?: Files): Promise<Signer> {
  const opened = await openSigningKey(place.folder, clock, files);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}
const failing = (code: string): Files => ({
  ...nodeFiles,
  openNew: () => Promise.reject(Object.assign(new Error(code), { code })),
});

describe('the office’s signing key', () => {
  it('is made once and is the same at every opening', async () => {
    const made = await signer();
    const again = await signer();
    expect(again.key).toEqual(made.key);
    expect(again.sign(Buffer.from('a'))).toEqual(made.sign(Buffer.from('a')));
    expect(SigningKey.parse(made.key)).toEqual(made.key);
    expect(await readdir(place.folder)).toEqual([signingKeyName]);
  });

  it('is for this account alone', async () => {
    await signer();
    if (process.platform !== 'win32') {
      expect((await stat(join(place.folder, signingKeyName))).mode & 0o077).toBe(0);
    }
  });

  it('signs what only its own public half confirms, and nothing that was altered', async () => {
    const [own, { key: foreign }] = [await signer(), (await rm(join(place.folder, signingKeyName)), await signer())];
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(7), (bytes, at, bit) => {
        const signature = own.sign(bytes);
        expect(signature).toHaveLength(64);
        expect(verifySignature(own.key.publicKey, bytes, signature)).toBe(true);
        expect(verifySignature(foreign.publicKey, bytes, signature)).toBe(false);
        const altered = Uint8Array.from(bytes);
        altered[at % bytes.length]! ^= 1 << bit;
        expect(verifySignature(own.key.publicKey, altered, signature)).toBe(false);
        const forged = Uint8Array.from(signature);
        forged[at % 64]! ^= 1 << bit;
        expect(verifySignature(own.key.publicKey, bytes, forged)).toBe(false);
        expect(verifySignature(own.key.publicKey, bytes, signature.subarray(0, at % 64))).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(verifySignature('no key', Buffer.from('a'), own.sign(Buffer.from('a')))).toBe(false);
  });

  it('is read aloud by its fingerprint, whose first groups are its id', async () => {
    const { key } = await signer();
    expect(key.fingerprint).toBe(fingerprintOf(key.publicKey));
    const read = readableFingerprint(key.fingerprint);
    expect(read).toMatch(/^(?:[0-9A-F]{4} ){7}[0-9A-F]{4}$/u);
    expect(read.replaceAll(' ', '').slice(0, 8).toLowerCase()).toBe(key.id);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 60)],
    ['of another kind', () => '{"format":"something/1"}'],
    ['with another id', (text: string) => text.replaceAll(/"(?:id|current)":"[0-9a-f]{8}"/gu, '"id":"00000000"')],
  ])('is moved aside when its file is %s, and another is made', async (_what, damage) => {
    const { key: before } = await signer();
    const path = join(place.folder, signingKeyName);
    const damaged = damage(await readFile(path, 'utf8'));
    await writeFile(path, damaged);
    const { key: after } = await signer();
    expect(after.id).not.toBe(before.id);
    const aside = (await readdir(place.folder)).find((name) => name.includes('unreadable')) ?? '';
    expect(await readFile(join(place.folder, aside), 'utf8')).toBe(damaged);
  });

  it('is refused, in words for the clerk, where the device does not take it', async () => {
    expect(await openSigningKey(place.folder, clock, failing('ENOSPC'))).toEqual({
      ok: false,
      refusal: { code: 'signing.noKey', params: { reason: 'full' } },
    });
    expect(await openSigningKey(place.folder, clock, failing('EACCES'))).toMatchObject({ ok: false });
    expect(await readdir(place.folder)).toEqual([]);
  });
});
