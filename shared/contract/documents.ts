/** Documents: made as PDF, previewed as the very file that prints, saved, and recorded as printed. */
import { z } from 'zod';
import { BadgeFormat } from '../domain/records/design.ts';
import { Id, IsoDate, Language, Line } from '../domain/base/primitives.ts';
import { NumberFilter } from './number-register.ts';
import { ChosenColumns, ListSource } from './lists.ts';
import { Done, Ids, Job, operation } from './operation.ts';

/** A reprint repeats the design it was printed in, unless the clerk asks for the one in force. */
const PrintDesign = z.enum(['as-printed', 'current']);

const DecisionRequest = z.strictObject({ kind: z.literal('decision'), decisionId: Id });
/** To the organisations whose people a decision refused or revoked; null for all of them. */
const DecisionLetterRequest = z.strictObject({
  kind: z.literal('decision-letter'),
  decisionId: Id,
  applicationIds: Ids.nullable(),
});

/** To an organisation, about what its incomplete applications lack. */
const IncompleteLetterRequest = z.strictObject({
  kind: z.literal('incomplete-letter'),
  electionId: Id,
  organisationId: Id,
  /** Null for all incomplete applications of the organisation. */
  applicationIds: Ids.nullable(),
  /** Last day to send what is missing; null when the letter names none. */
  by: IsoDate.nullable(),
});

/** What can also be had as a file for a word processor. */
export const EditableRequest = z.discriminatedUnion('kind', [
  DecisionRequest,
  DecisionLetterRequest,
  IncompleteLetterRequest,
]);
export type EditableRequest = z.infer<typeof EditableRequest>;

export const DocumentRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('certificate'), certificateIds: Ids, design: PrintDesign.optional() }),
  z.strictObject({
    kind: z.literal('badge'),
    certificateIds: Ids,
    /** Left out: each as the design has it for the person's category. */
    format: BadgeFormat.optional(),
    twoSided: z.boolean().optional(),
    design: PrintDesign.optional(),
  }),
  /** Rulers and frames that show how far a printer is off the mark; null for one that is not known yet. */
  z.strictObject({ kind: z.literal('calibration'), printerId: Id.nullable() }),
  z.strictObject({
    kind: z.literal('badge-list'),
    electionId: Id,
    scope: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('organisation'), organisationId: Id }),
      z.strictObject({ kind: z.literal('decision'), decisionId: Id }),
      z.strictObject({ kind: z.literal('everything'), groupBy: z.enum(['organisation', 'decision']) }),
    ]),
  }),
  DecisionRequest,
  DecisionLetterRequest,
  IncompleteLetterRequest,
  z.strictObject({
    kind: z.literal('issue-log'),
    electionId: Id,
    organisationId: Id.nullable(),
    /** `uncollected`: printed and waiting for their people, by organisation, to be called and to sign. */
    only: z.enum(['all', 'uncollected']).default('all'),
    /** Only what was given out on this day, by organisation and name: the day's sheet of signatures. */
    givenOn: IsoDate.optional(),
  }),
  /** The register of all numbers, as it is filtered on the screen. */
  z.strictObject({ kind: z.literal('number-register'), filter: NumberFilter }),
  /** Any list as filtered on the screen, in the columns chosen. */
  z.strictObject({ kind: z.literal('list'), list: ListSource, columns: ChosenColumns }),
  /** The last check of the records. */
  z.strictObject({ kind: z.literal('verification') }),
  /** The one-page report on a certificate that was lost or spoiled. */
  z.strictObject({ kind: z.literal('incident-report'), certificateId: Id }),
  z.strictObject({ kind: z.literal('handover-act'), handoverId: Id }),
  /** What was taken in from another laptop, and how it was settled. */
  z.strictObject({ kind: z.literal('receipt-act'), receiptId: Id }),
  /** Figures with charts and the reconciliation, as they stood at the end of a day. */
  z.strictObject({ kind: z.literal('figures'), electionId: Id, day: IsoDate }),
  /** What the decisions of these days accredited, both days included. */
  z.strictObject({ kind: z.literal('statement'), electionId: Id, from: IsoDate, to: IsoDate }),
]);
export type DocumentRequest = z.infer<typeof DocumentRequest>;

export const RenderedDocument = z.strictObject({
  /** Names the PDF in `app://office/document/<token>.pdf` until it is closed. */
  token: z.string().regex(/^[a-f0-9]{32}$/),
  fileName: z.string(),
  pages: z.int(),
  bytes: z.int(),
});
export type RenderedDocument = z.infer<typeof RenderedDocument>;

export const documentOperations = {
  /**
   * Makes a document in the given languages (printed in the order ky, ru, en). `record`: certificates and badges are
   * recorded as printed once they are made, which fixes the person as printed; without it the paper is a preview.
   */
  // To look at paper is to read; to record a print is a command, and has its own roles.
  'document.render': operation(
    { allowed: 'everybody', writes: ['certificate.print'] },
    z.strictObject({
      request: DocumentRequest,
      languages: z.array(Language).min(1).max(3),
      record: z.boolean(),
      /** Why paper that was printed before is printed again; `certificate.printedBefore` without it. */
      reason: Line.optional(),
      job: Job,
    }),
    RenderedDocument,
  ),
  /** Asks where to save it; false when the clerk thought better of it. */
  'document.save': operation(
    'everybody',
    z.strictObject({ token: z.string(), language: Language }),
    z.strictObject({ saved: z.boolean() }),
  ),
  /** The same document to be edited, as DOCX; false when the clerk thought better of saving it. */
  'document.saveDocx': operation(
    'everybody',
    z.strictObject({ request: EditableRequest, languages: z.array(Language).min(1).max(3), language: Language }),
    z.strictObject({ saved: z.boolean() }),
  ),
  'document.close': operation('everybody', z.strictObject({ token: z.string() }), Done),
};
