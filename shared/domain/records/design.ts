/** How certificates and badges look: formats and colours by category, the emblem, own texts, and the fields of each face. */
import { z } from 'zod';
import { ObserverCategory } from './application.ts';
import { badgeOrder } from './observer-lists.ts';
import { Colour } from '../base/colour.ts';
import { Id, Instant, Line, Sha256, Trilingual } from '../base/primitives.ts';

/** What has a front of its own; formats put one or several of them on a sheet. */
export const faces = ['certificate', 'a6', 'a7', 'card'] as const;
export const Face = z.enum(faces);
export type Face = z.infer<typeof Face>;

/**
 * How a badge comes out of the printer: one a page (A6 for a lanyard, a bank card by ISO/IEC 7810 ID-1), A5 to be
 * folded to A6, or several on A4 to be cut: four A6, eight A7, ten cards.
 */
export const badgeFormats = ['a6', 'a6-fold', 'a6-sheet', 'a7-sheet', 'card', 'card-sheet'] as const;
export const BadgeFormat = z.enum(badgeFormats);
export type BadgeFormat = z.infer<typeof BadgeFormat>;

export const faceOfFormat: Record<BadgeFormat, Face> = {
  a6: 'a6',
  'a6-fold': 'a6',
  'a6-sheet': 'a6',
  'a7-sheet': 'a7',
  card: 'card',
  'card-sheet': 'card',
};

/** The words that a face can show. */
export const designFields = [
  'title',
  'commission',
  'number',
  'name',
  'names',
  'organisation',
  'category',
  ...badgeOrder,
  'election',
  'validity',
  'issued',
  'chair',
  'identity',
  'back',
] as const;
export const DesignField = z.enum(designFields);
export type DesignField = z.infer<typeof DesignField>;

/** The parts of a face that fields stand in, one under another; which face has which, `design-layout.ts` says. */
export const regions = ['header', 'top', 'beside', 'under', 'middle', 'foot', 'signature', 'line', 'back'] as const;
export const Region = z.enum(regions);
export type Region = z.infer<typeof Region>;

export const PlacedField = z.strictObject({
  field: DesignField,
  region: Region,
  shown: z.boolean(),
  /** Its largest size, in points; a long text is set smaller. */
  size: z.number().min(2).max(40),
});
export type PlacedField = z.infer<typeof PlacedField>;

export const FaceDesign = z.strictObject({
  photo: z.boolean(),
  qr: z.boolean(),
  emblem: z.boolean(),
  /** In the order in which they stand in their regions; each field once. */
  fields: z.array(PlacedField).max(designFields.length),
});
export type FaceDesign = z.infer<typeof FaceDesign>;

export const CategoryDesign = z.strictObject({ colour: Colour, format: BadgeFormat, twoSided: z.boolean() });
export type CategoryDesign = z.infer<typeof CategoryDesign>;

/** Texts of the office's own; an empty one is the program's, from `locales/`. */
export const DesignTexts = z.strictObject({
  badgeTitle: Trilingual,
  certificateTitle: Trilingual,
  identity: Trilingual,
  back: Trilingual,
});
export type DesignTexts = z.infer<typeof DesignTexts>;
export const designTexts = [
  'badgeTitle',
  'certificateTitle',
  'identity',
  'back',
] as const satisfies (keyof DesignTexts)[];

export const Design = z.strictObject({
  /** The emblem's file by its hash; null prints rings with the commission's letters. */
  emblem: Sha256.nullable(),
  categories: z.record(ObserverCategory, CategoryDesign),
  texts: DesignTexts,
  faces: z.record(Face, FaceDesign),
});
export type Design = z.infer<typeof Design>;

/** A design that was put in force. The program's own is version 0 and is not recorded. */
export const DesignVersion = z.strictObject({
  id: Id,
  version: z.int().positive(),
  design: Design,
  officer: Line,
  at: Instant,
});
export type DesignVersion = z.infer<typeof DesignVersion>;

export const designId = (version: number): Id => `design-${String(version)}`;
