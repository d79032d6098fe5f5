/** One search over everything a clerk may look for: people, organisations and decisions of the election in hand. */
import { z } from 'zod';
import { Id, IsoDate, Language, Trilingual } from '../domain/base/primitives.ts';
import { ApplicationRow } from './applications.ts';
import { Search, operation } from './operation.ts';

/** Most of each kind that one answer holds: what does not fit on the screen is found by typing on. */
export const foundAtMost = 8;

export const Findings = z.strictObject({
  /** By any writing of the name, number of the travel document, of the application or of a certificate, or its code. */
  people: z.array(ApplicationRow).max(foundAtMost),
  /** Everybody found, also those who are not among `people`. */
  peopleFound: z.int().min(0),
  /** By any name, short name or former name. */
  organisations: z.array(z.strictObject({ id: Id, name: Trilingual })).max(foundAtMost),
  /** By number or title; a draft has neither number nor date. */
  decisions: z
    .array(z.strictObject({ id: Id, number: z.string().nullable(), date: IsoDate.nullable(), title: Trilingual }))
    .max(foundAtMost),
});
export type Findings = z.infer<typeof Findings>;

export const searchOperations = {
  /** Nothing is found for an empty text; a scanned code is refused as `certificate.find` refuses it. */
  'search.everything': operation(
    'everybody',
    z.strictObject({ electionId: Id, search: Search, language: Language }),
    Findings,
  ),
};
