/** The statement of the day: what the commission tells the public of the observers it has accredited. */
import { z } from 'zod';
import { Id, IsoDate, Language } from '../domain/base/primitives.ts';
import { operation } from './operation.ts';

const Count = z.int().min(0);
const Days = { electionId: Id, from: IsoDate, to: IsoDate };

/** One language's text; `organisations` follow the last paragraph as a list. */
export const StatementText = z.strictObject({
  language: Language,
  heading: z.string(),
  paragraphs: z.array(z.string()),
  organisations: z.array(z.string()),
});
export type StatementText = z.infer<typeof StatementText>;

export const statementOperations = {
  /** The days of adopted decisions, first to last: what a statement can be about. */
  'statement.days': operation('everybody', z.strictObject({ electionId: Id }), z.array(IsoDate)),
  /** In the three languages, Kyrgyz first. */
  'statement.read': operation(
    'everybody',
    z.strictObject(Days),
    z.strictObject({ accredited: Count, total: Count, texts: z.array(StatementText) }),
  ),
  /** Asks where to save it as a document to be edited (DOCX); false when the clerk thought better of it. */
  'statement.saveDocx': operation(
    'everybody',
    z.strictObject({ ...Days, languages: z.array(Language).min(1).max(3), language: Language }),
    z.strictObject({ saved: z.boolean() }),
  ),
};
