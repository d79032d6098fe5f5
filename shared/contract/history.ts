/** The history of a record, read from the journal: who changed what and when. */
import { z } from 'zod';
import { Id, Instant, Language, Trilingual } from '../domain/base/primitives.ts';
import { operation } from './operation.ts';

/** A value as it stood: words of the domain by their code, days as YYYY-MM-DD, countries by their code. */
export const HistoryValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()), Trilingual]);
export type HistoryValue = z.infer<typeof HistoryValue>;

/** One field, by its dotted path; `language` where it is in three and this one changed. */
export const HistoryChange = z.strictObject({
  field: z.string(),
  language: Language.nullable(),
  from: HistoryValue,
  to: HistoryValue,
});
export type HistoryChange = z.infer<typeof HistoryChange>;

/** A fact about the record; `type` is the journal's own name of it. */
export const HistoryFact = z.strictObject({
  type: z.string(),
  params: z.record(z.string(), HistoryValue),
  changes: z.array(HistoryChange),
});
export type HistoryFact = z.infer<typeof HistoryFact>;

/** `seq` is the number of the journal's line. */
export const HistoryEntry = z.strictObject({
  seq: z.int(),
  at: Instant,
  who: z.string(),
  facts: z.array(HistoryFact),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const historyOperations = {
  /** Oldest first. */
  'history.of': operation(
    'everybody',
    z.strictObject({ kind: z.enum(['application', 'organisation', 'decision']), id: Id }),
    z.array(HistoryEntry),
  ),
};
