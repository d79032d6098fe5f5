/** Applications: windows of the list, one record, and what can be done with it. */
import { z } from 'zod';
import {
  Application,
  ApplicationFields,
  ApplicationStatus,
  DuplicateVerdict,
  HostOverride,
  NewVerdict,
  ObserverCategory,
  ShownStatus,
} from '../domain/records/application.ts';
import { CertificateStatus } from '../domain/records/certificate.ts';
import { expiryConcerns } from '../domain/rules/document-expiry.ts';
import { FieldFault } from '../domain/base/refusals.ts';
import { Names, Sex, TravelDocument } from '../domain/records/person.ts';
import {
  CountryCode,
  Id,
  IsoDate,
  Language,
  Line,
  Paragraph,
  Reference,
  Sha256,
  Trilingual,
} from '../domain/base/primitives.ts';
import { Done, Ids, Saved, Search, Window, operation, writing } from './operation.ts';

/** One line of a list of people: enough to show, never the whole record. */
export const ApplicationRow = z.strictObject({
  id: Id,
  number: z.int(),
  latin: z.string(),
  ky: z.string(),
  ru: z.string(),
  organisationId: Id,
  /** The organisation's short name, its full name where it has none. */
  organisation: Trilingual,
  category: ObserverCategory,
  citizenship: CountryCode.nullable(),
  birthDate: IsoDate.nullable(),
  document: z.string(),
  /** The travel document ends too early; null when it does not, or the day is not known. */
  documentEnds: z.enum(expiryConcerns).nullable(),
  status: ShownStatus,
  decisionId: Id.nullable(),
  decisionNumber: z.string().nullable(),
  picture: Sha256.nullable(),
  certificateNumber: z.string().nullable(),
});
export type ApplicationRow = z.infer<typeof ApplicationRow>;

export const applicationColumns = [
  'number',
  'latin',
  'ky',
  'ru',
  'organisation',
  'category',
  'citizenship',
  'birthDate',
  'document',
  'status',
  'decision',
] as const;
export const ApplicationColumn = z.enum(applicationColumns);
export type ApplicationColumn = z.infer<typeof ApplicationColumn>;

export const ApplicationFilter = z.strictObject({
  electionId: Id,
  /** Folded substring over names in all three writings, the document number and the register number. */
  search: Search,
  /** An empty list does not filter. */
  statuses: z.array(ShownStatus),
  organisationIds: z.array(Id),
  countries: z.array(CountryCode),
  decisionIds: z.array(Id),
  categories: z.array(ObserverCategory),
  /** Only people of whom there is no photo. */
  withoutPhoto: z.boolean().optional(),
});
export type ApplicationFilter = z.infer<typeof ApplicationFilter>;

export const Sorting = z.strictObject({ column: ApplicationColumn, descending: z.boolean() });

/** A possible duplicate: what is compared side by side, in what it is alike, and the verdict kept about it, if any. */
export const PossibleDuplicateRow = z.strictObject({
  row: ApplicationRow,
  names: Names,
  sex: Sex.nullable(),
  document: TravelDocument,
  likeness: z.strictObject({
    name: z.enum(['same', 'swapped', 'near', 'shared']).nullable(),
    birthDate: z.enum(['same', 'near']).nullable(),
    document: z.enum(['same', 'near']).nullable(),
  }),
  verdict: DuplicateVerdict.omit({ other: true }).nullable(),
});
export type PossibleDuplicateRow = z.infer<typeof PossibleDuplicateRow>;

export const ApplicationView = z.strictObject({
  application: Application,
  shownStatus: ShownStatus,
  possibleDuplicates: z.array(PossibleDuplicateRow),
  /** What keeps it from being ready for a decision. */
  missingForReady: z.array(FieldFault),
  decision: z.strictObject({ id: Id, number: z.string().nullable(), date: IsoDate.nullable() }).nullable(),
  /** The adopted decision that refused or revoked, of which the organisation is told by letter. */
  letterDecisionId: Id.nullable(),
  certificates: z.array(z.strictObject({ id: Id, number: z.string(), status: CertificateStatus })),
  /** The application whose place it takes, and those that took its own. */
  replaces: ApplicationRow.nullable(),
  replacedBy: z.array(ApplicationRow),
});
export type ApplicationView = z.infer<typeof ApplicationView>;

export const applicationOperations = {
  'application.list': operation(
    'everybody',
    z.strictObject({ filter: ApplicationFilter, sorting: Sorting, language: Language, ...Window }),
    z.strictObject({ total: z.int(), rows: z.array(ApplicationRow) }),
  ),
  /** Everybody whom a filter finds, in the order shown: for acting on all of them. */
  'application.select': operation(
    'everybody',
    z.strictObject({ filter: ApplicationFilter, sorting: Sorting, language: Language }),
    z.strictObject({ ids: z.array(Id) }),
  ),
  /** How many there are of each status, for the filter's labels. */
  'application.countByStatus': operation(
    'everybody',
    z.strictObject({ electionId: Id }),
    z.array(z.strictObject({ status: ShownStatus, count: z.int() })),
  ),
  'application.get': operation('everybody', z.strictObject({ id: Id }), ApplicationView),
  'application.save': operation(
    writing('application.save'),
    z.strictObject({
      id: Id.nullable(),
      electionId: Id,
      organisationId: Id,
      fields: ApplicationFields,
      /** What was said of the possible duplicates before the application was in the register. */
      verdicts: z.array(NewVerdict).max(100).default([]),
      /** A head allows a citizen of the host country. */
      hostOverride: HostOverride.pick({ justification: true }).nullable().default(null),
    }),
    Saved.extend({ number: z.int(), status: ApplicationStatus }),
  ),
  /** Who may be the same person as the one being typed. */
  'application.possibleDuplicates': operation(
    'everybody',
    z.strictObject({
      id: Id.nullable(),
      electionId: Id,
      names: Names,
      birthDate: IsoDate.nullable(),
      document: TravelDocument,
    }),
    z.array(PossibleDuplicateRow),
  ),
  'application.receive': operation(writing('application.receive'), z.strictObject({ ids: Ids }), Done),
  'application.markReady': operation(writing('application.markReady'), z.strictObject({ ids: Ids }), Done),
  'application.sendBack': operation(
    writing('application.sendBack'),
    z.strictObject({ id: Id, missing: z.array(Line).max(50), faults: z.array(FieldFault).max(50).default([]) }),
    Done,
  ),
  /** By their organisation, whose letter it is; all are of that one organisation. */
  'application.withdraw': operation(
    writing('application.withdraw'),
    z.strictObject({ ids: Ids, on: IsoDate, reason: Trilingual, letter: Reference.nullable().default(null) }),
    Done,
  ),
  'application.disallowHostCitizen': operation(
    writing('application.disallowHostCitizen'),
    z.strictObject({ id: Id, reason: Paragraph }),
    Done,
  ),
  'application.settleDuplicate': operation(
    writing('application.settleDuplicate'),
    z.strictObject({ id: Id, other: Id, verdict: z.enum(['same-person', 'different-people']), remark: Line }),
    Done,
  ),
};
