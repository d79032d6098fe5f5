/** A new version of the program from a stick: looked at first, and started only after a backup. */
import { z } from 'zod';
import { Id, Instant, Language } from '../domain/base/primitives.ts';
import { InstallationKind } from '../domain/records/update.ts';
import { Job, operation } from './operation.ts';

export const UpdateOffer = z.strictObject({
  id: Id,
  version: z.string(),
  /** The version that runs now. */
  current: z.string(),
  kind: InstallationKind,
  architecture: z.string(),
  bytes: z.int(),
  made: Instant,
  /** The first digits of the publisher's key, as they stand in the publisher's letter. */
  fingerprint: z.string(),
  /** There is an office here: a backup of it is made before anything else. */
  backupFirst: z.boolean(),
});
export type UpdateOffer = z.infer<typeof UpdateOffer>;

export const updateOperations = {
  /** Asks for an update file and checks all of it; null when the clerk thought better of it. Changes nothing. */
  // Only what the publisher signed is ever started, and an office of one's own is backed up by somebody signed in.
  'update.choose': operation(
    'before sign-in',
    z.strictObject({ language: Language, job: Job }),
    z.strictObject({ offer: UpdateOffer.nullable() }),
  ),
  /**
   * Makes a backup and reads it back, copies the update to this computer, checks the copy, starts the installer and ends
   * the program. Refused at any step, nothing was started.
   */
  'update.carryOut': operation('before sign-in', z.strictObject({ id: Id, job: Job }), z.strictObject({})),
};
