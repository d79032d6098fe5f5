/** Reads back what `electron/office/sample/png.ts` writes, as a canvas would give it: RGB rows, each the difference from the one above. */
import { inflateSync } from 'node:zlib';

export function decodePng(png: Uint8Array): { width: number; height: number; data: Uint8ClampedArray } {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const contentAt = 8 + 25 + 8;
  const rows = inflateSync(file.subarray(contentAt, contentAt + file.readUInt32BE(8 + 25)));
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const before = new Uint8Array(width * 3);
  for (let y = 0; y < height; y += 1) {
    const at = y * (width * 3 + 1) + 1;
    for (let x = 0; x < before.length; x += 1) {
      before[x] = ((before[x] ?? 0) + (rows[at + x] ?? 0)) & 0xff;
      data[(y * width + Math.floor(x / 3)) * 4 + (x % 3)] = before[x] ?? 0;
    }
  }
  return { width, height, data };
}
