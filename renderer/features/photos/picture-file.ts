/**
 * What a chosen file is, by its first bytes and never by its name. What cannot become a photo is told from what can, so
 * that the clerk hears why: a phone's HEIC and a scanner's CMYK are pictures, but not such as can be printed here.
 */

/** As the office holds it too: `electron/office/store/photos.ts`. */
export const largestFileBytes = 8 * 1024 * 1024;
export const largestSidePixels = 6000;
/** Each side of the picture as received, in pixels. */
export const smallestSidePixels = 200;

/** Why a file cannot be used at all; worded in `photos:fault`. */
export type FileFault = 'empty' | 'notAnImage' | 'heic' | 'animated' | 'cmyk' | 'otherKind' | 'tooManyBytes';

const holds = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Null when the bytes are those of a still JPEG or PNG in grey or RGB. */
export function fileFault(bytes: Uint8Array): FileFault | null {
  if (bytes.length === 0) return 'empty';
  const fault = kindFault(bytes);
  // A film of a gigabyte is no picture first of all.
  return fault ?? (bytes.length > largestFileBytes ? 'tooManyBytes' : null);
}

function kindFault(bytes: Uint8Array): FileFault | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpegFault(bytes);
  if (holds(bytes, 0, '\x89PNG\r\n\x1a\n')) return isAnimatedPng(bytes) ? 'animated' : null;
  // ISO base media: the brand stands behind the length of the first box.
  if (holds(bytes, 4, 'ftyp')) return isHeif(bytes) ? 'heic' : 'notAnImage';
  if (holds(bytes, 0, 'GIF8')) return 'animated';
  if (holds(bytes, 0, 'RIFF') && holds(bytes, 8, 'WEBP')) return 'otherKind';
  if (holds(bytes, 0, 'BM') || holds(bytes, 0, 'II*\0') || holds(bytes, 0, 'MM\0*') || holds(bytes, 0, '%PDF'))
    return 'otherKind';
  return 'notAnImage';
}

const heifBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'];
const isHeif = (bytes: Uint8Array): boolean => heifBrands.some((brand) => holds(bytes, 8, brand));

/** Walks the segments to the frame header: four components are CMYK, the colours of a printing press. */
function jpegFault(bytes: Uint8Array): FileFault | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xda) return 'notAnImage';
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrameHeader(marker)) return bytes[at + 9] === 4 ? 'cmyk' : null;
    else at += 2 + Math.max(2, ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return 'notAnImage';
}

/** C0 to CF but for the tables (C4, CC) and the extension (C8) among them. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** An animated PNG says so in a chunk before the picture's own data. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length && !holds(bytes, at + 4, 'IDAT'); at += 12 + view.getUint32(at)) {
    if (holds(bytes, at + 4, 'acTL')) return true;
  }
  return false;
}
