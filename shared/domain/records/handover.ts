/** A handover: what was put on a stick, at what level of detail, and that it was read back the same. */
import { z } from 'zod';
import { Id, Instant, Line, Sha256 } from '../base/primitives.ts';
import { KeyId, SigningKey } from './signing-key.ts';

/** How much personal data leaves the laptop (shared/domain/README.md, "Rules"). */
export const handoverLevels = ['full', 'badge-list', 'public'] as const;
export const HandoverLevel = z.enum(handoverLevels);
export type HandoverLevel = z.infer<typeof HandoverLevel>;

export const handoverScopes = ['everything', 'organisation', 'decision', 'badge-list'] as const;

/** What is handed over: all of the election, one organisation's people, one decision's, or the people with a live certificate. */
export const HandoverScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.literal('badge-list') }),
  z.strictObject({ kind: z.literal('organisation'), organisationId: Id }),
  z.strictObject({ kind: z.literal('decision'), decisionId: Id }),
]);
export type HandoverScope = z.infer<typeof HandoverScope>;

export const HandoverFile = z.strictObject({
  /** Path inside the bag, with `/`, ASCII. */
  path: z.string(),
  bytes: z.int().min(0),
  sha256: Sha256,
});
export type HandoverFile = z.infer<typeof HandoverFile>;

/** A place in the journal: a line, and the sum that stands for it and for all before it. */
export const JournalPosition = z.strictObject({ seq: z.int().min(0), hash: Sha256 });
export type JournalPosition = z.infer<typeof JournalPosition>;

export const Handover = z.strictObject({
  id: Id,
  electionId: Id,
  /** Number of the handover act in the election, from 1. */
  number: z.int().positive(),
  level: HandoverLevel,
  scope: HandoverScope,
  /** The register as it stood at this moment. */
  asOf: Instant,
  giver: Line,
  receiver: Line,
  people: z.int().min(0),
  organisations: z.int().min(0),
  bag: Line,
  files: z.array(HandoverFile),
  /** SHA-256 of the bag's manifest: one number that stands for every file. */
  manifest: Sha256,
  verifiedAt: Instant,
  /** The journal's last line when the register was read for it; null before schema 5. */
  head: JournalPosition.nullable().default(null),
  /** The office's key at that time; null before schema 5, and where the office had none. */
  key: SigningKey.nullable().default(null),
  /** The key of the office that alone can open it; null where it is encrypted with a passphrase or not at all. */
  receiverKey: KeyId.nullable().default(null),
});
export type Handover = z.infer<typeof Handover>;

/** A handover before its files are written and read back. */
export type HandoverDraft = Omit<Handover, 'files' | 'manifest' | 'verifiedAt'>;
