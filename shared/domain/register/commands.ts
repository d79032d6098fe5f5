/** What the office can be asked to do. Identifiers of new records come with the command: deciding stays pure. */
import type { ApplicationFields, HostOverride, NewVerdict } from '../records/application.ts';
import type { OrganisationFields, Correspondence } from '../records/organisation.ts';
import type { IncidentFields, PrintRun, Receipt } from '../records/certificate.ts';
import type { Adoption, AnnexRow, DecisionFields } from '../records/decision.ts';
import type { Design } from '../records/design.ts';
import type { ElectionFields } from '../records/election.ts';
import type { FieldFault, Outcome } from '../base/refusals.ts';
import type { OfficeEvent } from './events.ts';
import type { Handover } from '../records/handover.ts';
import type { MergeBundle, ReceivedHandover, Resolution } from '../records/received-handover.ts';
import type { OfficeSettings } from '../records/office.ts';
import type { Actor, OperatorFields, Role } from '../records/operator.ts';
import type { UndoableChange } from './undoable-change.ts';
import type { TableReading } from '../records/table-import.ts';
import type { Id, Instant, IsoDate, Reference, Trilingual } from '../base/primitives.ts';
import type { Photo } from '../records/person.ts';
import type { Printer } from '../records/printer.ts';
import type { SigningKey } from '../records/signing-key.ts';
import type { WordingChange } from '../records/wording.ts';

export type Command =
  | {
      type: 'office.establish';
      settings: OfficeSettings;
      sample: boolean;
      /** The first head, under the acting identity; an office in a test may do without. */
      head?: { name: string; login: string };
    }
  | { type: 'office.changeSettings'; settings: OfficeSettings }
  | { type: 'office.correctWordings'; changes: WordingChange[] }
  | { type: 'office.changeDesign'; design: Design }
  | { type: 'office.setPrinters'; printers: Printer[] }
  | { type: 'office.recordSigningKey'; key: SigningKey }
  /** Another office's, whose fingerprint was compared. */
  | { type: 'office.bringInKey'; giver: string; key: Omit<SigningKey, 'from'> }
  | { type: 'office.noteRecoveryKey' }
  | { type: 'operator.add'; id: Id; fields: OperatorFields }
  /** Of an office made before there were operators. */
  | { type: 'operator.addFirst'; id: Id; name: string; login: string }
  | { type: 'operator.change'; id: Id; name: string; role: Role }
  | { type: 'operator.deactivate'; id: Id }
  | { type: 'operator.notePassword'; id: Id; by: 'self' | 'head' | 'recovery-key' }
  | { type: 'election.save'; id: Id; fields: ElectionFields }
  | {
      type: 'organisation.save';
      id: Id;
      fields: OrganisationFields;
      correspondence: { electionId: Id; fields: Correspondence } | null;
    }
  | {
      type: 'application.save';
      id: Id;
      electionId: Id;
      organisationId: Id;
      fields: ApplicationFields;
      /** What the clerk said of the possible duplicates while typing. */
      verdicts?: NewVerdict[];
      /** The acting head allows a citizen of the host country. */
      hostOverride?: Pick<HostOverride, 'justification'> | null;
    }
  /** Of several people at once; a photo that is there is put in place of. */
  | { type: 'application.setPhotos'; rows: { id: Id; photo: Photo }[] }
  | { type: 'application.disallowHostCitizen'; id: Id; reason: string }
  | {
      type: 'application.import';
      /** Names the import, so that it can be taken back as one. */
      id: Id;
      electionId: Id;
      organisationId: Id;
      fileName: string;
      reading: TableReading;
      rows: {
        id: Id;
        fields: ApplicationFields;
        verdicts?: NewVerdict[];
        /** An officer allows this citizen of the host country. */
        hostOverride?: Pick<HostOverride, 'justification'> | null;
      }[];
    }
  | { type: 'import.withdraw'; id: Id }
  | { type: 'application.receive'; ids: Id[] }
  | { type: 'application.markReady'; ids: Id[] }
  | { type: 'application.sendBack'; id: Id; missing: string[]; faults?: FieldFault[] }
  /** People of one organisation, with one letter of it. */
  | { type: 'application.withdraw'; ids: Id[]; on: IsoDate; reason: Trilingual; letter?: Reference | null }
  | {
      type: 'application.settleDuplicate';
      id: Id;
      other: Id;
      verdict: 'same-person' | 'different-people';
      remark: string;
    }
  | { type: 'decision.draft'; id: Id; electionId: Id; fields: DecisionFields }
  | { type: 'decision.change'; id: Id; fields: DecisionFields }
  | { type: 'decision.extendAnnex'; id: Id; rows: AnnexRow[] }
  | { type: 'decision.reduceAnnex'; id: Id; applicationIds: Id[] }
  | { type: 'decision.decideAnnex'; id: Id; rows: AnnexRow[] }
  | { type: 'decision.orderAnnex'; id: Id; applicationIds: Id[] }
  | { type: 'decision.discard'; id: Id }
  | { type: 'decision.adopt'; id: Id; adoption: Adoption }
  | { type: 'certificate.reserve'; issuedOn: IsoDate; rows: { id: Id; applicationId: Id }[] }
  | {
      type: 'certificate.print';
      ids: Id[];
      paper: PrintRun['paper'];
      design?: 'as-printed' | 'current';
      /** Why what was printed before is printed again: refused without it. */
      reason?: string;
    }
  | {
      type: 'certificate.judgePrint';
      paper: PrintRun['paper'];
      well: Id[];
      /** With a new identifier where the number itself is spoiled and the person gets the next one. */
      failed: { id: Id; newId: Id | null }[];
      fault: string;
      issuedOn: IsoDate;
    }
  | { type: 'certificate.spoilAndReplace'; rows: { id: Id; newId: Id }[]; report: string; issuedOn: IsoDate }
  | { type: 'certificate.issue'; ids: Id[]; receipt: Receipt }
  | { type: 'certificate.return'; ids: Id[]; on: IsoDate }
  | { type: 'certificate.report'; id: Id; as: 'spoiled' | 'lost'; report: string; incident?: IncidentFields }
  | { type: 'certificate.replace'; id: Id; newId: Id; issuedOn: IsoDate }
  | { type: 'step.takeBack'; step: UndoableChange }
  | { type: 'handover.record'; handover: Omit<Handover, 'number'> }
  /** `duplicateReason`: why the second application of one person is closed. */
  | {
      type: 'handover.receive';
      bundle: MergeBundle;
      receipt: Omit<ReceivedHandover, 'at' | 'counts' | 'lastNumber' | 'settled'>;
      settlements: Resolution[];
      duplicateReason: Trilingual;
    };

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** What deciding may know of the world outside the state. */
export type DecideContext = {
  at: Instant;
  /** Who asks for it. */
  actor: Actor;
  /** The day at the office, YYYY-MM-DD. */
  today: IsoDate;
  /** SHA-256 of UTF-8 text, hexadecimal. */
  sha256: (text: string) => string;
};

/** The facts that follow from a command, or why it is refused. */
export type Decided = Outcome<OfficeEvent[]>;
