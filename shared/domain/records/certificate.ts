/** A numbered certificate of accreditation, with its badge: one per person in force, its number never reused. */
import { z } from 'zod';
import { Id, Instant, IsoDate, Line, Paragraph, Sha256, Trilingual } from '../base/primitives.ts';
import { Names } from './person.ts';
import { ObserverCategory } from './application.ts';
import { printedShape } from './observer-lists.ts';

export { qrText, readQrText } from './short-code.ts';

/** `reserved → printed → issued → returned`, with `spoiled` and `lost` (each may be replaced) and `void`. */
export const certificateStatuses = ['reserved', 'printed', 'issued', 'returned', 'spoiled', 'lost', 'void'] as const;
export const CertificateStatus = z.enum(certificateStatuses);
export type CertificateStatus = z.infer<typeof CertificateStatus>;

/** Alive: it stands for the person's accreditation, so the person needs no other. */
export const isAlive = (status: CertificateStatus): boolean =>
  status === 'reserved' || status === 'printed' || status === 'issued';

/** The person as printed: a later correction of the register does not change paper that is out. */
export const PrintedPerson = z.strictObject({
  names: Names.omit({ confirmed: true }),
  category: ObserverCategory,
  ...printedShape,
  organisation: Trilingual,
  organisationShort: Trilingual,
  picture: Sha256.nullable(),
  chair: Trilingual,
  commission: Trilingual,
  electionName: Trilingual,
});
export type PrintedPerson = z.infer<typeof PrintedPerson>;

export const printedPapers = ['certificate', 'badge'] as const;
/** `awaited`: the clerk has not said yet how it came out; a run of before that was asked counts as `well`. */
export const printOutcomes = ['awaited', 'well', 'failed'] as const;

/** `design`: the version of the design it was printed in; 0 is the program's own. */
export const PrintRun = z.strictObject({
  at: Instant,
  paper: z.enum(printedPapers),
  design: z.int().min(0).default(0),
  /** Why it was printed once more; empty for the first run. */
  reason: Line.default(''),
  outcome: z.enum(printOutcomes).default('well'),
  /** What was wrong with it, when it failed. */
  fault: Line.default(''),
});
export type PrintRun = z.infer<typeof PrintRun>;

/** To whom it was handed. A proxy is named and shows the letter that empowers them. */
export const Receipt = z.strictObject({
  to: z.enum(['self', 'proxy']),
  proxyName: Line,
  /** Kind and number of the proxy's own document, and of the letter that empowers them. */
  proxyDocument: Line.default(''),
  identitySeen: z.boolean(),
  on: IsoDate,
});
export type Receipt = z.infer<typeof Receipt>;

/** How a certificate was lost or spoiled, beside the circumstances: what the one-page report says. */
export const Incident = z.strictObject({
  /** The day it happened or was noticed; null where nobody knows. */
  on: IsoDate.nullable(),
  where: Line,
  reportedBy: Line,
  /** Number and day of the paper of the police or of another authority. */
  reference: Line,
  /** The day of the record. */
  recordedOn: IsoDate,
});
export type Incident = z.infer<typeof Incident>;
export const IncidentFields = Incident.omit({ recordedOn: true });
export type IncidentFields = z.infer<typeof IncidentFields>;

/**
 * Two laptops gave one number, and this paper is not the one that keeps it: to which it was given up, why, and who said
 * so. It lives no more, and its number stays on it.
 */
export const GivenUp = z.strictObject({ to: Id, reason: Line, officer: Line, at: Instant });
export type GivenUp = z.infer<typeof GivenUp>;

export const Certificate = z.strictObject({
  id: Id,
  electionId: Id,
  applicationId: Id,
  decisionId: Id,
  series: z.string(),
  serial: z.int().positive(),
  /** As printed, e.g. `A-0042`. */
  number: Line,
  status: CertificateStatus,
  issuedOn: IsoDate,
  validFrom: IsoDate,
  /** Null: until the official publication of the results, not yet known when it was printed. */
  validUntil: IsoDate.nullable(),
  /** Null until first printed. */
  printed: PrintedPerson.nullable(),
  printRuns: z.array(PrintRun),
  receipt: Receipt.nullable(),
  returnedOn: IsoDate.nullable(),
  /** How it was lost or spoiled, or why its number is void. */
  report: Paragraph,
  /** Null for one that is neither lost nor spoiled, or of which nothing more was asked. */
  incident: Incident.nullable().default(null),
  /** Null for one whose number is its own. */
  givenUp: GivenUp.nullable().default(null),
  predecessorId: Id.nullable(),
  successorId: Id.nullable(),
});
export type Certificate = z.infer<typeof Certificate>;

/** How often one of its papers was printed; the badge and the certificate are counted each for itself. */
export const runsOf = ({ printRuns }: Pick<Certificate, 'printRuns'>, paper: PrintRun['paper']): PrintRun[] =>
  printRuns.filter((run) => run.paper === paper);

/**
 * The last day a certificate is valid: as printed on it, else the day of the official publication of the results once
 * that day is known [law]; null while it is not.
 */
export const validUntilOf = (
  { validUntil }: Pick<Certificate, 'validUntil'>,
  election: { resultsPublishedOn: IsoDate | null } | undefined,
): IsoDate | null => validUntil ?? election?.resultsPublishedOn ?? null;

/** Whose a number is of two certificates that bear it: of the one that did not give it up, whichever comes first. */
export function bearerOf(one: Certificate | undefined, other: Certificate): Certificate {
  if (!one || one.id === other.id) return other;
  if ((one.givenUp === null) !== (other.givenUp === null)) return one.givenUp === null ? one : other;
  return one.id < other.id ? one : other;
}
