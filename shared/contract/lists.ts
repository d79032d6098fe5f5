/** Lists as they are filtered and sorted on the screen, written to a file for a spreadsheet program. */
import { z } from 'zod';
import { Language } from '../domain/primitives.ts';
import { ApplicationFilter, Sorting } from './applications.ts';
import { Job, operation } from './operation.ts';

export const listFormats = ['xlsx', 'csv'] as const;
const mostColumns = 40;

export const listOperations = {
  /** The columns that a list of people can have, in their order, worded in a language. */
  'list.columns': operation(z.strictObject({ language: Language }), z.array(z.string())),
  /**
   * Everybody whom the filter finds, in the order shown, with the columns chosen (by their place in `list.columns`).
   * Asks where to save it; false when the clerk thought better of it.
   */
  'list.save': operation(
    z.strictObject({
      filter: ApplicationFilter,
      sorting: Sorting,
      language: Language,
      columns: z.array(z.int().min(0).max(mostColumns)).min(1).max(mostColumns),
      format: z.enum(listFormats),
      job: Job,
    }),
    z.strictObject({ saved: z.boolean() }),
  ),
};
