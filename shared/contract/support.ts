/**
 * When something goes wrong: what is kept of it, the numbered self-checks, and the support report. None of these shapes
 * has a place for free text, so no name and no number of a person can get into them.
 */
import { z } from 'zod';
import { Instant, Language } from '../domain/base/primitives.ts';
import { RefusalCode } from '../domain/base/refusals.ts';
import { operation } from './operation.ts';

/** A file of our own code and the line in it: as written, or as built. */
export const FailurePlace = z
  .string()
  .regex(/^(?:electron|shared|renderer|locales|out|assets)\/[A-Za-z0-9_@./-]{1,120}:[0-9]{1,7}$/u);

/**
 * `main`: an exception nobody caught; `background`: work that nobody waited for; `operation`: a bug met by an operation of
 * the contract; `refusal`: the device or the records refused one; `screen`: a bug in a screen; `window`: the window's
 * process ended or hung; `process`: another process of Chromium's ended; `start`: the program did not start.
 */
export const failureKinds = [
  'main',
  'background',
  'operation',
  'refusal',
  'screen',
  'window',
  'process',
  'start',
] as const;
export const Failure = z.strictObject({
  at: Instant,
  kind: z.enum(failureKinds),
  /** A class of errors, a code of the system's or of Node's, a refusal's code, or why a process ended. */
  what: z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,60}$/u),
  /** An operation of the contract. */
  operation: z
    .string()
    .regex(/^[A-Za-z]+\.[A-Za-z]+$/u)
    .nullable(),
  places: z.array(FailurePlace).max(8),
});
export type Failure = z.infer<typeof Failure>;

/** In the order of their numbers on the screen and in the report. */
export const selfCheckNames = [
  'folder',
  'space',
  'journal',
  'snapshot',
  'photos',
  'compiler',
  'fonts',
  'clock',
  'instance',
  'backup',
  'runtime',
] as const;
export const SelfCheckName = z.enum(selfCheckNames);

/** What a check can find; each has its words in `support.finding`. */
export const selfCheckFindings = [
  'folderWritable',
  'folderNotWritable',
  'spaceEnough',
  'spaceLow',
  'spaceGone',
  'spaceUnknown',
  'journalWhole',
  'journalBroken',
  'journalRefused',
  'noOffice',
  'snapshotUsed',
  'snapshotRebuilt',
  'photosWhole',
  'photosMissing',
  'compilerWorks',
  'compilerFails',
  'fontsWhole',
  'fontsMissing',
  'clockPlausible',
  'clockBehind',
  'onlyOne',
  'severalInstances',
  'backupFresh',
  'backupBehind',
  'backupLate',
  'backupNone',
  'backupFailed',
  'runtimeOfficial',
  'runtimeDevelopment',
  'notChecked',
] as const;
export const SelfCheckFinding = z.enum(selfCheckFindings);

/** `unknown`: it could not be looked at. */
export const Standing = z.enum(['good', 'attention', 'bad', 'unknown']);
export type Standing = z.infer<typeof Standing>;

export const SelfCheck = z.strictObject({
  name: SelfCheckName,
  standing: Standing,
  finding: SelfCheckFinding,
  /** What the words of the finding name: counts, hours, minutes, and bytes under `bytes`. */
  figures: z.partialRecord(
    z.enum(['bytes', 'lines', 'line', 'pictures', 'missing', 'fonts', 'minutes', 'hours', 'changes']),
    z.number(),
  ),
});
export type SelfCheck = z.infer<typeof SelfCheck>;

const Version = z.string().regex(/^[A-Za-z0-9.+~_-]{0,80}$/u);
const Amount = z.number().min(0);

export const SupportReport = z.strictObject({
  format: z.literal('observer-accreditation-support-report'),
  formatVersion: z.literal(1),
  at: Instant,
  language: Language,
  program: z.strictObject({
    version: Version,
    runtime: z.enum(['official', 'development']),
    electron: Version,
    chromium: Version,
    node: Version,
    schema: z.int(),
  }),
  computer: z.strictObject({
    platform: Version,
    release: Version,
    architecture: Version,
    processors: Amount,
    /** Bytes. */
    memory: Amount,
    memoryFree: Amount,
    memoryUsed: Amount,
    diskSize: Amount.nullable(),
    diskFree: Amount.nullable(),
    upMinutes: Amount,
  }),
  office: z.strictObject({
    phase: z.enum(['choose', 'refused', 'makeHead', 'signIn', 'open']),
    sample: z.boolean(),
    refusal: RefusalCode.nullable(),
    changes: Amount.nullable(),
    people: Amount.nullable(),
    decisions: Amount.nullable(),
    certificates: Amount.nullable(),
    journalBytes: Amount.nullable(),
  }),
  checks: z.array(SelfCheck),
  /** The newest last. */
  failures: z.array(Failure),
});
export type SupportReport = z.infer<typeof SupportReport>;

export const supportOperations = {
  /** Runs the self-checks now. */
  'support.check': operation(
    'before sign-in',
    z.strictObject({}),
    z.strictObject({ checks: z.array(SelfCheck), failures: z.int() }),
  ),
  /** Makes the report and saves it where the clerk says; false when the clerk thought better of it. */
  'support.save': operation(
    'before sign-in',
    z.strictObject({ language: Language }),
    z.strictObject({ saved: z.boolean() }),
  ),
  /** A bug met by a screen. Of name and stack only what holds no personal data is kept; answers with that. */
  'support.note': operation(
    'before sign-in',
    z.strictObject({ name: z.string().max(100), stack: z.string().max(20_000) }),
    Failure.pick({ what: true, places: true }),
  ),
};
