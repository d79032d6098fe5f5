/** Going through a list of people one by one, from the form of one to that of the next. */
import { z } from 'zod';
import { Id, Language } from '../domain/base/primitives.ts';
import { ApplicationFilter, Sorting } from './applications.ts';
import { operation } from './operation.ts';

export const Neighbours = z.strictObject({
  previous: Id.nullable(),
  next: Id.nullable(),
  /** From 0; null when the person is not in the list, as when the filter no longer finds them. */
  place: z.int().nullable(),
  total: z.int(),
});
export type Neighbours = z.infer<typeof Neighbours>;

export const neighbourOperations = {
  /** Who stands before and after a person in a list. */
  'application.neighbours': operation(
    'everybody',
    z.strictObject({
      id: Id,
      filter: ApplicationFilter,
      sorting: Sorting,
      language: Language,
    }),
    Neighbours,
  ),
};
