/**
 * What becomes of a page between the printer and a phone: a laser printer knows only black and white and lays its toner
 * too thick or too thin, with specks; a camera held by hand sees it askew, unevenly lit, blurred and with noise.
 */
import type { Pixels } from './pdf.ts';

/** Dots per inch at which a page is printed, and at which a phone sees it. */
export const printedAt = 600;

export type Photograph = {
  /** Toner beyond (or, below nought, short of) every edge, in printer's dots of 0.04 mm. */
  toner: number;
  /** Share of the dots that are wrong. */
  specks: number;
  /** Dots per inch of the page that the camera tells apart. */
  seenAt: number;
  /** Turned by so many degrees. */
  turned: number;
  /** How much shorter the far edge is seen than the near one, as a share. */
  tilted: number;
  /** Blur of the lens, in pixels of the photograph: half the side of the square it spreads over. */
  blur: number;
  /** Brightest and darkest place of the paper, 0-1. */
  light: readonly [number, number];
  /** Spread of the noise, in levels of 255. */
  noise: number;
  seed: number;
};

/** `page`: as `pdfPixels` gives it at `printedAt`. The same photograph for the same seed. */
export function photographed(page: Pixels, photograph: Photograph): Pixels {
  const random = randomFrom(photograph.seed);
  const paper = print(page, photograph, random);
  return expose(blurred(askew(paper, page, photograph), photograph.blur), photograph, random);
}

type Grey = { width: number; height: number; levels: Float32Array };

/** Numbers of 0-1, the same for the same seed (xorshift by Marsaglia). */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** 1 where there is toner. */
function print({ width, height, data }: Pixels, { toner, specks }: Photograph, random: () => number): Uint8Array {
  let dots = new Uint8Array(width * height);
  for (let at = 0; at < dots.length; at += 1) dots[at] = (data[at * 4] ?? 255) < 128 ? 1 : 0;
  const grows = toner > 0;
  for (let time = 0; time < Math.abs(toner); time += 1) {
    const next = dots.slice();
    for (let at = width; at < dots.length - width; at += 1) {
      const beside = (dots[at - 1] ?? 0) + (dots[at + 1] ?? 0) + (dots[at - width] ?? 0) + (dots[at + width] ?? 0);
      if (grows && beside > 0) next[at] = 1;
      if (!grows && beside < 4) next[at] = 0;
    }
    dots = next;
  }
  for (let left = Math.round(specks * dots.length); left > 0; left -= 1) {
    const at = Math.floor(random() * dots.length);
    dots[at] = 1 - (dots[at] ?? 0);
  }
  return dots;
}

/** As the camera sees it, turned and tilted: each pixel the mean of the dots that fall on it, 1 for white. */
function askew(dots: Uint8Array, { width, height }: Pixels, { seenAt, turned, tilted }: Photograph): Grey {
  const scale = printedAt / seenAt;
  const [seenWidth, seenHeight] = [Math.ceil(width / scale), Math.ceil(height / scale)];
  const levels = new Float32Array(seenWidth * seenHeight);
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const samples = Math.max(1, Math.round(scale));
  for (let y = 0; y < seenHeight; y += 1) {
    for (let x = 0; x < seenWidth; x += 1) {
      let white = 0;
      for (let part = 0; part < samples * samples; part += 1) {
        const across = x + ((part % samples) + 0.5) / samples - seenWidth / 2;
        const down = y + (Math.floor(part / samples) + 0.5) / samples - seenHeight / 2;
        // Towards the top of the picture the page is farther away.
        const away = 1 + tilted * (0.5 - (down + seenHeight / 2) / seenHeight);
        const [pageX, pageY] = [(cos * across + sin * down) * away, (cos * down - sin * across) * away];
        const [dotX, dotY] = [Math.floor(pageX * scale + width / 2), Math.floor(pageY * scale + height / 2)];
        const beyond = dotX < 0 || dotY < 0 || dotX >= width || dotY >= height;
        white += beyond || dots[dotY * width + dotX] === 0 ? 1 : 0;
      }
      levels[y * seenWidth + x] = white / (samples * samples);
    }
  }
  return { width: seenWidth, height: seenHeight, levels };
}

function blurred({ width, height, levels }: Grey, reach: number): Grey {
  if (reach === 0) return { width, height, levels };
  const spread = (from: Float32Array, step: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let at = 0; at < from.length; at += 1) {
      let sum = 0;
      for (let by = -reach; by <= reach; by += 1) sum += from[at + by * step] ?? 1;
      to[at] = sum / (2 * reach + 1);
    }
    return to;
  };
  return { width, height, levels: spread(spread(levels, 1), width) };
}

function expose({ width, height, levels }: Grey, { light, noise }: Photograph, random: () => number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const [brightest, darkest] = light;
  const toner = 0.12;
  for (let at = 0; at < levels.length; at += 1) {
    const place = ((at % width) / width + Math.floor(at / width) / height) / 2;
    const lit = brightest + (darkest - brightest) * place;
    // Twelve even numbers make a near-normal one.
    let grain = -6;
    for (let one = 0; one < 12; one += 1) grain += random();
    const level = 255 * lit * (toner + (1 - toner) * (levels[at] ?? 1)) + grain * noise;
    data.fill(level, at * 4, at * 4 + 3);
  }
  return { width, height, data };
}
