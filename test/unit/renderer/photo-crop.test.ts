import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  leastCutHeight,
  scaledCut,
  suggestedCut,
  turnedCut,
  turnedSize,
  type Cut,
  type Size,
} from '../../../renderer/features/photos/crop-picture.ts';

const sizes = fc.record({ width: fc.integer({ min: 200, max: 6000 }), height: fc.integer({ min: 200, max: 6000 }) });
const turns = fc.constantFrom(-90, -15, -3.5, 0, 0.5, 12, 90, 97, 180);

function expectInside(cut: Cut, picture: Size): void {
  const { width, height } = turnedSize(picture, cut.turn);
  const slack = 1e-6;
  expect(cut.x).toBeGreaterThanOrEqual(0);
  expect(cut.y).toBeGreaterThanOrEqual(0);
  expect(cut.x + cut.width).toBeLessThanOrEqual(width + slack);
  expect(cut.y + cut.height).toBeLessThanOrEqual(height + slack);
  expect(cut.width / cut.height).toBeCloseTo(3 / 4, 6);
}

describe('the frame of a photo', () => {
  it('is three to four and inside the picture, however it is suggested, sized and turned', () => {
    fc.assert(
      fc.property(sizes, turns, turns, fc.array(fc.constantFrom(1.06, 1 / 1.06, 3, 0.2)), (picture, a, b, factors) => {
        let cut = suggestedCut(picture, a);
        expectInside(cut, picture);
        for (const factor of factors) {
          cut = scaledCut(cut, factor, picture);
          expectInside(cut, picture);
        }
        expectInside(turnedCut(cut, b, picture), picture);
      }),
    );
  });

  it('is not made smaller than can be printed, where the picture has so much', () => {
    const picture = { width: 900, height: 1200 };
    let cut = suggestedCut(picture);
    for (let times = 0; times < 60; times += 1) cut = scaledCut(cut, 0.9, picture);
    expect(cut.height).toBeCloseTo(leastCutHeight);
  });

  it('of a picture on its side is the one of the upright picture', () => {
    expect(turnedSize({ width: 400, height: 300 }, 90)).toEqual({ width: 300, height: 400 });
    expect(suggestedCut({ width: 400, height: 300 }, 90)).toMatchObject({ x: 0, width: 300, height: 400 });
  });
});
