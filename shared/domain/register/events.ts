/** Every fact the office can record. One journal line holds the events of one accepted command. */
import { z } from 'zod';
import type { Application } from '../records/application.ts';
import { ApplicationFields, DuplicateVerdict, HostOverride, Preparation } from '../records/application.ts';
import { OrganisationFields, Correspondence } from '../records/organisation.ts';
import { Certificate, Incident, PrintedPerson, Receipt, printedPapers } from '../records/certificate.ts';
import { AdoptedRow, AnnexRow, DecisionFields } from '../records/decision.ts';
import { Design } from '../records/design.ts';
import { FieldFault } from '../base/refusals.ts';
import { ElectionFields } from '../records/election.ts';
import { Handover } from '../records/handover.ts';
import { OfficeSettings } from '../records/office.ts';
import { OperatorFields, Role } from '../records/operator.ts';
import { Id, Instant, IsoDate, Line, Paragraph, Reference, Sha256, Trilingual } from '../base/primitives.ts';
import { TableImport } from '../records/table-import.ts';
import { Printer, mostPrinters } from '../records/printer.ts';
import { SigningKey } from '../records/signing-key.ts';
import {
  MergedKind,
  MergedRecords,
  ReceivedHandover,
  RecordVersion,
  Resolution,
} from '../records/received-handover.ts';
import { WordingChange } from '../records/wording.ts';

const fact = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const OfficeEvent = z.discriminatedUnion('type', [
  fact('office.established', { settings: OfficeSettings, sample: z.boolean() }),
  fact('office.settingsChanged', { settings: OfficeSettings }),
  fact('office.wordingsCorrected', { changes: z.array(WordingChange).min(1), officer: Line, at: Instant }),
  fact('office.designChanged', { version: z.int().positive(), design: Design, officer: Line, at: Instant }),
  /** From here on changes are counted under this name; another follows when the office goes on from a backup. */
  fact('office.replicaNamed', { replicaId: Id }),
  fact('office.printersSet', { printers: z.array(Printer).max(mostPrinters) }),
  /** The public half of the key that this office signs with; the private one stays in the office's folder. */
  fact('office.signingKeyRecorded', { key: SigningKey }),

  /** A new recovery key was made; the one before opens nothing any more. */
  fact('office.recoveryKeyMade', {}),

  fact('operator.added', { id: Id, fields: OperatorFields, at: Instant }),
  fact('operator.renamed', { id: Id, name: Line }),
  fact('operator.roleChanged', { id: Id, role: Role }),
  fact('operator.deactivated', { id: Id, at: Instant }),
  /** By its owner, by a head, or by whoever had the recovery key. */
  fact('operator.passwordSet', { id: Id, by: z.enum(['self', 'head', 'recovery-key']) }),

  fact('election.registered', { id: Id, fields: ElectionFields }),
  fact('election.changed', { id: Id, fields: ElectionFields }),

  fact('organisation.registered', { id: Id, fields: OrganisationFields }),
  fact('organisation.changed', { id: Id, fields: OrganisationFields }),
  fact('organisation.correspondenceRecorded', { id: Id, electionId: Id, correspondence: Correspondence }),

  fact('application.registered', {
    id: Id,
    electionId: Id,
    organisationId: Id,
    number: z.int().positive(),
    fields: ApplicationFields,
  }),
  fact('application.changed', { id: Id, organisationId: Id, fields: ApplicationFields }),
  fact('application.received', { id: Id }),
  /** Who called it ready is told since schema 4. */
  fact('application.ready', { id: Id, prepared: Preparation.nullable().default(null) }),
  /** In the clerk's own words, and what has a name in three languages: one of the two at least. */
  fact('application.sentBack', { id: Id, missing: z.array(Line), faults: z.array(FieldFault).default([]) }),
  fact('application.withdrawn', {
    id: Id,
    on: IsoDate,
    reason: Trilingual,
    letter: Reference.nullable().default(null),
  }),
  /** The step that led away from this standing was taken back. */
  fact('application.stepTakenBack', {
    id: Id,
    status: z.enum(['draft', 'received', 'incomplete', 'ready']),
    missing: z.array(Line),
    missingFaults: z.array(FieldFault).default([]),
    prepared: Preparation.nullable().default(null),
  }),
  fact('application.duplicateSettled', { id: Id, verdict: DuplicateVerdict }),

  fact('application.hostCitizenAllowed', { id: Id, override: HostOverride }),
  fact('application.hostCitizenDisallowed', { id: Id, officer: Line, reason: Paragraph, at: Instant }),

  /** Comes last of what one import records: from here on its people are known as its own. */
  fact('import.recorded', { record: TableImport }),
  fact('import.withdrawn', { id: Id, at: Instant }),

  fact('decision.drafted', { id: Id, electionId: Id, fields: DecisionFields }),
  fact('decision.changed', { id: Id, fields: DecisionFields }),
  fact('decision.annexExtended', { id: Id, rows: z.array(AnnexRow).min(1) }),
  fact('decision.annexReduced', { id: Id, applicationIds: z.array(Id).min(1) }),
  fact('decision.annexDecided', { id: Id, rows: z.array(AnnexRow).min(1) }),
  fact('decision.annexOrdered', { id: Id, applicationIds: z.array(Id) }),
  fact('decision.discarded', { id: Id }),
  fact('decision.adopted', {
    id: Id,
    number: Line,
    date: IsoDate,
    at: Instant,
    rows: z.array(AdoptedRow).min(1),
    contentHash: Sha256,
  }),

  fact('certificate.reserved', { certificate: Certificate }),
  fact('certificate.printed', {
    id: Id,
    at: Instant,
    paper: z.enum(printedPapers),
    /** With the first print only: what every later copy repeats. */
    person: PrintedPerson.nullable(),
    /** Version of the design it was printed in; 0 is the program's own. */
    design: z.int().min(0).default(0),
    /** Why it was printed once more; empty for the first run of this paper. */
    reason: Line.default(''),
    /** The clerk is asked how it came out. */
    awaited: z.boolean().default(false),
  }),
  fact('certificate.printJudged', {
    id: Id,
    at: Instant,
    paper: z.enum(printedPapers),
    outcome: z.enum(['well', 'failed']),
    /** What was wrong with it, when it failed. */
    fault: Line,
  }),
  fact('certificate.issued', { id: Id, receipt: Receipt }),
  fact('certificate.returned', { id: Id, on: IsoDate }),
  fact('certificate.spoiled', { id: Id, report: Paragraph, incident: Incident.nullable().default(null) }),
  fact('certificate.lost', { id: Id, report: Paragraph, incident: Incident.nullable().default(null) }),
  fact('certificate.voided', { id: Id, report: Paragraph }),

  fact('handover.recorded', { handover: Handover }),
  /** Another laptop's work, merged with ours: the records as they stand after it. */
  fact('handover.received', {
    receipt: ReceivedHandover,
    settlements: z.array(Resolution),
    put: MergedRecords,
    removed: z.array(z.strictObject({ kind: MergedKind, id: Id })),
    versions: z.array(RecordVersion),
    /** The signing keys that came with it and were not known before; none came before schema 6. */
    keys: z.array(SigningKey).default([]),
  }),
]);
export type OfficeEvent = z.infer<typeof OfficeEvent>;
export type { Application };
