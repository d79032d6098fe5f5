/**
 * Where everything of a face stands, in millimetres from its upper left corner. Regions do not overlap, and the fields
 * of a region share its height in the order chosen: so no design can make two fields overlap or leave the paper.
 */
import { sizeLimits } from './sizes.ts';
import type { DesignField, Face, FaceDesign, Region } from '../records/design.ts';

export type Rect = { x: number; y: number; width: number; height: number };

export type FieldBox = Rect & {
  field: DesignField;
  region: Region;
  /** The sizes it may be set in, in points, from the largest down: the last is for the longest name ever met. */
  sizes: number[];
  align: 'left' | 'center';
  place: 'top' | 'horizon' | 'bottom';
};

export type FaceLayout = {
  face: Face;
  width: number;
  height: number;
  /** The band of the category's colour at the head; 0 for none. */
  band: number;
  /** The same at the foot. */
  edge: number;
  photo: Rect | null;
  qr: Rect | null;
  emblem: Rect | null;
  stamp: Rect | null;
  /** Hairlines: from x, y to the right. */
  rules: { x: number; y: number; width: number }[];
  /** Where somebody signs. */
  signature: { x: number; y: number; width: number } | null;
  boxes: FieldBox[];
};

type Shape = Pick<FaceLayout, 'width' | 'height' | 'band' | 'edge' | 'stamp' | 'signature'> & {
  photo: Rect;
  qr: Rect;
  /** On the back of a face whose front has no room for a signed code; null where the front has it. */
  backQr: Rect | null;
  emblem: Rect;
  regions: Partial<Record<Region, Rect>>;
  /** Regions that begin at the left margin when the picture or the code beside them is not shown. */
  besidePhoto: Region[];
  besideQr: Region[];
  /** The header beside the emblem, when there is one. */
  besideEmblem: Region[];
  /** Regions with a hairline above. */
  ruled: Region[];
  margin: number;
};

const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });

const shapes: Record<Face, Shape> = {
  certificate: {
    ...{ width: 135, height: 90, band: 0, edge: 0, margin: 6 },
    photo: rect(6, 19, 30, 40),
    qr: rect(8.5, 60.6, 25, 25),
    backQr: null,
    emblem: rect(15.5, 6, 11, 11),
    stamp: rect(84.5, 66.4, 13, 13),
    signature: { x: 99, y: 71, width: 30 },
    regions: {
      top: rect(41, 6.2, 88, 20.8),
      beside: rect(41, 28.4, 88, 19.6),
      middle: rect(41, 49.2, 88, 15.4),
      foot: rect(41, 66.4, 42, 12.4),
      signature: rect(99, 71.8, 30, 7),
      line: rect(41, 79.8, 88, 4),
    },
    besidePhoto: [],
    besideQr: [],
    besideEmblem: [],
    ruled: ['beside', 'middle', 'foot'],
  },
  a6: {
    ...{ width: 105, height: 148, band: 25, edge: 2.4, margin: 7 },
    photo: rect(7, 38, 34.5, 46),
    qr: rect(7, 116.6, 25, 25),
    backQr: null,
    emblem: rect(7, 4.5, 16, 16),
    stamp: null,
    signature: null,
    regions: {
      header: rect(7, 4, 91, 17),
      top: rect(7, 27, 91, 9),
      beside: rect(45, 38, 53, 46),
      middle: rect(7, 88.2, 91, 25),
      foot: rect(35, 117.4, 63, 24.2),
      back: rect(7, 32, 91, 84),
    },
    besidePhoto: ['beside'],
    besideQr: ['foot'],
    besideEmblem: ['header'],
    ruled: ['middle', 'foot'],
  },
  a7: {
    ...{ width: 105, height: 74.25, band: 14, edge: 1.6, margin: 5 },
    photo: rect(5, 16, 27, 36),
    qr: rect(83, 53, 17, 17),
    backQr: rect(73, 27, 27, 27),
    emblem: rect(5, 3, 9, 9),
    stamp: null,
    signature: null,
    regions: {
      header: rect(5, 4, 95, 8.4),
      beside: rect(35.5, 15.6, 64.5, 21.6),
      middle: rect(35.5, 38.4, 64.5, 12.4),
      under: rect(5, 53, 27, 5.6),
      foot: rect(35.5, 53, 46, 17),
      top: rect(5, 59.2, 27, 10.8),
      back: rect(5, 18, 95, 36),
    },
    besidePhoto: ['beside'],
    besideQr: [],
    besideEmblem: ['header'],
    ruled: ['middle', 'foot'],
  },
  card: {
    ...{ width: 85.6, height: 54, band: 9, edge: 1.4, margin: 4 },
    photo: rect(4, 11, 20.7, 27.6),
    qr: rect(68.2, 38.9, 13.4, 13.4),
    backQr: rect(55.6, 15, 26, 26),
    emblem: rect(4, 1, 7, 7),
    stamp: null,
    signature: null,
    regions: {
      header: rect(4, 1, 77.6, 7),
      beside: rect(27.5, 10.6, 54.1, 17),
      middle: rect(27.5, 28.6, 54.1, 9.6),
      under: rect(4, 39.6, 20.7, 5),
      foot: rect(27.5, 39.6, 39.4, 11.8),
      top: rect(4, 45, 20.7, 6.4),
      back: rect(4, 11.5, 77.6, 27),
    },
    besidePhoto: ['beside', 'middle'],
    besideQr: [],
    besideEmblem: ['header'],
    ruled: ['middle', 'foot'],
  },
};

/** The regions of a face that a clerk may put fields in. */
export const regionsOf = (face: Face): Region[] =>
  (Object.keys(shapes[face].regions) as Region[]).filter((region) => region !== 'back' && region !== 'header');

export const hasRegion = (face: Face, region: Region): boolean => shapes[face].regions[region] !== undefined;

/** Side of the code on a face with its quiet zone, in millimetres. */
export const codeSide = (face: Face): number => shapes[face].qr.width;

/** The same on the back; null for a face whose back has none. */
export const backCodeSide = (face: Face): number | null => shapes[face].backQr?.width ?? null;

/** Faces that can have a back. */
export const hasBack = (face: Face): boolean => hasRegion(face, 'back');

/** Between two fields of a region. */
const gaps: Record<Face, number> = { certificate: 0.8, a6: 1.2, a7: 0.8, card: 0.6 };
const hairlineAbove = 1;
const centred: readonly Region[] = ['top', 'line', 'under', 'header', 'back'];

const withoutLeft = (box: Rect, left: number): Rect => rect(left, box.y, box.x + box.width - left, box.height);

function regionsIn(shape: Shape, { photo, qr, emblem }: FaceDesign): Map<Region, Rect> {
  const found = new Map<Region, Rect>();
  for (const region of Object.keys(shape.regions) as Region[]) {
    let box = shape.regions[region];
    if (!box) continue;
    if (!photo && shape.besidePhoto.includes(region)) box = withoutLeft(box, shape.margin);
    if (!qr && shape.besideQr.includes(region)) box = withoutLeft(box, shape.margin);
    if (emblem && shape.besideEmblem.includes(region)) {
      box = withoutLeft(box, shape.emblem.x + shape.emblem.width + shape.margin / 2);
    }
    found.set(region, box);
  }
  return found;
}

/** The fields of one region, each with a share of its height by its usual height and the size chosen. */
function boxesOf(face: Face, region: Region, box: Rect, design: FaceDesign, legible: boolean): FieldBox[] {
  const own = design.fields.filter((field) => field.shown && field.region === region);
  const weights = own.map(({ field, size }) => (sizeLimits(face, field).height * size) / sizeLimits(face, field).usual);
  const gap = gaps[face];
  const free = box.height - gap * (own.length - 1);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let y = box.y;
  return own.map(({ field, size }, index) => {
    const height = (free * (weights[index] ?? 0)) / sum;
    const made: FieldBox = {
      field,
      region,
      ...rect(box.x, y, box.width, height),
      sizes: sizesDown(size, sizeLimits(face, field).least * (legible ? 1 : belowLegible)),
      align: centred.includes(region) ? 'center' : 'left',
      place: placeOf(field, region),
    };
    y += height + gap;
    return made;
  });
}

/** The name stands on the line that its other writings hang from. */
function placeOf(field: DesignField, region: Region): FieldBox['place'] {
  if (field === 'name') return 'bottom';
  return field === 'names' || region === 'foot' || region === 'signature' ? 'top' : 'horizon';
}

/** Below the smallest size for which a design is passed there are some more, so that no print stops for a long name. */
const belowLegible = 0.55;

function sizesDown(from: number, least: number): number[] {
  const sizes: number[] = [];
  const last = Math.min(from, Math.max(1.8, least));
  const step = Math.max(0.1, (from - last) / 28);
  for (let size = from; size > last + 0.01; size -= step) sizes.push(Math.round(size * 100) / 100);
  return [...sizes, Math.round(last * 100) / 100];
}

/** `legible`: only the sizes for which a design is passed. */
export function frontLayout(face: Face, design: FaceDesign, legible = false): FaceLayout {
  const shape = shapes[face];
  const places = [...regionsIn(shape, design)].filter(([region]) => region !== 'back');
  const boxes = places.flatMap(([region, box]) => boxesOf(face, region, box, design, legible));
  const rules = places
    .filter(([region]) => shape.ruled.includes(region) && boxes.some((one) => one.region === region))
    .map(([, { x, y, width }]) => ({ x, y: y - hairlineAbove, width }));
  const { width, height, band, edge, stamp, signature } = shape;
  return {
    ...{ face, width, height, band, edge, stamp, signature, rules, boxes },
    photo: design.photo ? shape.photo : null,
    qr: design.qr ? shape.qr : null,
    emblem: design.emblem ? shape.emblem : null,
  };
}

/**
 * The back: the same head, the text for whoever finds the badge, and the number. A face whose front has no room for a
 * signed code has it here, with the number under it and the text beside them.
 */
export function backLayout(face: Face, design: FaceDesign, legible = false): FaceLayout {
  const front = frontLayout(face, design, legible);
  const shape = shapes[face];
  const whole = shape.regions.back;
  const qr = design.qr ? shape.backQr : null;
  const head = front.boxes.filter(({ region }) => region === 'header');
  const number = front.boxes.find(({ field }) => field === 'number');
  const below = qr ? qr.y + qr.height : whole ? whole.y + whole.height + 2 : 0;
  const across = qr ?? rect(shape.margin, 0, shape.width - 2 * shape.margin, 0);
  const line = number && {
    ...number,
    ...rect(across.x, below, across.width, Math.min(number.height, shape.height - below - 3)),
    align: 'center' as const,
    place: 'top' as const,
  };
  const text = whole && qr ? beside(whole, qr, shape) : whole;
  return {
    ...front,
    ...{ photo: null, qr, stamp: null, signature: null },
    rules: whole && !qr ? [{ x: shape.margin, y: below - 1, width: shape.width - 2 * shape.margin }] : [],
    boxes: [...head, ...(text ? boxesOf(face, 'back', text, design, legible) : []), ...(line ? [line] : [])],
  };
}

/** To the left of the code, and down to where the number ends. */
const beside = (text: Rect, qr: Rect, { margin, height }: Shape): Rect =>
  rect(text.x, text.y, qr.x - margin / 2 - text.x, height - text.y - margin);
