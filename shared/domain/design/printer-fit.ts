/**
 * What a printer cannot reach is kept free: the contents of a face move from the edge, and where they do not find room,
 * become a little smaller. The code keeps its size, or no phone would read it; colour behind the words may be cut.
 */
import { backLayout, frontLayout, hasBack, type FaceLayout, type Rect } from './layout.ts';
import { faceOfFormat, type BadgeFormat, type Design, type Face } from '../records/design.ts';
import { sheets, type Sheet } from './imposition.ts';

export type PrintedFormat = BadgeFormat | 'certificate';
export const faceOf = (format: PrintedFormat): Face =>
  format === 'certificate' ? 'certificate' : faceOfFormat[format];

/** Millimetres along the edges of a face that stay free. */
type Inset = { left: number; right: number; top: number; bottom: number };
/** From and to, in millimetres along one side of a face. */
type Span = { from: number; to: number };

/** Smaller than this share of their size words would no longer be read as the design was passed. */
const leastShare = 0.9;

/** The faces of a sheet are alike: each keeps free what any of them has to. */
function insetOf(sheet: Sheet, places: Sheet['slots'], { width, height }: FaceLayout, margin: number): Inset {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  return {
    left: Math.max(0, margin - Math.min(...xs)),
    right: Math.max(0, margin - (sheet.width - Math.max(...xs) - width)),
    top: Math.max(0, margin - Math.min(...ys)),
    bottom: Math.max(0, margin - (sheet.height - Math.max(...ys) - height)),
  };
}

type Move = { share: number; of: (at: number) => number };

/** Contents are moved as little as they need; only what is longer than the room is made shorter. */
function moveInto(contents: Span, room: Span): Move {
  const length = contents.to - contents.from;
  const share = Math.min(1, (room.to - room.from) / length);
  const from = Math.min(Math.max(contents.from, room.from), room.to - length * share);
  return { share, of: (at) => from + (at - contents.from) * share };
}

type Fitted = { layout: FaceLayout; share: number };

/** The layout within its inset; null where it has no room. */
function fitInto(layout: FaceLayout, inset: Inset): Fitted | null {
  const across = { from: inset.left, to: layout.width - inset.right };
  const down = { from: inset.top, to: layout.height - inset.bottom };
  const contents = contentsOf(layout);
  const x = moveInto(spanOf(contents, 'x', 'width'), across);
  const y = moveInto(spanOf(contents, 'y', 'height'), down);
  if (x.share < leastShare || y.share < leastShare) return null;
  const moved = <R extends Rect>(one: R): R => ({
    ...one,
    ...{ x: x.of(one.x), y: y.of(one.y), width: one.width * x.share, height: one.height * y.share },
  });
  /** Pictures keep their shape. */
  const inShape = (one: Rect | null, share = Math.min(x.share, y.share)): Rect | null => {
    if (!one) return null;
    const place = moved(one);
    const [width, height] = [one.width * share, one.height * share];
    const within = (at: number, length: number, { from, to }: Span) => Math.min(Math.max(at, from), to - length);
    return {
      x: within(place.x + (place.width - width) / 2, width, across),
      y: within(place.y + (place.height - height) / 2, height, down),
      ...{ width, height },
    };
  };
  const { band, rules, signature, boxes, photo, qr, emblem, stamp } = layout;
  const fitted: FaceLayout = {
    ...layout,
    band: band > 0 ? Math.max(band, y.of(band)) : 0,
    ...{ photo: inShape(photo), qr: inShape(qr, 1), emblem: inShape(emblem), stamp: inShape(stamp) },
    rules: rules.map((one) => ({ x: x.of(one.x), y: y.of(one.y), width: one.width * x.share })),
    signature: signature && { x: x.of(signature.x), y: y.of(signature.y), width: signature.width * x.share },
    boxes: boxes.map(moved),
  };
  const code = fitted.qr;
  const beside = [...fitted.boxes, ...(fitted.photo ? [fitted.photo] : [])];
  if (code && beside.some((one) => overlap(code, one))) return null;
  return { layout: fitted, share: Math.min(x.share, y.share) };
}

const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const contentsOf = ({ photo, qr, emblem, stamp, rules, signature, boxes }: FaceLayout): Rect[] => [
  ...[photo, qr, emblem, stamp].filter((one) => one !== null),
  ...[...rules, ...(signature ? [signature] : [])].map((line) => ({ ...line, height: 0 })),
  ...boxes,
];

const spanOf = (contents: readonly Rect[], from: 'x' | 'y', length: 'width' | 'height'): Span => ({
  from: Math.min(...contents.map((one) => one[from])),
  to: Math.max(...contents.map((one) => one[from] + one[length])),
});

/** `share`: how large the contents are printed, of their own size. */
export type FittedFaces = { front: FaceLayout; back: FaceLayout | null; share: number };

/** A paper as it is asked for. */
export type PaperWanted = { format: PrintedFormat; twoSided: boolean; design: Design };

/** Both faces of a paper clear of a margin in millimetres; null where they have no room. */
export function fittedFaces(
  { format, twoSided, design }: PaperWanted,
  margin: number,
  legible = false,
): FittedFaces | null {
  const face = faceOf(format);
  const sheet = sheets[format];
  const hasBacks = (twoSided || sheet.folded) && hasBack(face);
  const front = frontLayout(face, design.faces[face], legible);
  const back = hasBacks ? backLayout(face, design.faces[face], legible) : null;
  const fittedFront = fitInto(front, insetOf(sheet, sheet.slots, front, margin));
  const fittedBack = back && fitInto(back, insetOf(sheet, sheet.backs, back, margin));
  if (!fittedFront || (back !== null && !fittedBack)) return null;
  const share = Math.min(fittedFront.share, fittedBack?.share ?? 1);
  return { front: fittedFront.layout, back: fittedBack?.layout ?? null, share };
}

/** In which steps a margin is told, in millimetres. */
const step = 0.1;

/** The widest margin, in millimetres, that a paper leaves room for. */
export function widestMargin(wanted: PaperWanted): number {
  let steps = 0;
  while (fittedFaces(wanted, (steps + 1) * step)) steps += 1;
  return Math.round(steps * step * 10) / 10;
}

/** How wide a margin may be at most, and by how much one is too wide, in millimetres. */
export function marginFault(wanted: PaperWanted, margin: number): { most: number; by: number } {
  const most = widestMargin(wanted);
  return { most, by: Math.round((margin - most) * 10) / 10 };
}
