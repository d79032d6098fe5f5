/** The records audited: every line of the journal by who, when and about whom, and the check that nothing was changed. */
import { z } from 'zod';
import { Id, Instant, IsoDate, Language, Line, Sha256 } from '../domain/base/primitives.ts';
import { Job, Search, Window, operation } from './operation.ts';

export const JournalFilter = z.strictObject({
  /** One operator, as the journal has them: by id, in lines of before there were operators by name; null for all. */
  who: Line.nullable(),
  /** Days at the office, both included; null for no end. */
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  /** Folded substring over what was done and about whom. */
  search: Search,
});
export type JournalFilter = z.infer<typeof JournalFilter>;

export const subjectKinds = [
  'application',
  'organisation',
  'decision',
  'election',
  'handover',
  'import',
  'operator',
] as const;

/** A record that a line is about. */
export const Subject = z.strictObject({ kind: z.enum(subjectKinds), id: Id, name: z.string() });
export type Subject = z.infer<typeof Subject>;

/** A line of the journal: one accepted command. `more` records beside those named. */
export const JournalRow = z.strictObject({
  seq: z.int().positive(),
  at: Instant,
  who: z.string(),
  command: z.string(),
  subjects: z.array(Subject),
  more: z.int().min(0),
});
export type JournalRow = z.infer<typeof JournalRow>;

/**
 * `journal`: a line is not as it was written; `register`: the register in use is not what the journal makes;
 * `pictureMissing`, `pictureDamaged`: a photo or an emblem; `numberTwice`: two certificates bear one number;
 * `numberOfNobody`: a certificate of nobody in the register; `twoInForce`: one person with two living certificates;
 * `decisionAltered`: an adopted decision does not say what its checksum was reckoned from.
 */
export const auditFaultKinds = [
  ...['journal', 'register', 'pictureMissing', 'pictureDamaged', 'numberTwice', 'numberOfNobody', 'twoInForce'],
  'decisionAltered',
] as const;
export const AuditFault = z.strictObject({
  kind: z.enum(auditFaultKinds),
  /** The line's number, a person's name, a certificate's or a decision's number: what the kind's wording asks for. */
  what: z.string(),
  /** The application to look at; null where there is none. */
  applicationId: Id.nullable(),
  /** The decision to look at; null where there is none. */
  decisionId: Id.nullable(),
});
export type AuditFault = z.infer<typeof AuditFault>;

/** No more of them are named one by one. */
export const mostFaultsNamed = 200;

export const AuditReport = z.strictObject({
  at: Instant,
  /** Who asked for it; null when the program looked by itself. */
  by: z.string().nullable(),
  /** Lines read, and the last one with its sum. */
  lines: z.int().min(0),
  head: z.strictObject({ seq: z.int().min(0), hash: Sha256 }),
  /** When the first and the last line were written; null for an empty journal. */
  first: Instant.nullable(),
  last: Instant.nullable(),
  people: z.int().min(0),
  pictures: z.int().min(0),
  numbers: z.int().min(0),
  /** Adopted decisions, each compared with its checksum. */
  decisions: z.int().min(0),
  /** Lines with an earlier time than the line before: the laptop's clock was set back. No fault, but worth knowing. */
  clockBack: z.int().min(0),
  faults: z.array(AuditFault).max(mostFaultsNamed),
  faultCount: z.int().min(0),
});
export type AuditReport = z.infer<typeof AuditReport>;

export const auditOperations = {
  /** The newest first; `people` is everybody who has a line in the journal. */
  'audit.lines': operation(
    'everybody',
    z.strictObject({ filter: JournalFilter, language: Language, ...Window }),
    z.strictObject({
      total: z.int(),
      rows: z.array(JournalRow),
      people: z.array(z.strictObject({ who: z.string(), name: z.string() })),
    }),
  ),
  /** Reads every line, picture and number anew. Faults are its answer; refused only when it was cancelled. */
  'audit.verify': operation('everybody', z.strictObject({ job: Job }), AuditReport),
  /** The last check since the office was opened; null before the first. */
  'audit.latest': operation('everybody', z.strictObject({}), AuditReport.nullable()),
};
