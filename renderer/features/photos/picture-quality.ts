/**
 * What can be said of a photo by its pixels alone: too dark, too light, flat, blurred. These are warnings, which a clerk
 * who looks at the person may set aside. Only the middle oval counts, where the face is: a white wall behind it says
 * nothing. Shares of pixels are compared, never an average, so that a dark face in good light is not called a dark photo.
 */

/** Red, green, blue and opacity of each pixel, row by row: what a canvas gives. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: ArrayLike<number> };
export type QualityWarning = 'dark' | 'light' | 'flat' | 'blurred';

/** Luminance 0-255. Even the lightest twentieth - teeth, eyes, a collar - stays below this: underexposed. */
const brightestOfDark = 110;
/** Even the darkest twentieth - hair, brows, pupils - stays above the one, and the lightest reaches the other: washed out. */
const darkestOfLight = 170;
const brightestOfLight = 235;
/** Between the darkest and the lightest twentieth there is less than this: fog, a copy of a copy. */
const leastSpread = 45;
/**
 * Variance of the Laplacian, as a share of the spread squared so that light does not count for sharpness. Skin in focus
 * gives ten times as much; a photo out of focus or blown up from a stamp less than this.
 */
const leastDetail = 0.0012;

/** The oval that the guide draws, as shares of the picture's width and height. */
export const faceOval = { x: 0.5, y: 0.46, radiusX: 0.31, radiusY: 0.34 } as const;
/** Where the eyes should be, as a share of the height from the top. */
export const eyeLine = 0.42;

/** `detail` is null where there is too little spread to speak of sharpness. */
export type Quality = { darkest: number; lightest: number; detail: number | null };

export function measureQuality({ width, height, data }: Pixels): Quality {
  const grey = new Float32Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * 4;
    grey[at] = 0.2126 * (data[from] ?? 0) + 0.7152 * (data[from + 1] ?? 0) + 0.0722 * (data[from + 2] ?? 0);
  }
  const at = (x: number, y: number): number => grey[y * width + x] ?? 0;
  const counts = new Uint32Array(256);
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      if (!inOval(x / width, y / height)) continue;
      const here = at(x, y);
      counts[Math.round(here)] = (counts[Math.round(here)] ?? 0) + 1;
      const laplacian = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * here;
      count += 1;
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  const darkest = shareBelow(counts, count * 0.05);
  const lightest = shareBelow(counts, count * 0.95);
  const spread = lightest - darkest;
  const variance = count === 0 ? 0 : squares / count - (sum / count) ** 2;
  return { darkest, lightest, detail: spread < leastSpread ? null : variance / spread ** 2 };
}

export function qualityWarnings({ darkest, lightest, detail }: Quality): QualityWarning[] {
  const warnings: QualityWarning[] = [];
  if (lightest < brightestOfDark) warnings.push('dark');
  else if (darkest > darkestOfLight && lightest > brightestOfLight) warnings.push('light');
  if (lightest - darkest < leastSpread) warnings.push('flat');
  else if (detail !== null && detail < leastDetail) warnings.push('blurred');
  return warnings;
}

function inOval(x: number, y: number): boolean {
  const across = (x - faceOval.x) / faceOval.radiusX;
  const down = (y - faceOval.y) / faceOval.radiusY;
  return across * across + down * down <= 1;
}

/** The luminance that so many pixels stay below. */
function shareBelow(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (const [luminance, count] of counts.entries()) {
    seen += count;
    if (seen >= wanted) return luminance;
  }
  return 255;
}
