import { describe, expect, it } from 'vitest';
import { decodePng } from '../../support/decode-png.ts';
import { drawPortrait } from '../../../electron/office/sample/portrait.ts';
import { measureQuality, qualityWarnings, type Pixels } from '../../../renderer/features/photos/picture-quality.ts';

/** A picture of a formula for grey. */
function greyOf(width: number, height: number, grey: (x: number, y: number) => number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const value = grey(at % width, Math.floor(at / width));
    data.set([value, value, value, 255], at * 4);
  }
  return { width, height, data };
}

const greyAt = ({ width, height, data }: Pixels, x: number, y: number): number => {
  const [column, row] = [Math.min(width - 1, Math.max(0, x)), Math.min(height - 1, Math.max(0, y))];
  return data[(row * width + column) * 4] ?? 0;
};

/** Out of focus: each pixel is the mean of its surroundings, twice. */
function outOfFocus(picture: Pixels, radius: number): Pixels {
  const { width, height } = picture;
  const along = (from: Pixels, across: boolean): Pixels =>
    greyOf(width, height, (x, y) => {
      let sum = 0;
      for (let d = -radius; d <= radius; d += 1) sum += greyAt(from, across ? x + d : x, across ? y : y + d);
      return sum / (2 * radius + 1);
    });
  return [true, false, true, false].reduce(along, picture);
}

const lit = (picture: Pixels, light: (grey: number) => number): Pixels =>
  greyOf(picture.width, picture.height, (x, y) => light(greyAt(picture, x, y)));

/** Patches with edges and fine lines, as hair, brows and cloth have them. */
const sharp = greyOf(354, 472, (x, y) => 60 + ((x >> 5) % 2) * 60 + ((y >> 5) % 2) * 60 + ((x + y) % 9 < 2 ? 30 : 0));
const said = (picture: Pixels) => qualityWarnings(measureQuality(picture));

describe('the quality of a photo', () => {
  it('of a sharp, well lit picture gives nothing to say', () => {
    expect(said(sharp)).toEqual([]);
  });

  it('is found wanting when it is too dark, too light, flat or blurred', () => {
    expect(said(lit(sharp, (grey) => grey * 0.45))).toEqual(['dark']);
    expect(said(lit(sharp, (grey) => 155 + grey * 0.45))).toEqual(['light']);
    expect(said(lit(sharp, (grey) => 110 + grey * 0.15))).toEqual(['flat']);
    expect(said(outOfFocus(sharp, 6))).toEqual(['blurred']);
  });

  it('is judged by the middle, not by a white or black wall behind it', () => {
    const before = (wall: number) =>
      greyOf(354, 472, (x, y) => {
        const inside = ((x / 354 - 0.5) / 0.32) ** 2 + ((y / 472 - 0.46) / 0.35) ** 2 <= 1;
        return inside ? greyAt(sharp, x, y) : wall;
      });
    expect(said(before(255))).toEqual([]);
    expect(said(before(0))).toEqual([]);
  });

  it('does not call a portrait dark or light for the colour of the skin', () => {
    for (let seed = 1; seed <= 24; seed += 1) {
      const warnings = said(decodePng(drawPortrait(seed, seed % 2 ? 'female' : 'male')));
      expect(warnings.filter((warning) => warning !== 'blurred')).toEqual([]);
    }
  });
});
