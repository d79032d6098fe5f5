/**
 * The office's data key: 32 random bytes, made once, from which every key that encrypts something is derived. It lives in
 * the memory of the main process while somebody is signed in, and nowhere else in the clear.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

export const keyBytes = 32;

export class OfficeKey {
  readonly #bytes: Buffer;
  #forgotten = false;

  /** Takes a copy. */
  constructor(bytes: Uint8Array) {
    if (bytes.length !== keyBytes) throw new Error('an office key has 32 bytes');
    this.#bytes = Buffer.from(bytes);
  }

  static random(): OfficeKey {
    return new OfficeKey(randomBytes(keyBytes));
  }

  /** A key of 32 bytes for one purpose (HKDF with SHA-256, RFC 5869): none of them tells anything of another. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.exposed(), '', `observer-accreditation/${purpose}`, keyBytes));
  }

  /** The key itself: for wrapping it, and for nothing else. */
  exposed(): Buffer {
    if (this.#forgotten) throw new Error('the office key has been forgotten');
    return this.#bytes;
  }

  /** Wipes it from memory. What was derived from it before is not touched. */
  forget(): void {
    this.#bytes.fill(0);
    this.#forgotten = true;
  }

  /** A key in a log or in a message would be a key lost. */
  toJSON(): string {
    return 'OfficeKey';
  }

  [inspect.custom](): string {
    return 'OfficeKey';
  }
}
