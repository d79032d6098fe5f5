/** The small shapes every record is made of. Lengths bound what a form, a file or a bag can put into the register. */
import { z } from 'zod';
import { isIsoDate } from './iso-date.ts';
import { languages } from './languages.ts';

export { isIsoDate, languages };
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** One line of text, up to 500 characters, no control characters. */
export const Line = z
  .string()
  .max(500)
  .regex(/^[^\u0000-\u001f\u007f]*$/u);
/** Several lines of text, up to 5,000 characters. */
export const Paragraph = z
  .string()
  .max(5000)
  .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u);

/** The same words in the three languages; any of them may be empty while a draft is being typed. */
export const Trilingual = z.strictObject({ ky: Line, ru: Line, en: Line });
export type Trilingual = z.infer<typeof Trilingual>;
export const emptyTrilingual: Trilingual = { ky: '', ru: '', en: '' };

/** True when each of the three languages has words. */
export const isComplete = (text: Trilingual): boolean => languages.every((language) => text[language].trim() !== '');

/** Identifier of a record, made by the office; lower-case letters, digits and hyphens. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export type Id = z.infer<typeof Id>;

/** A calendar day, YYYY-MM-DD, with no time and no zone. Compares as text. */
export const IsoDate = z.string().refine(isIsoDate, { error: 'date' });
export type IsoDate = z.infer<typeof IsoDate>;

/** A moment in UTC, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256 = z.infer<typeof Sha256>;

/** ISO 3166-1 alpha-3, or one of ICAO 9303's special codes; which codes exist is checked by the rules, not the shape. */
export const CountryCode = z.string().regex(/^[A-Z]{3}$/);
export type CountryCode = z.infer<typeof CountryCode>;

/** A letter, note or act of somebody: number and day. */
export const Reference = z.strictObject({ number: Line, date: IsoDate.nullable() });
export type Reference = z.infer<typeof Reference>;

/** Closes a union: a value that can reach here is a bug in the types. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
