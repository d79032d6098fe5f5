/**
 * The office's whole register as one value. Collections are persistent maps: a change costs the same with a hundred
 * people and with a hundred thousand, and a state once read never changes under its reader.
 */
import { Map, Set } from 'immutable';
import type { Application } from '../records/application.ts';
import type { Organisation } from '../records/organisation.ts';
import { bearerOf, isAlive, type Certificate } from '../records/certificate.ts';
import type { DesignVersion } from '../records/design.ts';
import type { Decision } from '../records/decision.ts';
import type { Election } from '../records/election.ts';
import type { Handover } from '../records/handover.ts';
import type { OfficeSettings } from '../records/office.ts';
import type { Operator } from '../records/operator.ts';
import { documentKey } from '../records/person.ts';
import type { Id } from '../base/primitives.ts';
import type { TableImport } from '../records/table-import.ts';
import type { Printer } from '../records/printer.ts';
import type { SigningKey } from '../records/signing-key.ts';
import type { ReceivedHandover } from '../records/received-handover.ts';
import type { Version } from '../records/version-vector.ts';
import type { Wording } from '../records/wording.ts';

export type State = {
  settings: OfficeSettings | null;
  sample: boolean;
  elections: Map<Id, Election>;
  organisations: Map<Id, Organisation>;
  applications: Map<Id, Application>;
  decisions: Map<Id, Decision>;
  certificates: Map<Id, Certificate>;
  handovers: Map<Id, Handover>;
  /** Other laptops' handovers that were taken in. */
  received: Map<Id, ReceivedHandover>;
  /** The tables of organisations that were taken in, also those taken back. */
  imports: Map<Id, TableImport>;
  /** Corrections of the program's words, by `wordingId`. */
  wordings: Map<string, Wording>;
  /** The designs of certificates and badges that were ever in force, by `designId`. */
  designs: Map<Id, DesignVersion>;
  printers: Map<Id, Printer>;
  /** Every key this office has signed with, by its id; the last one recorded is the one in use. */
  signingKeys: Map<Id, SigningKey>;
  /** Under which name this laptop's changes are counted; null until its first. */
  replicaId: Id | null;
  /** Versions of the records that are merged, and of those that were removed, by the record's identifier. */
  versions: Map<Id, Version>;
  /** Everybody who ever worked here, also those who sign in no more. */
  operators: Map<Id, Operator>;
  /** Derived: who holds a travel document in an event, by `documentSlot`. */
  byDocument: Map<string, Id>;
  /** Derived: the applications of an event by day of birth, by `birthSlot`. */
  applicationsByBirth: Map<string, Set<Id>>;
  /** Derived: the live certificate of an application. */
  aliveCertificates: Map<Id, Id>;
  /** Derived: who bears a printed number in an event, by `numberSlot`; numbers are never reused. */
  byNumber: Map<string, Id>;
  /** Derived: the highest number given so far, by `registerSlot`, `seriesSlot` and `handoverSlot`. */
  counters: Map<string, number>;
};

export const emptyState: State = {
  settings: null,
  sample: false,
  elections: Map(),
  organisations: Map(),
  applications: Map(),
  decisions: Map(),
  certificates: Map(),
  handovers: Map(),
  received: Map(),
  imports: Map(),
  wordings: Map(),
  designs: Map(),
  printers: Map(),
  signingKeys: Map(),
  replicaId: null,
  versions: Map(),
  operators: Map(),
  byDocument: Map(),
  applicationsByBirth: Map(),
  aliveCertificates: Map(),
  byNumber: Map(),
  counters: Map(),
};

export const registerSlot = (electionId: Id): string => `register|${electionId}`;
export const seriesSlot = (electionId: Id, series: string): string => `series|${electionId}|${series}`;
export const numberSlot = (electionId: Id, number: string): string => `${electionId}|${number}`;
export const handoverSlot = (electionId: Id): string => `handover|${electionId}`;

/** Where a person's travel document stands in `byDocument`; null while the document is not fully typed. */
export function documentSlot(application: Pick<Application, 'electionId' | 'document'>): string | null {
  const key = documentKey(application.document);
  return key && `${application.electionId}|${key}`;
}

/** Where an application stands in `applicationsByBirth`; null while the day is not known. */
export const birthSlot = ({ electionId, birthDate }: Pick<Application, 'electionId' | 'birthDate'>): string | null =>
  birthDate && `${electionId}|${birthDate}`;

/** A withdrawn or refused application gives the travel document free: its holder may come again. */
export const holdsDocument = ({ status }: Pick<Application, 'status'>): boolean =>
  status !== 'withdrawn' && status !== 'refused';

/** The records of a state, without what is derived from them: what a snapshot keeps. */
export type StateRecords = {
  settings: OfficeSettings | null;
  sample: boolean;
  elections: Election[];
  organisations: Organisation[];
  applications: Application[];
  decisions: Decision[];
  certificates: Certificate[];
  handovers: Handover[];
  received: ReceivedHandover[];
  imports: TableImport[];
  wordings: Wording[];
  designs: DesignVersion[];
  printers: Printer[];
  signingKeys: SigningKey[];
  replicaId: Id | null;
  versions: [Id, Version][];
  operators: Operator[];
};

const byId = <T extends { id: Id }>(records: readonly T[]): Map<Id, T> =>
  Map<Id, T>().withMutations((map) => {
    for (const record of records) map.set(record.id, record);
  });

/** A state from its records; what is derived is derived again. */
export function stateFromRecords(records: StateRecords): State {
  const highest = (entries: Iterable<[string, number]>): Map<string, number> =>
    Map<string, number>().withMutations((map) => {
      for (const [slot, number] of entries) map.set(slot, Math.max(map.get(slot, 0), number));
    });
  return {
    settings: records.settings,
    sample: records.sample,
    elections: byId(records.elections),
    organisations: byId(records.organisations),
    applications: byId(records.applications),
    decisions: byId(records.decisions),
    certificates: byId(records.certificates),
    handovers: byId(records.handovers),
    received: byId(records.received),
    imports: byId(records.imports),
    wordings: byId(records.wordings),
    designs: byId(records.designs),
    printers: byId(records.printers),
    signingKeys: byId(records.signingKeys),
    replicaId: records.replicaId,
    versions: Map(records.versions),
    operators: byId(records.operators),
    byDocument: Map<string, Id>().withMutations((map) => {
      for (const application of records.applications) {
        const slot = documentSlot(application);
        if (slot && holdsDocument(application)) map.set(slot, application.id);
      }
    }),
    applicationsByBirth: Map<string, Set<Id>>().withMutations((map) => {
      for (const [slot, ids] of gather(records.applications)) map.set(slot, Set(ids));
    }),
    aliveCertificates: Map<Id, Id>().withMutations((map) => {
      for (const certificate of records.certificates) {
        if (isAlive(certificate.status)) map.set(certificate.applicationId, certificate.id);
      }
    }),
    byNumber: Map<string, Id>().withMutations((map) => {
      const known = new globalThis.Map(records.certificates.map((one) => [one.id, one]));
      for (const certificate of records.certificates) {
        const slot = numberSlot(certificate.electionId, certificate.number);
        map.set(slot, bearerOf(known.get(map.get(slot) ?? ''), certificate).id);
      }
    }),
    counters: highest(numbersGiven(records)),
  };
}

function* numbersGiven(records: StateRecords): Generator<[string, number]> {
  for (const { electionId, number } of records.applications) yield [registerSlot(electionId), number];
  // A withdrawn import has left nobody, and its numbers are not given again.
  for (const { electionId, lastNumber } of records.imports) yield [registerSlot(electionId), lastNumber];
  for (const { electionId, series, serial } of records.certificates) yield [seriesSlot(electionId, series), serial];
  for (const { electionId, lastNumber } of records.received)
    if (lastNumber > 0) yield [registerSlot(electionId), lastNumber];
  for (const { electionId, number } of records.handovers) yield [handoverSlot(electionId), number];
}

function gather(applications: readonly Application[]): globalThis.Map<string, Id[]> {
  const bySlot = new globalThis.Map<string, Id[]>();
  for (const application of applications) {
    const slot = birthSlot(application);
    if (!slot) continue;
    const ids = bySlot.get(slot);
    if (ids) ids.push(application.id);
    else bySlot.set(slot, [application.id]);
  }
  return bySlot;
}
