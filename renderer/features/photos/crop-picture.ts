/** Cuts the printed part out of a picture, in the sandbox: the office only stores bytes that it has checked. */

/** Proportions and least size of the printed photo: 30 × 40 mm at 300 dots an inch. */
export const printedWidth = 354;
export const printedHeight = 472;
const largestHeight = 944;
/** Below half of what the print needs no clerk's eye can help: 150 dots an inch. Height of the cut in pixels. */
export const leastCutHeight = printedHeight / 2;

const ratio = printedWidth / printedHeight;

export type Size = { width: number; height: number };
/** In pixels of the picture after it was turned by `turn` degrees clockwise about its middle. */
export type Cut = { x: number; y: number; width: number; height: number; turn: number };

/** The size of the upright frame that holds a picture turned by some degrees. */
export function turnedSize({ width, height }: Size, turn: number): Size {
  const angle = (turn * Math.PI) / 180;
  const [across, down] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  return {
    width: Math.max(1, Math.round(width * across + height * down)),
    height: Math.max(1, Math.round(width * down + height * across)),
  };
}

/** The largest 3 : 4 cut of a picture, from the middle of its width and a little above the middle of its height. */
export function suggestedCut(picture: Size, turn = 0): Cut {
  const { width, height } = turnedSize(picture, turn);
  const cutWidth = Math.min(width, height * ratio);
  const cutHeight = cutWidth / ratio;
  return { x: (width - cutWidth) / 2, y: (height - cutHeight) / 3, width: cutWidth, height: cutHeight, turn };
}

/** The cut made larger or smaller about its middle, and moved back into the picture where it would stick out. */
export function scaledCut(cut: Cut, factor: number, picture: Size): Cut {
  const { width, height } = turnedSize(picture, cut.turn);
  const most = Math.min(width, height * ratio);
  const cutWidth = Math.min(most, Math.max(Math.min(most, leastCutHeight * ratio), cut.width * factor));
  const cutHeight = cutWidth / ratio;
  const between = (value: number, highest: number) => Math.min(Math.max(0, value), Math.max(0, highest));
  return {
    x: between(cut.x + (cut.width - cutWidth) / 2, width - cutWidth),
    y: between(cut.y + (cut.height - cutHeight) / 2, height - cutHeight),
    width: cutWidth,
    height: cutHeight,
    turn: cut.turn,
  };
}

/** The same part of the picture, as near as can be, after it was turned a little more. */
export function turnedCut(cut: Cut, turn: number, picture: Size): Cut {
  const before = turnedSize(picture, cut.turn);
  const after = turnedSize(picture, turn);
  const x = cut.x + (after.width - before.width) / 2;
  const y = cut.y + (after.height - before.height) / 2;
  return scaledCut({ ...cut, x, y, turn }, 1, picture);
}

/** A part of the turned picture on a canvas of a given size; where the turned picture has corners missing it is white. */
export function drawCut(source: ImageBitmap, cut: Cut, { width, height }: Size): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  const turned = turnedSize(source, cut.turn);
  context.scale(width / cut.width, height / cut.height);
  context.translate(turned.width / 2 - cut.x, turned.height / 2 - cut.y);
  context.rotate((cut.turn * Math.PI) / 180);
  context.drawImage(source, -source.width / 2, -source.height / 2);
  return context;
}

/** The cut as JPEG, scaled to between 354 × 472 and twice that. */
export async function cutPicture(source: ImageBitmap, cut: Cut): Promise<Blob> {
  const height = Math.round(Math.min(largestHeight, Math.max(printedHeight, cut.height)));
  const { canvas } = drawCut(source, cut, { width: Math.round(height * ratio), height });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  if (!blob) throw new Error('the picture could not be encoded');
  return blob;
}

export const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());
