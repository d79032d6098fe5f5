/** Sheets: how many faces one holds and where, where their backs come to lie, and where it is cut or folded. Millimetres. */
import type { BadgeFormat } from '../records/design.ts';

type Point = { x: number; y: number };

export type Sheet = {
  width: number;
  height: number;
  slots: Point[];
  /** For each slot the place of its back: on the other side, mirrored, or with a fold on the same. */
  backs: Point[];
  /** The backs are on the same side. */
  folded: boolean;
  /** Cut marks and the fold: from a point, so long, upright or level. */
  marks: (Point & { length: number; upright: boolean; dashed: boolean })[];
};

const a4 = { width: 210, height: 297 };
const markLength = 4;

const single = (width: number, height: number): Sheet => ({
  ...{ width, height, folded: false, marks: [] },
  slots: [{ x: 0, y: 0 }],
  backs: [{ x: 0, y: 0 }],
});

/** Several faces on A4, in the middle. Turned over its long side the sheet has the first column at the right. */
function grid(columns: number, rows: number, width: number, height: number): Sheet {
  const left = (a4.width - columns * width) / 2;
  const top = (a4.height - rows * height) / 2;
  const places = (mirrored: boolean): Point[] =>
    Array.from({ length: columns * rows }, (_, index) => {
      const column = index % columns;
      const x = left + (mirrored ? columns - 1 - column : column) * width;
      return { x, y: top + Math.floor(index / columns) * height };
    });
  const marks: Sheet['marks'] = [];
  const across = Array.from({ length: columns + 1 }, (_, column) => left + column * width);
  const down = Array.from({ length: rows + 1 }, (_, row) => top + row * height);
  const long = (room: number): number => Math.max(0, Math.min(markLength, room - 1));
  for (const x of across) {
    const length = long(top);
    if (length > 0) {
      marks.push({ x, y: top - 1 - length, length, upright: true, dashed: false });
      marks.push({ x, y: a4.height - top + 1, length, upright: true, dashed: false });
    }
  }
  for (const y of down) {
    const length = long(left);
    if (length > 0) {
      marks.push({ x: left - 1 - length, y, length, upright: false, dashed: false });
      marks.push({ x: a4.width - left + 1, y, length, upright: false, dashed: false });
    }
  }
  // Where four faces meet there is no margin to mark: a small cross shows the cut. At the paper's edge, half of one.
  for (const x of across) {
    for (const y of down) {
      const isInside = x > left && x < a4.width - left && y > top && y < a4.height - top;
      const atEdge =
        (left < 1 && (x === left || x === a4.width - left)) || (top < 1 && (y === down[0] || y === down.at(-1)));
      if (!isInside && !atEdge) continue;
      marks.push({ x: x - markLength / 2, y, length: markLength, upright: false, dashed: false });
      marks.push({ x, y: y - markLength / 2, length: markLength, upright: true, dashed: false });
    }
  }
  return { ...a4, slots: places(false), backs: places(true), folded: false, marks };
}

export const sheets: Record<BadgeFormat | 'certificate', Sheet> = {
  certificate: single(135, 90),
  a6: single(105, 148),
  card: single(85.6, 54),
  'a6-fold': {
    ...{ width: 210, height: 148, folded: true },
    slots: [{ x: 105, y: 0 }],
    backs: [{ x: 0, y: 0 }],
    marks: [
      { x: 105, y: 0, length: 5, upright: true, dashed: true },
      { x: 105, y: 143, length: 5, upright: true, dashed: true },
    ],
  },
  'a6-sheet': grid(2, 2, 105, 148),
  'a7-sheet': grid(2, 4, 105, 74.25),
  'card-sheet': grid(2, 5, 85.6, 54),
};
