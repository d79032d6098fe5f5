/** The public half of an office's key, carried to another office as a file. */
import { z } from 'zod';
import { Language, Line, Sha256 } from '../domain/base/primitives.ts';
import { workers } from '../domain/records/operator.ts';
import { Done, operation, writing } from './operation.ts';

/** A key that somebody brought, before its fingerprint was compared. */
export const KeyCardSeen = z.strictObject({
  giver: Line,
  fingerprint: Sha256,
  /** The register knows this key already, and it was compared. */
  known: z.boolean(),
});
export type KeyCardSeen = z.infer<typeof KeyCardSeen>;

export const keyCardOperations = {
  /** Saves this office's own public key for other offices. */
  'keyCard.save': operation(workers, z.strictObject({ language: Language }), z.strictObject({ saved: z.boolean() })),
  /** Asks for another office's file; null when the clerk thought better of it. */
  'keyCard.read': operation(workers, z.strictObject({ language: Language }), KeyCardSeen.nullable()),
  /** Makes the key that was read last known here; the fingerprint is the one that the clerk has compared. */
  'keyCard.bringIn': operation(writing('office.bringInKey'), z.strictObject({ comparedFingerprint: Sha256 }), Done),
};
