/** One person's application to observe one election for one organisation. */
import { z } from 'zod';
import { FieldFault } from '../base/refusals.ts';
import { Id, Instant, IsoDate, Line, Paragraph, Reference, Trilingual, isComplete } from '../base/primitives.ts';
import { emptyObserver, observerShape, placeOf } from './observer-lists.ts';

export { ObserverCategory, PaperId, mostPapers, observerCategories, receivedWays } from './observer-choices.ts';

/**
 * `expired` is not recorded: it follows from the election's day of publication of the results, see `statusAt`.
 */
export const applicationStatuses = [
  'draft',
  'received',
  'incomplete',
  'ready',
  'on-agenda',
  'accredited',
  'refused',
  'withdrawn',
  'revoked',
] as const;
export const ApplicationStatus = z.enum(applicationStatuses);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;
export const shownStatuses = [...applicationStatuses, 'expired'] as const;
export const ShownStatus = z.enum(shownStatuses);
export type ShownStatus = z.infer<typeof ShownStatus>;

/** What the clerk types; a draft may leave anything but the organisation and the Latin surname empty. */
export const ApplicationFields = z.strictObject(observerShape);
export type ApplicationFields = z.infer<typeof ApplicationFields>;

/** Why a citizen of the host country may observe nevertheless, and which officer answers for it. */
export const HostOverride = z.strictObject({ officer: Line, justification: Paragraph, at: Instant });
export type HostOverride = z.infer<typeof HostOverride>;

/** A clerk's verdict on a suspected duplicate; kept for good. */
export const DuplicateVerdict = z.strictObject({
  other: Id,
  verdict: z.enum(['same-person', 'different-people']),
  remark: Line,
  at: Instant,
});
export type DuplicateVerdict = z.infer<typeof DuplicateVerdict>;

/** A verdict as the clerk gives it; the moment is the office's. */
export const NewVerdict = DuplicateVerdict.omit({ at: true });
export type NewVerdict = z.infer<typeof NewVerdict>;

/** Who found an application complete, and when; the clerk as the office's settings name them. */
export const Preparation = z.strictObject({ clerk: Line, at: Instant });
export type Preparation = z.infer<typeof Preparation>;

/** An adopted decision gives way to another for one person; `officer` is empty where both were one decision, recorded twice. */
export const Superseded = z.strictObject({
  decisionId: Id,
  by: Id,
  reason: Line,
  officer: Line,
  at: Instant,
});
export type Superseded = z.infer<typeof Superseded>;

export const Application = ApplicationFields.extend({
  id: Id,
  electionId: Id,
  organisationId: Id,
  /** Number in the election's register, from 1, never reused. */
  number: z.int().positive(),
  status: ApplicationStatus,
  verdicts: z.array(DuplicateVerdict),
  /** What an incomplete application was sent back for, in the clerk's own words. */
  missing: z.array(Line),
  /** The same for what has a name in three languages: fields and papers. */
  missingFaults: z.array(FieldFault).default([]),
  /** The last who called it ready for a decision. */
  prepared: Preparation.nullable().default(null),
  /** Last decision that had this person in its annex: the draft while on the agenda, then the adopted one. */
  decisionId: Id.nullable(),
  accreditedOn: IsoDate.nullable(),
  withdrawnOn: IsoDate.nullable(),
  revokedOn: IsoDate.nullable(),
  /** The letter with which its organisation withdrew it. */
  withdrawalLetter: Reference.nullable().default(null),
  /** Why it was refused, withdrawn or revoked. */
  reason: Trilingual.nullable(),
  /** Allows a citizen of the host country; null for everybody else, and after it was taken back. */
  hostOverride: HostOverride.nullable().default(null),
  /** Adopted decisions that do not stand for this person, though they name it: settled when two laptops' work met. */
  superseded: z.array(Superseded).default([]),
  /** The import that brought it, as long as nobody has touched it since. */
  importId: Id.nullable().default(null),
});
export type Application = z.infer<typeof Application>;

export const emptyApplicationFields: ApplicationFields = emptyObserver;

/** What a substitute takes over from the withdrawn: the place, nothing of the person. */
export const substituteFor = (withdrawn: Application): ApplicationFields => ({
  ...emptyApplicationFields,
  ...placeOf(withdrawn),
  replaces: withdrawn.id,
});

/** What the register says of an application that has just come into it. */
export const initialStatus: Omit<
  Application,
  keyof ApplicationFields | 'id' | 'electionId' | 'organisationId' | 'number'
> = {
  status: 'draft',
  verdicts: [],
  missing: [],
  missingFaults: [],
  prepared: null,
  decisionId: null,
  accreditedOn: null,
  withdrawnOn: null,
  revokedOn: null,
  withdrawalLetter: null,
  reason: null,
  hostOverride: null,
  superseded: [],
  importId: null,
};

/** Statuses in which the clerk may still change what was typed. */
export const isOpenForEdit = (status: ApplicationStatus): boolean =>
  status === 'draft' || status === 'received' || status === 'incomplete' || status === 'ready';

/**
 * In force on a day = accredited - withdrawn - revoked, and not after the day the results were published: the
 * accreditation starts on the day it is granted and ends on that day [law]. Days compare as YYYY-MM-DD.
 */
export function isInForce(
  application: Pick<Application, 'accreditedOn' | 'withdrawnOn' | 'revokedOn'>,
  day: IsoDate,
  resultsPublishedOn: IsoDate | null,
): boolean {
  const { accreditedOn, withdrawnOn, revokedOn } = application;
  if (!accreditedOn || accreditedOn > day) return false;
  if (withdrawnOn && withdrawnOn <= day) return false;
  if (revokedOn && revokedOn <= day) return false;
  return !resultsPublishedOn || day <= resultsPublishedOn;
}

/** The status as shown on a day: an accreditation that has run out is `expired`. */
export function statusAt(application: Application, day: IsoDate, resultsPublishedOn: IsoDate | null): ShownStatus {
  const ranOut = application.status === 'accredited' && resultsPublishedOn !== null && day > resultsPublishedOn;
  return ranOut ? 'expired' : application.status;
}

/** True when a position was given in any language but not in all. */
export const positionIsPartial = ({ position }: Pick<ApplicationFields, 'position'>): boolean =>
  !isComplete(position) && (position.ky + position.ru + position.en).trim() !== '';
