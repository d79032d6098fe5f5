/** Lists as they are filtered and sorted on the screen, in the columns chosen: to a spreadsheet program or to paper. */
import { z } from 'zod';
import { Id, IsoDate, Language } from '../domain/base/primitives.ts';
import { ApplicationFilter, Sorting } from './applications.ts';
import { JournalFilter } from './audit.ts';
import { CertificateFilter, CertificateSorting } from './certificates.ts';
import { NumberFilter } from './number-register.ts';
import { Job, operation } from './operation.ts';
import { PrintQueueFilter } from './print-queue.ts';

export const listFormats = ['xlsx', 'csv'] as const;
const mostColumns = 40;
const mostOrganisations = 5_000;

export const listKinds = [
  'people',
  'organisations',
  'decisions',
  'annex',
  'certificates',
  'numbers',
  'queue',
  'journal',
  'totals',
  'imports',
] as const;
export const ListKind = z.enum(listKinds);
export type ListKind = z.infer<typeof ListKind>;

/** Which list, and who or what of it. */
export const ListSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), filter: ApplicationFilter, sorting: Sorting }),
  /** Filtered and sorted by the screen, which has them all. */
  z.strictObject({ kind: z.literal('organisations'), electionId: Id, ids: z.array(Id).max(mostOrganisations) }),
  z.strictObject({ kind: z.literal('decisions'), electionId: Id }),
  z.strictObject({ kind: z.literal('annex'), decisionId: Id }),
  z.strictObject({ kind: z.literal('certificates'), filter: CertificateFilter, sorting: CertificateSorting }),
  z.strictObject({ kind: z.literal('numbers'), filter: NumberFilter }),
  z.strictObject({ kind: z.literal('queue'), filter: PrintQueueFilter }),
  z.strictObject({ kind: z.literal('journal'), filter: JournalFilter }),
  /** The figures at the end of a day. */
  z.strictObject({ kind: z.literal('totals'), electionId: Id, day: IsoDate }),
  z.strictObject({ kind: z.literal('imports'), electionId: Id }),
]);
export type ListSource = z.infer<typeof ListSource>;

/** Names a column of a list for ever, whatever the language. */
export const ColumnId = z.string().regex(/^[a-zA-Z]{1,30}$/);
/** In the order wanted. */
export const ChosenColumns = z.array(ColumnId).min(1).max(mostColumns);

export const listOperations = {
  /** The columns that a list can have, in their usual order, worded in a language. */
  'list.columns': operation(
    'everybody',
    z.strictObject({ kind: ListKind, language: Language }),
    z.array(z.strictObject({ id: ColumnId, title: z.string() })),
  ),
  /**
   * All of the list, in the order shown, with the columns chosen. Asks where to save it; false when the clerk thought
   * better of it.
   */
  'list.save': operation(
    'everybody',
    z.strictObject({
      list: ListSource,
      language: Language,
      columns: ChosenColumns,
      format: z.enum(listFormats),
      job: Job,
    }),
    z.strictObject({ saved: z.boolean() }),
  ),
};
