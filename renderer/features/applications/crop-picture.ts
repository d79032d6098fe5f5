/** Cuts the printed part out of a picture, in the sandbox: the office only stores bytes that it has checked. */

/** Proportions and least size of the printed photo: 30 × 40 mm at 300 dots an inch. */
export const printedWidth = 354;
export const printedHeight = 472;
const largestHeight = 944;

export type Cut = { x: number; y: number; width: number; height: number };

/** The largest 3 : 4 cut of a picture, from the middle of its width and a little above the middle of its height. */
export function suggestedCut(width: number, height: number): Cut {
  const ratio = printedWidth / printedHeight;
  const cutWidth = Math.min(width, height * ratio);
  const cutHeight = cutWidth / ratio;
  return { x: (width - cutWidth) / 2, y: (height - cutHeight) / 3, width: cutWidth, height: cutHeight };
}

/** The cut as JPEG, scaled to between 354 × 472 and twice that. */
export async function cutPicture(image: HTMLImageElement, cut: Cut): Promise<Uint8Array<ArrayBuffer>> {
  const height = Math.round(Math.min(largestHeight, Math.max(printedHeight, cut.height)));
  const width = Math.round((height * printedWidth) / printedHeight);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, cut.x, cut.y, cut.width, cut.height, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  if (!blob) throw new Error('the picture could not be encoded');
  return new Uint8Array(await blob.arrayBuffer());
}
