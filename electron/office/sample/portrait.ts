/**
 * Portraits for people who do not exist: a drawn head and shoulders, plainly a drawing and nobody's likeness. Shapes
 * are signed distances, so their edges are smooth; the same seed draws the same portrait.
 */
import { encodePng } from './png.ts';
import { randomFrom } from './random.ts';
import type { Sex } from '#shared/domain/records/person.ts';

type Colour = readonly [red: number, green: number, blue: number];
/** Distance in pixels to the edge of a shape, negative inside. */
type Shape = (x: number, y: number) => number;

export const portraitWidth = 300;
export const portraitHeight = 400;

const skins: Colour[] = [
  [244, 214, 190],
  [232, 190, 158],
  [214, 166, 128],
  [188, 136, 98],
  [150, 102, 72],
  [112, 74, 54],
];
const hairs: Colour[] = [
  [38, 30, 28],
  [62, 44, 34],
  [96, 66, 44],
  [140, 100, 62],
  [176, 172, 168],
  [72, 72, 76],
];
const grounds: Colour[] = [
  [226, 231, 236],
  [232, 229, 222],
  [222, 232, 230],
  [235, 228, 230],
  [228, 230, 238],
];
const suits: Colour[] = [
  [38, 50, 68],
  [58, 62, 70],
  [72, 48, 56],
  [36, 66, 66],
  [88, 80, 66],
  [56, 50, 86],
];
const ties: Colour[] = [
  [142, 40, 52],
  [36, 84, 128],
  [44, 104, 84],
  [148, 106, 44],
  [92, 62, 120],
];

const ellipse =
  (cx: number, cy: number, rx: number, ry: number): Shape =>
  (x, y) => {
    const dx = (x - cx) / rx;
    const dy = (y - cy) / ry;
    return (Math.sqrt(dx * dx + dy * dy) - 1) * Math.min(rx, ry);
  };

const roundedBox =
  (cx: number, cy: number, halfWidth: number, halfHeight: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - cx) - halfWidth + radius;
    const dy = Math.abs(y - cy) - halfHeight + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };

/** The side of a line on which the point lies left of the direction from a to b. */
const halfPlane = (ax: number, ay: number, bx: number, by: number): Shape => {
  const length = Math.hypot(bx - ax, by - ay);
  return (x, y) => ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length;
};

const union =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));
const both =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    Math.max(...shapes.map((shape) => shape(x, y)));
const without =
  (shape: Shape, cut: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -cut(x, y));
const outline =
  (shape: Shape, thickness: number): Shape =>
  (x, y) =>
    Math.abs(shape(x, y)) - thickness / 2;

const shade = (colour: Colour, by: number): Colour =>
  colour.map((channel) => Math.max(0, Math.min(255, Math.round(channel * by)))) as unknown as Colour;

/** A PNG of 300 × 400 pixels. */
export function drawPortrait(seed: number, sex: Sex): Uint8Array {
  const random = randomFrom(seed * 7919 + 17);
  const canvas = new Uint8Array(portraitWidth * portraitHeight * 3);
  const ground = random.pick(grounds);
  const skin = random.pick(skins);
  const hair = random.pick(hairs);
  const suit = random.pick(suits);
  paintGround(canvas, ground);
  const paint = (shape: Shape, colour: Colour, top = 0, bottom = portraitHeight) => {
    fill(canvas, shape, colour, top, bottom);
  };

  const centre = 150 + random.between(-2, 2);
  const faceWidth = 58 + random.between(-4, 6);
  const faceHeight = 76 + random.between(-4, 5);
  const faceY = 168 + random.between(-4, 4);
  const woman = sex === 'female';

  // Hair behind the head.
  const long = woman && random.next() < 0.6;
  if (long) {
    const length = random.between(60, 120);
    paint(
      roundedBox(centre, faceY + length / 2 - 22, faceWidth + 22, faceHeight + length / 2 - 6, 58),
      shade(hair, 0.9),
    );
  } else if (woman) {
    paint(ellipse(centre, faceY - 12, faceWidth + 18, faceHeight + 10), shade(hair, 0.92));
  }

  // Neck, shoulders, clothes.
  paint(roundedBox(centre, faceY + faceHeight + 10, 28, 50, 14), shade(skin, 0.9), 210);
  const shoulders = roundedBox(centre, 408, 118 + random.between(-6, 8), 118, 66);
  paint(shoulders, suit, 270);
  if (random.next() < (woman ? 0.35 : 0.8)) {
    const opening = both(halfPlane(centre, 390, centre - 36, 286), halfPlane(centre + 36, 286, centre, 390), shoulders);
    paint(opening, [246, 246, 244], 270);
    if (!woman || random.next() < 0.2) {
      const tie = random.pick(ties);
      paint(union(roundedBox(centre, 308, 9, 9, 4), roundedBox(centre, 352, 8, 42, 5)), tie, 290);
    }
  } else {
    paint(both(ellipse(centre, 282, 42, 30), shoulders), shade(skin, 0.94), 260);
  }

  // Ears, head, features.
  const ear = (side: number) => ellipse(centre + side * (faceWidth - 1), faceY + 4, 9, 14);
  if (!long) paint(union(ear(-1), ear(1)), shade(skin, 0.93), 120, 240);
  const head = ellipse(centre, faceY, faceWidth, faceHeight);
  paint(head, skin, 60, 280);
  drawFace(paint, { centre, faceY, faceWidth, skin, hair, woman, random });

  // Beard, hair on top, glasses.
  if (!woman && random.next() < 0.3) {
    const beard = both(head, (x, y) => faceY + 26 - y + Math.abs(x - centre) * 0.28);
    const lips = ellipse(centre, faceY + 38, 15, 6);
    paint(without(beard, lips), shade(hair, 1.06), 180, 280);
  }
  const bald = !woman && random.next() < 0.14;
  if (!bald) {
    const lift = random.between(4, 16);
    const crown = ellipse(centre, faceY - 14, faceWidth + 6, faceHeight + lift - 6);
    const parting = random.pick([-38, -18, 18, 38]);
    const forehead = union(
      ellipse(centre + parting, faceY + 18, faceWidth + 4, faceHeight - 4 - random.between(0, 8)),
      ellipse(centre - parting / 2, faceY + 24, faceWidth - 2, faceHeight - 4),
    );
    paint(
      without(
        both(crown, (_x, y) => y - faceY - 6),
        forehead,
      ),
      hair,
      40,
      240,
    );
  }
  if (random.next() < 0.28) {
    const glass = (side: number) => roundedBox(centre + side * 25, faceY - 4, 19, 14, 10);
    const bridge = roundedBox(centre, faceY - 6, 7, 1.4, 1);
    paint(union(outline(glass(-1), 3), outline(glass(1), 3), bridge), [44, 44, 50], 130, 220);
  }

  // The corner says, without a word, that this is a drawing.
  const stripe = (offset: number) =>
    both(
      halfPlane(300 - offset, 400, 300, 400 - offset),
      (x, y) => -halfPlane(300 - offset + 9, 400, 300, 400 - offset + 9)(x, y),
    );
  paint(union(stripe(46), stripe(28)), [143, 29, 44], 340);
  return encodePng(canvas, portraitWidth, portraitHeight);
}

type Face = {
  centre: number;
  faceY: number;
  faceWidth: number;
  skin: Colour;
  hair: Colour;
  woman: boolean;
  random: ReturnType<typeof randomFrom>;
};

function drawFace(
  paint: (shape: Shape, colour: Colour, top?: number, bottom?: number) => void,
  { centre, faceY, faceWidth, skin, hair, woman, random }: Face,
): void {
  const apart = Math.round(faceWidth * 0.42);
  const eyeY = faceY - 4;
  const iris = random.pick<Colour>([
    [58, 42, 32],
    [74, 92, 84],
    [66, 86, 116],
    [44, 36, 34],
  ]);
  const brow = shade(hair, 0.9);
  for (const side of [-1, 1]) {
    const x = centre + side * apart;
    paint(ellipse(x, eyeY, 11, 6.5), [250, 250, 248], 130, 220);
    paint(ellipse(x, eyeY, 5.2, 5.6), iris, 130, 220);
    paint(ellipse(x, eyeY, 2.4, 2.6), [20, 18, 18], 130, 220);
    paint(roundedBox(x, eyeY - 16, 14, woman ? 1.9 : 2.9, 1.8), brow, 120, 200);
  }
  const nose = union(ellipse(centre, faceY + 20, 8, 5), roundedBox(centre + 4, faceY + 8, 1.6, 14, 1.6));
  paint(nose, shade(skin, 0.86), 150, 230);
  const smile = both(ellipse(centre, faceY + 34, 20, 12), (_x, y) => faceY + 37 - y);
  paint(smile, woman ? [176, 72, 78] : shade(skin, 0.68), 190, 240);
  for (const side of [-1, 1])
    paint(ellipse(centre + side * (apart + 8), faceY + 24, 11, 7), shade(skin, 0.975), 160, 240);
}

function paintGround(canvas: Uint8Array, [red, green, blue]: Colour): void {
  for (let y = 0; y < portraitHeight; y += 1) {
    const light = 1.02 - (y / portraitHeight) * 0.1;
    const row = [Math.min(255, red * light), Math.min(255, green * light), Math.min(255, blue * light)].map(Math.round);
    for (let x = 0; x < portraitWidth; x += 1) canvas.set(row, (y * portraitWidth + x) * 3);
  }
}

/** Side of the squares that are looked at as a whole before their pixels are. */
const square = 10;

function fill(canvas: Uint8Array, shape: Shape, colour: Colour, top: number, bottom: number): void {
  for (let y = Math.max(0, top); y < Math.min(portraitHeight, bottom); y += square) {
    for (let x = 0; x < portraitWidth; x += square) {
      // A square whose middle is further from the shape than its corners can reach holds none of it.
      if (shape(x + square / 2, y + square / 2) > square * 1.5) continue;
      fillSquare(canvas, shape, colour, x, y, Math.min(portraitHeight, bottom));
    }
  }
}

function fillSquare(canvas: Uint8Array, shape: Shape, colour: Colour, left: number, top: number, bottom: number): void {
  for (let y = top; y < Math.min(top + square, bottom); y += 1) {
    for (let x = left; x < Math.min(left + square, portraitWidth); x += 1) {
      const cover = 0.5 - shape(x + 0.5, y + 0.5);
      if (cover <= 0) continue;
      const part = Math.min(1, cover);
      const at = (y * portraitWidth + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const before = canvas[at + channel] ?? 0;
        canvas[at + channel] = Math.round(before + ((colour[channel] ?? 0) - before) * part);
      }
    }
  }
}
