/**
 * The file that a design travels in: JSON with the emblem inside and a sum over both, so that a file that was cut off or
 * changed on its way is known before it is believed.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { withTodaysNames } from '../store/first-names.ts';
import { completeDesign } from '#shared/domain/design/complete.ts';
import { checkDesign } from '#shared/domain/design/rules.ts';
import { Design } from '#shared/domain/records/design.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { Sha256 } from '#shared/domain/base/primitives.ts';

const format = 'observer-accreditation-design';
/** Version 1 called the fields of an organisation and an election by other names. */
const currentVersion = 2;

const Head = z.looseObject({ format: z.literal(format), version: z.int().positive() });
const File = z.strictObject({
  format: z.literal(format),
  version: z.literal(currentVersion),
  sha256: Sha256,
  design: Design,
  /** The emblem's bytes in base64. */
  emblem: z.base64().nullable(),
});

/** A photo's 8 MB in base64, and the design. */
export const largestDesignFile = 12 * 1024 * 1024;

export type CarriedDesign = { design: Design; emblem: Uint8Array | null };

const sumOf = (design: unknown, emblem: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([design, emblem]), 'utf8')
    .digest('hex');

export function designFile({ design, emblem }: CarriedDesign): Uint8Array {
  const picture = emblem ? Buffer.from(emblem).toString('base64') : null;
  const file: z.infer<typeof File> = {
    ...{ format, version: currentVersion, sha256: sumOf(design, picture) },
    design,
    emblem: picture,
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

/**
 * The design of such a file. Refuses with `design.notAFile`, `design.newer` (a later program wrote it), `design.damaged`
 * (its sum does not agree) or `design.wrong` (it breaks a rule of designs). Fields that its program did not know yet are
 * added, hidden, before the rules are checked.
 */
export function readDesignFile(bytes: Uint8Array): Outcome<CarriedDesign> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('design.notAFile');
  }
  const head = Head.safeParse(json).data;
  if (!head) return refuse('design.notAFile');
  if (head.version > currentVersion) return refuse('design.newer', { found: head.version, known: currentVersion });
  // The sum is over what is written, before any of it is believed.
  if (head.sha256 !== sumOf(head.design, typeof head.emblem === 'string' ? head.emblem : null)) {
    return refuse('design.damaged');
  }
  const file = File.safeParse(
    head.version === 1 ? { ...head, version: currentVersion, design: withTodaysNames(head.design) } : json,
  ).data;
  if (!file) return refuse('design.wrong');
  const emblem = file.emblem === null ? null : new Uint8Array(Buffer.from(file.emblem, 'base64'));
  const isWhole = (file.design.emblem === null) === (emblem === null);
  const design = completeDesign(file.design);
  if (!isWhole || checkDesign(design).length > 0) return refuse('design.wrong');
  return done({ design, emblem });
}
