/** What a picture's own header says of it: type and size in pixels. Nothing is decoded in this process. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/svg+xml';
export type PictureSize = { type: PictureType; width: number; height: number };

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Null for anything that is not a PNG or JPEG with a size. */
export function readPictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (pngMark.every((byte, index) => bytes[index] === byte)) return pngSize(view);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpegSize(view);
  return null;
}

/** The first chunk must be the header, which begins with width and height. */
function pngSize(view: DataView): PictureSize | null {
  const ihdr = 0x49484452;
  if (view.byteLength < 33 || view.getUint32(12) !== ihdr) return null;
  return sized('image/png', view.getUint32(16), view.getUint32(20));
}

/** Walks the segments to the frame header, which holds the size; it comes before the picture's own data. */
function jpegSize(view: DataView): PictureSize | null {
  const startOfScan = 0xda;
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === startOfScan) return null;
    if (isFrame(marker)) return sized('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    if (marker === 0xff) at += 1;
    else if (hasNoBody(marker)) at += 2;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

/** C0 to CF but for the tables (C4, CC) and the extension (C8) among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const hasNoBody = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

const sized = (type: PictureType, width: number, height: number): PictureSize | null =>
  width > 0 && height > 0 ? { type, width, height } : null;
