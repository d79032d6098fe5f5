/**
 * Draws the ground of the certificate, fine lines that a copying machine loses: electron/office/documents/templates/
 * ground.png. Run it by hand to change the drawing: `npx node test/support/draw-ground.ts`. A picture is set into a
 * PDF once, however many pages show it; the same lines as curves would be set on every page.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encodePng } from '../../electron/office/sample/png.ts';

/** 135 × 90 mm at 240 dots an inch. */
const width = 1276;
const height = 850;

const cover = new Float32Array(width * height);

/** Draws a curve given over 0..1 by small steps, each dot spread over its four nearest pixels. */
function draw(curve: (t: number) => [number, number], steps: number, strength: number): void {
  for (let step = 0; step <= steps; step += 1) {
    const [x, y] = curve(step / steps);
    const left = Math.floor(x);
    const top = Math.floor(y);
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const px = left + dx;
      const py = top + dy;
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const weight = (1 - Math.abs(x - px)) * (1 - Math.abs(y - py));
      cover[py * width + px] = Math.max(cover[py * width + px] ?? 0, weight * strength);
    }
  }
}

// A rosette behind the name: one wave round a circle, again and again with its phase turned.
const turns = 26;
for (let turn = 0; turn < turns; turn += 1) {
  const phase = (turn / turns) * 2 * Math.PI;
  draw(
    (t) => {
      const angle = t * 2 * Math.PI;
      const radius = 235 + 62 * Math.cos(9 * angle + phase) + 26 * Math.cos(18 * angle - 2 * phase);
      return [820 + radius * Math.cos(angle), 400 + radius * Math.sin(angle)];
    },
    9000,
    1,
  );
}
// Ribbons along the upper and lower edge.
for (const base of [52, height - 52]) {
  for (let line = 0; line < 12; line += 1) {
    const phase = (line / 12) * 2 * Math.PI;
    draw((t) => [t * width, base + 24 * Math.sin(t * 44 + phase) * Math.cos(t * 6 + phase / 2)], 6000, 0.85);
  }
}

const line = [206, 160, 152];
const pixels = new Uint8Array(width * height * 3);
cover.forEach((amount, index) => {
  const faint = Math.min(1, amount) * 0.42;
  line.forEach((channel, at) => {
    // Few shades, so that the picture stays small.
    pixels[index * 3 + at] = Math.round((255 + (channel - 255) * faint) / 4) * 4 - 1;
  });
});
writeFileSync(
  fileURLToPath(new URL('../../electron/office/documents/templates/ground.png', import.meta.url)),
  encodePng(pixels, width, height),
);
