/** QR codes as raw pixels: one byte a pixel, drawn by the compiler without a grey edge. */
import { encode } from 'uqr';

export type QrPixels = { side: number; bytes: Uint8Array };

/** Quiet zone around the code, in modules (ISO/IEC 18004 asks for four). */
const quietZone = 4;

/** The code at error correction level Q: a quarter of it may be worn off the badge. */
export function qrPixels(text: string): QrPixels {
  const { data, size } = encode(text, { ecc: 'Q', border: quietZone });
  const bytes = new Uint8Array(size * size);
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      bytes[y * size + x] = dark ? 0 : 255;
    });
  });
  return { side: size, bytes };
}
