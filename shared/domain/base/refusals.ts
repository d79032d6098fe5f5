/**
 * Every refusal the office can give. A refusal is a value: a code that `locales/` words, and the parameters its wording
 * needs. Exceptions are for bugs only.
 */
import { z } from 'zod';

export const refusalCodes = [
  // The office
  'office.notOpen',
  'office.alreadyEstablished',
  'office.notEstablished',
  'office.paperInUse',
  // Who may do what
  'access.notAllowed',
  'access.locked',
  'access.deactivated',
  'access.recoveryGroupWrong',
  'operator.unknown',
  'operator.deactivated',
  'operator.lastHead',
  'operator.notFirst',
  // The words of screens and documents
  'wording.unknown',
  'wording.notAFile',
  // Designs of certificates and badges
  'design.doesNotFit',
  'design.notAFile',
  'design.damaged',
  'design.newer',
  'design.wrong',
  'design.emblemUnsafe',
  'design.emblemUnreadable',
  'design.emblemMissing',
  'design.otherEmblem',
  'design.marginTooWide',
  // What was typed
  'input.invalid',
  'fields.invalid',
  // Records that are not there
  'election.unknown',
  'organisation.unknown',
  'application.unknown',
  'decision.unknown',
  'certificate.unknown',
  'handover.unknown',
  // Signing
  'signing.noKey',
  'signing.notAKeyCard',
  'signing.ownKey',
  // Applications
  'application.sameDocument',
  'application.hostCitizen',
  'application.locked',
  'application.wrongStatus',
  'application.notComplete',
  'application.possibleDuplicateUnsettled',
  'application.samePerson',
  'application.overrideIncomplete',
  'application.noOverride',
  'application.none',
  'application.substituteItself',
  'application.beforePublication',
  'application.missingListEmpty',
  'application.severalOrganisations',
  // Decisions
  'decision.locked',
  'decision.empty',
  'decision.personTwice',
  'decision.reasonMissing',
  'decision.wrongStatus',
  'decision.otherElection',
  'decision.numberTaken',
  'decision.beforePublication',
  'decision.beforeSession',
  'decision.inFuture',
  'decision.notAdopted',
  'decision.noQuorum',
  'decision.noMajority',
  // Steps taken back
  'step.unknown',
  'step.nothingToTakeBack',
  'step.personTouched',
  'step.decisionTouched',
  'step.substituted',
  // Certificates
  'certificate.notInForce',
  'certificate.exists',
  'certificate.wrongStatus',
  'certificate.seriesExhausted',
  'certificate.blocksExhausted',
  'certificate.numberTaken',
  'certificate.otherElection',
  'certificate.noSuchNumber',
  'certificate.codeNotOurs',
  'certificate.printedBefore',
  'certificate.printFailed',
  'certificate.printNotAwaited',
  'certificate.faultMissing',
  'certificate.reportMissing',
  'certificate.receiverMissing',
  'certificate.identityNotSeen',
  // Photos
  'photo.notAnImage',
  'photo.tooLarge',
  'photo.tooSmall',
  'photo.damaged',
  'photo.missing',
  'photo.severalForOne',
  'photo.noFiles',
  'photo.tooManyFiles',
  'photo.fileGone',
  // Documents
  'list.noColumns',
  'list.tooWide',
  'list.tooLong',
  'document.missingGlyph',
  'document.nothingToPrint',
  'document.unknown',
  'document.failed',
  'document.compilerFell',
  'job.cancelled',
  // Files in
  'import.notASpreadsheet',
  'import.tooLarge',
  'import.tooManyRows',
  'import.empty',
  'import.unknown',
  'import.unreadable',
  'import.wordFile',
  'import.oldWorkbook',
  'import.openDocument',
  'import.passwordProtected',
  'import.macros',
  'import.formulas',
  'import.tooManyColumns',
  'import.notUnicode',
  'import.unresolved',
  'import.touched',
  'import.alreadyWithdrawn',
  // Files out
  'file.diskFull',
  'file.held',
  'file.notSaved',
  // Handover
  'handover.diskFull',
  'handover.fileTooLarge',
  'handover.stickGone',
  'handover.exists',
  'handover.readOnly',
  'handover.verifyFailed',
  'handover.writeFailed',
  'handover.passphraseTooShort',
  'handover.nothing',
  // Receiving a handover
  'handover.notABag',
  'handover.notOpener',
  'handover.notWhole',
  'handover.altered',
  'handover.hostileName',
  'handover.tooLarge',
  'handover.notSigned',
  'handover.badSignature',
  'handover.otherKey',
  'handover.nothingToMerge',
  'handover.wrongPassphrase',
  'handover.notForThisKey',
  'handover.unknownKey',
  'handover.newer',
  'handover.inconsistent',
  'handover.decisionAltered',
  'handover.ownBag',
  'handover.sample',
  'handover.unsettled',
  'handover.nothingNew',
  // Backups
  'audit.notChecked',
  'backup.folderGone',
  'backup.insideOffice',
  'backup.diskFull',
  'backup.writeFailed',
  'backup.verifyFailed',
  'backup.notChosen',
  'backup.gone',
  'backup.damaged',
  'backup.locked',
  // Who may open the office
  'access.wrongPassword',
  'access.wrongRecoveryKey',
  'access.recoveryKeyMistyped',
  'access.wait',
  'access.loginTaken',
  'access.keyringDamaged',
  // Updates of the program
  'update.noKey',
  'update.notInstalled',
  'update.notAFile',
  'update.newerFormat',
  'update.forged',
  'update.damaged',
  'update.otherProduct',
  'update.wrongPlatform',
  'update.older',
  'update.gone',
  'update.openOwnOffice',
  'update.notStarted',
  // The store
  'store.diskFull',
  'store.writeFailed',
  'store.stuck',
  'store.chainBroken',
  'store.newerSchema',
  'store.unknownEvent',
  'store.inUse',
  'store.encrypted',
  'store.notEncrypted',
  'store.encryptFailed',
  'store.unreadable',
  'store.readOnly',
  'store.held',
  'store.noRoom',
] as const;
export const RefusalCode = z.enum(refusalCodes);
export type RefusalCode = z.infer<typeof RefusalCode>;

export const RefusalParams = z.record(z.string(), z.union([z.string(), z.number()]));
export type RefusalParams = z.infer<typeof RefusalParams>;

/** What is wrong with one field of a form; `path` is the field's dotted path. */
export const fieldFaultCodes = [
  'field.required',
  'field.threeLanguages',
  'field.date',
  'field.before',
  'field.inFuture',
  'field.tooOld',
  'field.tooYoung',
  'field.expired',
  'field.latinOnly',
  'field.cyrillicOnly',
  'field.lookalikes',
  'field.country',
  'field.hostCitizen',
  'field.documentNumber',
  'field.phone',
  'field.sameDocument',
  'field.alike',
  'field.series',
  'field.numberFormat',
  'field.blockBackwards',
  'field.blockDigits',
  'field.blockOverlaps',
  'field.mrz',
  'field.mrzDiffers',
  'field.namesNotConfirmed',
  'field.tooLong',
  'field.placeholderMissing',
  'field.placeholderUnknown',
  'field.missingGlyph',
  'field.tooPale',
  'field.noRoom',
  'field.sizeRange',
  'field.noSuchPlace',
  'field.onePrinter',
  'field.moreThanMembers',
  'field.moreVotesThanPresent',
  'field.login',
  'field.loginTaken',
  'field.passwordShort',
  'field.passwordPlain',
  'field.passwordsDiffer',
  'field.passwordWrong',
] as const;
export const FieldFaultCode = z.enum(fieldFaultCodes);
export const FieldFault = z.strictObject({
  path: z.string(),
  code: FieldFaultCode,
  params: RefusalParams.optional(),
});
export type FieldFault = { path: string; code: z.infer<typeof FieldFaultCode>; params?: RefusalParams | undefined };

export const Refusal = z.strictObject({
  code: RefusalCode,
  params: RefusalParams.optional(),
  /** With `fields.invalid`: the fields and what is wrong with each. */
  fields: z.array(FieldFault).optional(),
});
export type Refusal = { code: RefusalCode; params?: RefusalParams | undefined; fields?: FieldFault[] | undefined };

/** The outcome of anything the user can cause to fail. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export type Refused = { ok: false; refusal: Refusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export function refuse(code: RefusalCode, params?: RefusalParams): Refused {
  return { ok: false, refusal: params ? { code, params } : { code } };
}

export function refuseFields(fields: FieldFault[]): Refused {
  return { ok: false, refusal: { code: 'fields.invalid', params: { count: fields.length }, fields } };
}
