/** The person inside an application: names, citizenship, travel document and photo. */
import { z } from 'zod';
import { CountryCode, IsoDate, Line, Sha256, type Trilingual } from '../base/primitives.ts';

export const PersonName = z.strictObject({ surname: z.string().max(120), given: z.string().max(120) });
export type PersonName = z.infer<typeof PersonName>;

/**
 * A person's names: Latin exactly as on the travel document, and the Kyrgyz and Russian forms. Transliteration only
 * suggests; `confirmed` says that a clerk has read the Cyrillic forms and stands by them (shared/domain/README.md,
 * "Rules").
 */
export const Names = z.strictObject({
  latin: PersonName,
  ky: PersonName,
  ru: PersonName,
  confirmed: z.boolean(),
});
export type Names = z.infer<typeof Names>;

export const sexes = ['female', 'male', 'unspecified'] as const;
export const Sex = z.enum(sexes);
export type Sex = z.infer<typeof Sex>;

export const documentKinds = [
  'passport',
  'diplomatic-passport',
  'service-passport',
  'identity-card',
  'laissez-passer',
  'other',
] as const;
export const DocumentKind = z.enum(documentKinds);

export const TravelDocument = z.strictObject({
  kind: DocumentKind,
  /** As printed, capitals and digits. */
  number: Line,
  issuer: CountryCode.nullable(),
  expiry: IsoDate.nullable(),
  /** The lines of the machine readable zone as read, none when it was not read. */
  mrz: z.array(z.string().max(44)).max(3),
});
export type TravelDocument = z.infer<typeof TravelDocument>;

/**
 * Part of the original picture that is printed, in pixels of the original as its camera meant it (EXIF), turned by
 * `turn` degrees clockwise about its middle.
 */
export const Crop = z.strictObject({
  x: z.number().min(0),
  y: z.number().min(0),
  width: z.number().positive(),
  height: z.number().positive(),
  turn: z.number().min(-360).max(360).default(0),
});

/** The photo: the file as received, what was cut out of it, and the cut itself; files are named by SHA-256. */
export const Photo = z.strictObject({ original: Sha256, crop: Crop, picture: Sha256 });
export type Photo = z.infer<typeof Photo>;

/** Names in the order the languages use on lists: surname first. */
export function fullName(name: PersonName): string {
  return [name.surname, name.given]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** The name as the screens of each language show it: in the travel document's letters where the language has none yet. */
export function trilingualName({ latin, ky, ru }: Omit<Names, 'confirmed'>): Trilingual {
  const own = fullName(latin);
  return { ky: fullName(ky) || own, ru: fullName(ru) || own, en: own };
}

/**
 * Key under which two applications are the same person: issuing country and document number, without spaces,
 * hyphens and case; null while either is missing.
 */
export function documentKey(document: TravelDocument): string | null {
  const number = document.number.toUpperCase().replace(/[\s\-.]/gu, '');
  return document.issuer && number ? `${document.issuer}:${number}` : null;
}
