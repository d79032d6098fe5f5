/** A QR code in a picture. */
import decodeQR from 'qr/decode.js';

/** Sides in pixels that a photo is tried in: phones take far more than a code needs, and blur goes with size. */
const photoSides = [1400, 900, 2200, 600] as const;
const photoMilliseconds = 1500;

/** The text of a code; null when none is seen in so many milliseconds. */
export function codeIn(image: ImageData, timeLimit: number): string | null {
  try {
    return decodeQR(image, { effort: 4, timeLimit });
  } catch {
    return null;
  }
}

type Picture = { source: CanvasImageSource; width: number; height: number };

/** Null for what the browser cannot show. */
async function pictureOf(file: Blob): Promise<Picture | null> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = address;
    });
    return { source: image, width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function pixelsOf({ source, width, height }: Picture, side: number): ImageData | null {
  const scale = Math.min(1, side / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  // What is transparent in a picture is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Lets the page be drawn before the next piece of work. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

export async function codeInPhoto(file: Blob): Promise<{ code: string } | 'noCode' | 'unreadable'> {
  const picture = await pictureOf(file);
  if (!picture || picture.width === 0) return 'unreadable';
  const largest = Math.max(picture.width, picture.height);
  const sides = photoSides.filter((side, index) => side < largest || index === 0);
  for (const side of sides) {
    await breath();
    const pixels = pixelsOf(picture, side);
    const code = pixels && codeIn(pixels, photoMilliseconds);
    if (code) return { code };
  }
  return 'noCode';
}
