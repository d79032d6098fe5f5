/** Colours that words stand on: how well white letters can be read there. */
import { z } from 'zod';

/** `#rrggbb`, lower case. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);
export type Colour = z.infer<typeof Colour>;

/** WCAG 2.2, 1.4.3: small letters need so much contrast with their ground. */
export const leastContrast = 4.5;

/** Relative luminance of WCAG 2.2, from 0 (black) to 1 (white). */
function luminance(colour: Colour): number {
  const part = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

/** Contrast of white letters on a colour, from 1 to 21. */
export const contrastWithWhite = (colour: Colour): number => 1.05 / (luminance(colour) + 0.05);
