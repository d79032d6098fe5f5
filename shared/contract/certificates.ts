/** Certificates: numbers, issue, return, loss, replacement. Printing is in `documents.ts`. */
import { z } from 'zod';
import {
  Certificate,
  CertificateStatus,
  IncidentFields,
  Receipt,
  printedPapers,
} from '../domain/records/certificate.ts';
import { Id, Instant, IsoDate, Language, Paragraph } from '../domain/base/primitives.ts';
import { ApplicationRow } from './applications.ts';
import { workers } from '../domain/records/operator.ts';
import { Done, Ids, Saved, Search, Window, operation, writing } from './operation.ts';

/** `none`: in force and without a certificate. */
export const certificateStates = ['none', ...CertificateStatus.options] as const;
export const CertificateState = z.enum(certificateStates);
export type CertificateState = z.infer<typeof CertificateState>;

/** One certificate with its person, or a person in force who has none yet. */
export const CertificateRow = z.strictObject({
  person: ApplicationRow,
  certificate: Certificate.omit({ printed: true })
    .extend({
      /** The number of the void certificate it stands in for, and of the one that stands in for it. */
      replaces: z.string().nullable(),
      replacedBy: z.string().nullable(),
      /** The last day it is valid; null until the results are officially published. */
      validUntilDay: IsoDate.nullable(),
    })
    .nullable(),
});
export type CertificateRow = z.infer<typeof CertificateRow>;

export const CertificateFilter = z.strictObject({
  electionId: Id,
  /** Folded substring over names and certificate numbers, or a scanned code. */
  search: Search,
  states: z.array(CertificateState),
  organisationIds: z.array(Id),
  decisionIds: z.array(Id),
});
export type CertificateFilter = z.infer<typeof CertificateFilter>;

export const CertificateSorting = z.strictObject({
  column: z.enum(['number', 'latin', 'ky', 'ru', 'organisation', 'state']),
  descending: z.boolean(),
});

/** A paper that was printed before: whose, how often, and when last. */
const PrintedBefore = z.strictObject({
  id: Id,
  number: z.string(),
  person: z.string(),
  times: z.int().positive(),
  last: Instant,
});
export type PrintedBefore = z.infer<typeof PrintedBefore>;

export const certificateOperations = {
  'certificate.list': operation(
    'everybody',
    z.strictObject({ filter: CertificateFilter, sorting: CertificateSorting, language: Language, ...Window }),
    z.strictObject({
      total: z.int(),
      rows: z.array(CertificateRow),
      counts: z.array(z.strictObject({ state: CertificateState, count: z.int() })),
    }),
  ),
  /** Everybody whom a filter finds, in the order shown. */
  'certificate.select': operation(
    'everybody',
    z.strictObject({ filter: CertificateFilter, sorting: CertificateSorting, language: Language }),
    z.array(z.strictObject({ applicationId: Id, certificateId: Id.nullable(), state: CertificateState })),
  ),
  /** What number comes next, and how many are left of this laptop's blocks; null without blocks. */
  'certificate.numbers': operation(
    'everybody',
    z.strictObject({ electionId: Id }),
    z.strictObject({ next: z.string().nullable(), left: z.int().min(0).nullable() }),
  ),
  /**
   * Who stands at the counter: by a scanned QR code or a whole number the one certificate, by a name the likely ones.
   * `certificate.otherElection`, `certificate.noSuchNumber` for a code that is not of this election's register,
   * `certificate.codeNotOurs` for one that this office did not sign.
   */
  'certificate.find': operation(
    'everybody',
    z.strictObject({ electionId: Id, text: Search, language: Language }),
    z.strictObject({ exact: z.boolean(), rows: z.array(CertificateRow) }),
  ),
  /** Which of these were printed before, as certificates or as badges, in the order asked. */
  'certificate.printedBefore': operation(
    'everybody',
    z.strictObject({ ids: Ids, paper: z.enum(printedPapers) }),
    z.array(PrintedBefore),
  ),
  'certificate.reserve': operation(
    writing('certificate.reserve'),
    z.strictObject({ applicationIds: Ids, issuedOn: IsoDate }),
    z.strictObject({ ids: Ids }),
  ),
  'certificate.issue': operation(writing('certificate.issue'), z.strictObject({ ids: Ids, receipt: Receipt }), Done),
  'certificate.return': operation(writing('certificate.return'), z.strictObject({ ids: Ids, on: IsoDate }), Done),
  'certificate.report': operation(
    writing('certificate.report'),
    z.strictObject({
      id: Id,
      as: z.enum(['spoiled', 'lost']),
      report: Paragraph,
      incident: IncidentFields.optional(),
    }),
    Done,
  ),
  'certificate.replace': operation(
    writing('certificate.replace'),
    z.strictObject({ id: Id, issuedOn: IsoDate }),
    Saved,
  ),
  /**
   * Asks where to save the page that checks badges without a network, with the list as it now stands; false when the clerk
   * thought better of it. `signing.noKey` where the office has no key to sign the list with.
   */
  'certificate.saveVerifier': operation(
    workers,
    z.strictObject({ electionId: Id, language: Language }),
    z.strictObject({ saved: z.boolean() }),
  ),
};
