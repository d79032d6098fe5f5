/**
 * Emblems: a PNG, or a drawing (SVG) that only draws. A drawing that could fetch, run or blow up anything is refused by
 * its text, before any program reads it as a drawing.
 */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { checkPicture, type PictureShelf } from './photos.ts';
import type { PictureSize } from './picture-size.ts';

/** A coat of arms drawn in every detail is a tenth of it. */
export const largestDrawingBytes = 1024 * 1024;

export const emblemShelf: PictureShelf = { name: 'emblems', check: checkEmblem };

export function checkEmblem(bytes: Uint8Array): Outcome<PictureSize> {
  const looksLikeText = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf) === 0x3c;
  if (!looksLikeText) {
    const picture = checkPicture(bytes);
    // A photograph has no transparent ground.
    return picture.ok && picture.value.type !== 'image/png' ? refuse('photo.notAnImage') : picture;
  }
  if (bytes.length > largestDrawingBytes) return refuse('photo.tooLarge', { megabytes: 1, most: 6000 });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('photo.notAnImage');
  }
  const root = /<svg\b[^<>]*>/u.exec(text)?.[0];
  if (!root || !/<\/svg\s{0,99}>$/u.test(text.trimEnd())) return refuse('photo.notAnImage');
  const found = unsafe.find(({ sign }) => sign.test(text));
  if (found) return refuse('design.emblemUnsafe', { found: found.name });
  return done({ type: 'image/svg+xml', ...sizeOf(root) });
}

/** Letters must be outlines: no program may choose another font for the commission's emblem. */
const unsafe = [
  { name: 'DOCTYPE', sign: /<!(?:DOCTYPE|ENTITY)/iu },
  { name: 'script', sign: /<\s*(?:\w+:)?script\b|\son\w+\s*=|javascript:/iu },
  { name: 'foreignObject', sign: /<\s*(?:\w+:)?(?:foreignObject|iframe|embed|object)\b/iu },
  { name: 'text', sign: /<\s*(?:\w+:)?text\b/iu },
  { name: 'image', sign: /<\s*(?:\w+:)?(?:image|feImage)\b/iu },
  // Each sign is looked for in one pass: blanks are taken whole, or a file of nothing else would take hours.
  { name: 'href', sign: /\bhref(?=(\s*))\1=(?=(\s*))\2["'](?=(\s*))\3[^"'#\s]/iu },
  { name: 'url()', sign: /url\((?=(\s*))\1(?:["'](?=(\s*))\2)?[^)\s"'#]/iu },
  { name: '@import', sign: /@import/iu },
  { name: 'stylesheet', sign: /<\?xml-stylesheet/iu },
];

/** In the drawing's own units; a drawing has no pixels. */
function sizeOf(root: string): { width: number; height: number } {
  const box = /\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/u.exec(root);
  const side = (value: string | undefined): number => Math.max(1, Math.round(Number(value ?? 0)) || 1);
  return { width: side(box?.[1]), height: side(box?.[2]) };
}
