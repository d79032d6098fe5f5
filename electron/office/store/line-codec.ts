/**
 * The form in which a journal's line stands on the device: as it is, or encrypted.
 *
 * The chain of sums runs over the plain lines, so it is the same before and after an office is encrypted, and a sum printed
 * on an old act still holds. An encrypted line is AES-256-GCM of the plain one under a nonce of its own, in base 64:
 *
 *     s1:<base 64 of nonce (12 bytes), encrypted line, tag (16 bytes)>
 *
 * It is still one line a command, so what a power cut leaves behind is found as before; and it is bound to its number, so
 * a line moved to another place does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { OfficeKey } from '../crypto/office-key.ts';

export type LineCodec = {
  /** Of a whole plain line without its newline. */
  encode(plain: Buffer, seq: number): Buffer;
  /** Null for what was not encoded so, or has been changed, or moved. */
  decode(stored: Buffer, seq: number): Buffer | null;
};

export const plainLines: LineCodec = { encode: (plain) => plain, decode: (stored) => stored };

const mark = 's1:';
const nonceBytes = 12;
const tagBytes = 16;

/** How a line stands, by its first byte, for a plain one is a JSON object; null for what is no line at all. */
export function formOfLine(start: Uint8Array): 'plain' | 'encrypted' | null {
  if (start[0] === mark.charCodeAt(0)) return 'encrypted';
  return start[0] === '{'.charCodeAt(0) ? 'plain' : null;
}

export function encryptedLines(officeKey: OfficeKey): LineCodec {
  const key = officeKey.derive('journal');
  return {
    encode(plain, seq) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(placeOf(seq));
      const encrypted = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      return Buffer.from(mark + encrypted.toString('base64'), 'latin1');
    },
    decode(stored, seq) {
      const text = stored.toString('latin1');
      if (!text.startsWith(mark)) return null;
      const encrypted = Buffer.from(text.slice(mark.length), 'base64');
      // Several texts decode to the same bytes; only the one that was written is whole.
      if (encrypted.length < nonceBytes + tagBytes || encrypted.toString('base64') !== text.slice(mark.length))
        return null;
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, nonceBytes)).setAAD(placeOf(seq));
      decipher.setAuthTag(encrypted.subarray(encrypted.length - tagBytes));
      try {
        return Buffer.concat([
          decipher.update(encrypted.subarray(nonceBytes, encrypted.length - tagBytes)),
          decipher.final(),
        ]);
      } catch {
        return null;
      }
    },
  };
}

function placeOf(seq: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(seq));
  return place;
}
