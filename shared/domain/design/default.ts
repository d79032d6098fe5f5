/** The program's own design: version 0, in force until the office makes one, and what *Restore defaults* brings back. */
import { sizeLimits } from './sizes.ts';
import { badgeOrder } from '../records/observer-lists.ts';
import type { CategoryDesign, Design, DesignField, Face, FaceDesign, Region } from '../records/design.ts';
import { emptyTrilingual } from '../base/primitives.ts';

/** Fields by region, in order; what is not listed is not shown until the clerk wants it. */
type Shown = [region: Region, fields: DesignField[]][];

const badge: Shown = [
  ['header', ['title']],
  ['beside', ['name', 'names']],
  ['middle', ['organisation']],
];

const shownOn: Record<Face, Shown> = {
  certificate: [
    ['top', ['commission', 'title', 'number']],
    ['beside', ['name', 'names']],
    ['middle', ['organisation', 'category']],
    ['foot', ['validity', 'issued']],
    ['signature', ['chair']],
    ['line', ['identity']],
  ],
  a6: [...badge, ['top', ['commission']], ['foot', ['number', 'category', 'election']], ['back', ['back']]],
  a7: [
    ...badge,
    ['under', ['number']],
    ['top', ['commission']],
    ['foot', ['category', 'election']],
    ['back', ['back']],
  ],
  card: [...badge, ['under', ['number']], ['foot', ['category', 'election']], ['back', ['back']]],
};

const hiddenOn: Record<Face, Shown> = {
  certificate: [
    ['middle', badgeOrder],
    ['foot', ['election']],
  ],
  a6: [
    ['middle', badgeOrder],
    ['foot', ['validity', 'issued', 'chair', 'identity']],
  ],
  a7: [
    ['middle', badgeOrder],
    ['foot', ['validity', 'issued', 'chair', 'identity']],
  ],
  card: [
    ['top', ['commission']],
    ['middle', badgeOrder],
    ['foot', ['validity', 'issued', 'chair', 'identity']],
  ],
};

function faceDesign(face: Face): FaceDesign {
  const placed = (list: Shown, shown: boolean) =>
    list.flatMap(([region, fields]) =>
      fields.map((field) => ({ field, region, shown, size: sizeLimits(face, field).usual })),
    );
  return {
    photo: true,
    qr: true,
    emblem: face === 'certificate',
    fields: [...placed(shownOn[face], true), ...placed(hiddenOn[face], false)],
  };
}

const category = (colour: string): CategoryDesign => ({ colour, format: 'a6', twoSided: false });

export const defaultDesign: Design = {
  emblem: null,
  categories: {
    'head-of-mission': category('#8f1d2c'),
    'core-team': category('#5a3178'),
    'long-term': category('#0d5f5c'),
    'short-term': category('#1c4c86'),
    interpreter: category('#7d5200'),
    technical: category('#47505a'),
  },
  texts: {
    badgeTitle: { ...emptyTrilingual },
    certificateTitle: { ...emptyTrilingual },
    identity: { ...emptyTrilingual },
    back: { ...emptyTrilingual },
  },
  faces: {
    certificate: faceDesign('certificate'),
    a6: faceDesign('a6'),
    a7: faceDesign('a7'),
    card: faceDesign('card'),
  },
};
