/** The part of a full handover that another office merges: `merge.json` in the encrypted archive. */
import { z } from 'zod';
import { MergeBundle, mergeFormats } from '#shared/domain/records/received-handover.ts';
import { Id, Instant, Line, Sha256 } from '#shared/domain/base/primitives.ts';

export const mergeFileName = 'merge.json';
export const encryptedName = 'data/register.zip.age';

export const MergeFile = z.strictObject({
  format: z.enum(mergeFormats),
  /** Made-up data is never mixed with real. */
  sample: z.boolean(),
  handover: z.strictObject({
    number: z.int().positive(),
    electionId: Id,
    asOf: Instant,
    giver: Line,
    receiver: Line,
    bag: Line,
  }),
  /** Where the giver's journal stood. */
  head: z.strictObject({ seq: z.int().min(0), hash: Sha256 }),
  bundle: MergeBundle,
});
export type MergeFile = z.infer<typeof MergeFile>;
