/** The sizes of the words on each face: what a clerk may choose between, in points, and the room a field usually takes. */
import { badgeSizes } from '../records/observer-lists.ts';
import type { DesignField, Face } from '../records/design.ts';

export type SizeLimits = {
  /** A design passes only when the longest sample can be read at this size. */
  least: number;
  usual: number;
  most: number;
  /** In millimetres, at its usual size: fields share the height of their region in this proportion. */
  height: number;
};

type Row = readonly [least: number, usual: number, most: number, height: number];

const a6: Record<DesignField, Row> = {
  title: [8, 17, 20, 17],
  commission: [4.4, 6.6, 9, 9],
  name: [9, 23, 30, 27],
  names: [7, 11, 18, 18],
  organisation: [5, 9.6, 13, 24.8],
  number: [9, 14, 20, 6.6],
  category: [4.4, 8, 12, 5.4],
  ...badgeSizes,
  election: [4, 6, 9, 12],
  validity: [4, 6, 9, 9],
  issued: [4, 6, 9, 6],
  chair: [4, 6, 9, 9],
  identity: [4, 6, 9, 6],
  back: [6, 9, 13, 84],
};

/** Smaller paper, smaller words: a share of the A6 sizes, but never below what the eye can read. */
const shareOf = (share: number, least: number, own: Partial<Record<DesignField, Row>>): Record<DesignField, Row> => {
  const entries = Object.entries(a6).map(([field, [smallest, usual, most, height]]): [string, Row] => [
    field,
    own[field as DesignField] ?? [
      Math.max(least, round(smallest * share)),
      round(usual * share),
      round(most * share),
      round(height * share),
    ],
  ]);
  return Object.fromEntries(entries) as Record<DesignField, Row>;
};

const round = (value: number): number => Math.round(value * 10) / 10;

const rows: Record<Face, Record<DesignField, Row>> = {
  a6,
  certificate: shareOf(0.68, 3.2, {
    title: [5, 9.4, 12, 6.4],
    number: [6, 10.4, 14, 4.6],
    commission: [3.6, 6, 9, 8.4],
    name: [7, 15, 20, 12.6],
    names: [4.6, 7.5, 11, 7],
    organisation: [3.6, 6.8, 10, 11.4],
    category: [3.4, 6, 9, 3.4],
    validity: [3.2, 4.9, 7, 9],
    issued: [3.2, 4.2, 7, 3.6],
    chair: [3.2, 5, 7, 7],
    identity: [3, 4.4, 6, 4],
  }),
  a7: shareOf(0.68, 3, {
    title: [6, 12, 15, 9],
    name: [7, 15, 20, 14],
    names: [4.6, 7.4, 12, 9],
    number: [6, 11, 14, 6],
    organisation: [3.4, 6.6, 9, 12.4],
    category: [3.2, 6, 9, 4],
    commission: [2.8, 4.2, 6, 11],
    election: [3.2, 4.6, 7, 12],
  }),
  card: shareOf(0.55, 2.6, {
    title: [4.5, 9, 11, 7],
    name: [5, 13, 16, 10.4],
    names: [3.4, 6.2, 9, 6.4],
    number: [5, 9, 12, 5],
    organisation: [2.8, 5.6, 8, 9.8],
    category: [2.6, 5, 8, 4.2],
    commission: [2.4, 3.4, 5, 6.4],
    election: [2.6, 4.2, 6, 7.4],
  }),
};

export function sizeLimits(face: Face, field: DesignField): SizeLimits {
  const [least, usual, most, height] = rows[face][field];
  return { least, usual, most, height };
}
