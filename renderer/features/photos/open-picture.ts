/** A file as the clerk gave it, looked at before anything is done with it: a picture to work on, or why it is none. */
import { measureQuality, qualityWarnings, type QualityWarning } from './picture-quality.ts';
import { drawCut, leastCutHeight, printedHeight, printedWidth, suggestedCut, type Cut } from './crop-picture.ts';
import { fileFault, largestFileBytes, largestSidePixels, smallestSidePixels, type FileFault } from './picture-file.ts';

/** Worded in `photos:fault`. */
export type PictureFault = FileFault | 'tooSmall' | 'tooManyPixels' | 'unreadable';
/** Worded in `photos:warning`; a clerk may set each aside. */
export type PhotoWarning = QualityWarning | 'small';
export type Opened =
  { ok: true; original: Uint8Array<ArrayBuffer>; source: ImageBitmap } | { ok: false; fault: PictureFault };

/** The picture upright, as its camera meant it (EXIF). The caller closes `source` when it is done with it. */
export async function openPicture(file: Blob): Promise<Opened> {
  // A huge file is told by its beginning; the rest of it need not come into memory.
  const beginning = file.size > largestFileBytes ? file.slice(0, largestFileBytes) : file;
  let original: Uint8Array<ArrayBuffer>;
  try {
    original = new Uint8Array(await beginning.arrayBuffer());
  } catch {
    return { ok: false, fault: 'unreadable' };
  }
  const fault = fileFault(original) ?? (file.size > largestFileBytes ? 'tooManyBytes' : null);
  if (fault) return { ok: false, fault };
  let source: ImageBitmap;
  try {
    source = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { ok: false, fault: 'unreadable' };
  }
  const { width, height } = source;
  const tooSmall = Math.min(width, height) < smallestSidePixels || suggestedCut(source).height < leastCutHeight;
  if (!tooSmall && Math.max(width, height) <= largestSidePixels) return { ok: true, original, source };
  source.close();
  return { ok: false, fault: tooSmall ? 'tooSmall' : 'tooManyPixels' };
}

/** What is to be said of a cut, at the size it is printed in. */
export function warningsOf(source: ImageBitmap, cut: Cut): PhotoWarning[] {
  const size = { width: printedWidth, height: printedHeight };
  const pixels = drawCut(source, cut, size).getImageData(0, 0, size.width, size.height);
  const warnings = qualityWarnings(measureQuality(pixels));
  if (cut.height >= printedHeight) return warnings;
  // What is blown up is soft because it is small: that is said once.
  return ['small', ...warnings.filter((warning) => warning !== 'blurred')];
}

/** What the words of faults and warnings have to tell. */
export const photoLimits = {
  megabytes: largestFileBytes / 1024 / 1024,
  most: largestSidePixels,
  least: smallestSidePixels,
  printedWidth,
  printedHeight,
} as const;
