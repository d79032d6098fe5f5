/** The words of screens and documents as this office has corrected them. */
import { z } from 'zod';
import { Language } from '../domain/base/primitives.ts';
import { Wording, WordingChange } from '../domain/records/wording.ts';
import { heads } from '../domain/records/operator.ts';
import { Done, operation, writing } from './operation.ts';

/** No office corrects more words than this; a file with more is none of ours. */
export const maximumWordings = 10_000;
const Changes = z.array(WordingChange).max(maximumWordings);

export const wordingOperations = {
  /** The corrections in force; the program's own words are in `locales/`. */
  'wording.list': operation('everybody', z.strictObject({}), z.array(Wording)),
  'wording.correct': operation(writing('office.correctWordings'), z.strictObject({ changes: Changes.min(1) }), Done),
  /**
   * Saves a file: `corrections` for another laptop or for whoever keeps `locales/`; `table` with every word in the three
   * languages side by side, for a reader.
   */
  'wording.export': operation(
    'everybody',
    z.strictObject({ language: Language, as: z.enum(['corrections', 'table']) }),
    z.strictObject({ saved: z.boolean() }),
  ),
  /**
   * Asks for a file of corrections and reads it; nothing is changed yet. `unfit` counts those that this program has no
   * such word for, or that leave out what it fills in. Null when the clerk thought better of it.
   */
  'wording.read': operation(
    heads,
    z.strictObject({ language: Language }),
    z.strictObject({ changes: Changes, unfit: z.int().min(0) }).nullable(),
  ),
};
