/** QR codes as raw pixels: one byte a pixel, drawn by the compiler without a grey edge. */
import { encode } from 'uqr';
import { largestVersion, leastCorrection, quietZone } from '#shared/badge-check/code-size.ts';
import { codePrefix } from '#shared/badge-check/statement.ts';

export type QrPixels = { side: number; version: number; bytes: Uint8Array };

/**
 * A signed code is kept to the version that its size on paper is made for, with as much correction as that symbol has room
 * for; a short one has level Q: a quarter of it may be worn off the badge.
 */
export function qrPixels(text: string): QrPixels {
  const signed = text.startsWith(codePrefix);
  const { data, size, version } = encode(text, {
    ...{ ecc: signed ? leastCorrection : 'Q', boostEcc: signed, border: quietZone },
    ...(signed && { maxVersion: largestVersion }),
  });
  const bytes = new Uint8Array(size * size);
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      bytes[y * size + x] = dark ? 0 : 255;
    });
  });
  return { side: size, version, bytes };
}
