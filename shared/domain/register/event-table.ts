/**
 * What every event of the journal affects, in one entry each: the versions that count it, the lines of lists that it may
 * change, the records that the journal's screen names, and whether it can be undone. An event without an entry, or an
 * entry without an answer, fails the type check.
 */
import type { Id } from '../base/primitives.ts';
import type { OfficeEvent } from './events.ts';
import type { State } from './state.ts';

export type EventType = OfficeEvent['type'];
export type EventOf<T extends EventType> = Extract<OfficeEvent, { type: T }>;

/** A record that a line of the journal is about. */
export type SubjectRef = {
  kind:
    | 'application'
    | 'organisation'
    | 'decision'
    | 'election'
    | 'handover'
    | 'import'
    | 'operator'
    | 'certificate'
    | 'received';
  id: Id;
};

/** Kinds of records that have a history of their own on the screens. */
export type HistoryKind = 'application' | 'organisation' | 'decision';

export type EventEntry<E> = {
  /** Records whose version counts the event where it has changed them. What an import leaves on its people is not counted. */
  versions: (event: E, before: State) => readonly Id[];
  /** Applications whose line in a list may look different after it. */
  applications: (event: E, before: State) => readonly Id[];
  /** Records that the event is about; none for what is about the office as a whole. */
  subjects: (event: E) => readonly SubjectRef[];
  /** The records that undoing it sets right; null for what stays as it is: adopted, numbered, printed, handed over. */
  undo: null | {
    applications: (event: E, before: State) => readonly Id[];
    decisions: (event: E) => readonly Id[];
  };
  /** Kinds of records whose history tells it. */
  history: readonly HistoryKind[];
};

type WithId = { id: Id };
type WithRows = { rows: readonly { applicationId: Id }[] };

const none = () => [];
const own = ({ id }: WithId) => [id];
const peopleOf = ({ rows }: WithRows) => rows.map(({ applicationId }) => applicationId);
const subject =
  (kind: SubjectRef['kind']) =>
  ({ id }: WithId) => [{ kind, id }];

/** The office as a whole, or its operators: nothing that is handed over, listed or undone. */
const ofOffice = { versions: none, applications: none, subjects: none, undo: null, history: [] as const };
const ofOperator = {
  versions: own,
  applications: none,
  subjects: subject('operator'),
  undo: null,
  history: [] as const,
};
const ofElection = {
  versions: own,
  applications: none,
  subjects: subject('election'),
  undo: null,
  history: [] as const,
};
const ofOrganisation = {
  versions: own,
  applications: none,
  subjects: subject('organisation'),
  undo: null,
  history: ['organisation'] as const,
};
const ofApplication = {
  versions: own,
  applications: own,
  subjects: subject('application'),
  undo: null,
  history: ['application'] as const,
};
const undoableOfApplication = { ...ofApplication, undo: { applications: own, decisions: none } };
const ofDecision = {
  versions: own,
  applications: none,
  subjects: subject('decision'),
  undo: null,
  history: ['decision'] as const,
};
const undoableOfDecision = { ...ofDecision, undo: { applications: none, decisions: own } };

const peopleOfDraft = ({ id }: WithId, { decisions }: State): Id[] =>
  (decisions.get(id)?.rows ?? []).map(({ applicationId }) => applicationId);
const peopleOfImport = ({ id }: WithId, { imports }: State): readonly Id[] => imports.get(id)?.applicationIds ?? [];

const ofCertificate = {
  versions: own,
  applications: ({ id }: WithId, { certificates }: State): Id[] => {
    const certificate = certificates.get(id);
    return certificate ? [certificate.applicationId] : [];
  },
  subjects: subject('certificate'),
  undo: null,
  history: ['application'] as const,
};

export const eventTable = {
  'office.established': ofOffice,
  'office.settingsChanged': ofOffice,
  'office.wordingsCorrected': ofOffice,
  'office.designChanged': ofOffice,
  'office.replicaNamed': ofOffice,
  'office.printersSet': ofOffice,
  'office.signingKeyRecorded': ofOffice,
  'office.recoveryKeyMade': ofOffice,

  'operator.added': ofOperator,
  'operator.renamed': ofOperator,
  'operator.roleChanged': ofOperator,
  'operator.deactivated': ofOperator,
  'operator.passwordSet': ofOperator,

  'election.registered': ofElection,
  'election.changed': ofElection,

  'organisation.registered': ofOrganisation,
  'organisation.changed': ofOrganisation,
  'organisation.correspondenceRecorded': ofOrganisation,

  'application.registered': ofApplication,
  'application.changed': undoableOfApplication,
  'application.received': undoableOfApplication,
  'application.ready': undoableOfApplication,
  'application.sentBack': undoableOfApplication,
  'application.withdrawn': undoableOfApplication,
  'application.stepTakenBack': ofApplication,
  'application.duplicateSettled': ofApplication,
  'application.hostCitizenAllowed': ofApplication,
  'application.hostCitizenDisallowed': ofApplication,

  'import.recorded': {
    versions: none,
    applications: ({ record }) => record.applicationIds,
    subjects: ({ record }) => [{ kind: 'import', id: record.id }],
    undo: null,
    history: ['application'] as const,
  },
  'import.withdrawn': {
    versions: peopleOfImport,
    applications: peopleOfImport,
    subjects: subject('import'),
    undo: null,
    history: [] as const,
  },

  'decision.drafted': ofDecision,
  'decision.changed': undoableOfDecision,
  'decision.annexExtended': {
    versions: (event) => [event.id, ...peopleOf(event)],
    applications: peopleOf,
    subjects: subject('decision'),
    undo: { applications: peopleOf, decisions: own },
    history: ['application', 'decision'] as const,
  },
  'decision.annexReduced': {
    versions: ({ id, applicationIds }) => [id, ...applicationIds],
    applications: ({ applicationIds }) => applicationIds,
    subjects: subject('decision'),
    undo: { applications: ({ applicationIds }) => applicationIds, decisions: own },
    history: ['application', 'decision'] as const,
  },
  'decision.annexDecided': {
    ...undoableOfDecision,
    applications: peopleOf,
    history: ['application', 'decision'] as const,
  },
  'decision.annexOrdered': undoableOfDecision,
  'decision.discarded': {
    versions: (event, before) => [event.id, ...peopleOfDraft(event, before)],
    applications: peopleOfDraft,
    subjects: subject('decision'),
    undo: { applications: peopleOfDraft, decisions: own },
    history: ['application'] as const,
  },
  'decision.adopted': {
    versions: (event) => [event.id, ...peopleOf(event)],
    applications: peopleOf,
    subjects: subject('decision'),
    undo: null,
    history: ['application', 'decision'] as const,
  },

  'certificate.reserved': {
    versions: ({ certificate: { id, predecessorId } }) => (predecessorId ? [id, predecessorId] : [id]),
    applications: ({ certificate }) => [certificate.applicationId],
    subjects: ({ certificate }) => [{ kind: 'application', id: certificate.applicationId }],
    undo: null,
    history: ['application'] as const,
  },
  'certificate.printed': ofCertificate,
  'certificate.printJudged': ofCertificate,
  'certificate.issued': ofCertificate,
  'certificate.returned': ofCertificate,
  'certificate.spoiled': ofCertificate,
  'certificate.lost': ofCertificate,
  'certificate.voided': ofCertificate,

  'handover.recorded': {
    versions: none,
    applications: none,
    subjects: ({ handover }) => [{ kind: 'handover', id: handover.id }],
    undo: null,
    history: [] as const,
  },
  /** Its versions come with it. */
  'handover.received': {
    versions: none,
    applications: ({ put, removed }) => [
      ...put.applications.map(({ id }) => id),
      ...put.certificates.map(({ applicationId }) => applicationId),
      ...removed.map(({ id }) => id),
    ],
    subjects: ({ receipt, put: { applications, decisions, organisations } }) => [
      { kind: 'received', id: receipt.id },
      ...applications.map(({ id }) => ({ kind: 'application' as const, id })),
      ...decisions.map(({ id }) => ({ kind: 'decision' as const, id })),
      ...organisations.map(({ id }) => ({ kind: 'organisation' as const, id })),
    ],
    undo: null,
    history: ['application', 'organisation', 'decision'] as const,
  },
} satisfies { readonly [T in EventType]: EventEntry<EventOf<T>> };

/** The entry of an event. */
export const entryOf = (event: OfficeEvent): EventEntry<OfficeEvent> =>
  // Each entry takes the events of its own type, under which it stands; TypeScript cannot follow that through a union.
  eventTable[event.type] as EventEntry<OfficeEvent>;

/** The events that the history of a kind of record tells. */
export type EventToldIn<K extends HistoryKind> = EventOf<
  { [T in EventType]: K extends (typeof eventTable)[T]['history'][number] ? T : never }[EventType]
>;

/** True when the history of this kind of record tells the event. */
export const isToldIn = <K extends HistoryKind>(kind: K, event: OfficeEvent): event is EventToldIn<K> =>
  entryOf(event).history.includes(kind);
