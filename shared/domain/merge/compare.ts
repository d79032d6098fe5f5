/** Record by record: what another laptop's version is to ours. */
import { joined, relationOf, unchanged, type Relation, type Version } from '../records/version-vector.ts';
import { versionOf } from '../register/count-versions.ts';
import { sameRecord } from '../base/equal-records.ts';
import type { Application, ApplicationStatus } from '../records/application.ts';
import type { Organisation } from '../records/organisation.ts';
import type { Certificate } from '../records/certificate.ts';
import type { Decision, DecisionNote } from '../records/decision.ts';
import type { Election } from '../records/election.ts';
import type { Id } from '../base/primitives.ts';
import { mergeFormat, type MergeBundle, type MergedKind, type MergedRecords } from '../records/received-handover.ts';
import type { State } from '../register/state.ts';

export type RecordOf = {
  election: Election;
  organisation: Organisation;
  application: Application;
  decision: Decision;
  certificate: Certificate;
};
export type AnyRecord = RecordOf[MergedKind];

/**
 * `new`: not known here; `changed`: theirs holds all of ours and more; `removed`: taken away there, with all of ours
 * known; `ours`: ours holds all of theirs; `same`; `conflict`: each side holds what the other has not seen, or both have
 * adopted another text of one decision.
 */
export type Verdict = 'new' | 'changed' | 'removed' | 'ours' | 'same' | 'conflict';

export type ComparedRecord = {
  kind: MergedKind;
  id: Id;
  verdict: Verdict;
  ours: AnyRecord | null;
  theirs: AnyRecord | null;
  /** The version that holds both sides. */
  version: Version;
};

export const collectionOf = {
  election: 'elections',
  organisation: 'organisations',
  application: 'applications',
  decision: 'decisions',
  certificate: 'certificates',
} as const satisfies Record<MergedKind, keyof MergedRecords>;

export const kindsInOrder = Object.keys(collectionOf) as MergedKind[];

/** Which import brought a person, and whether it may still be taken back, is each laptop's own business. */
export const withoutImport = (application: Application): Application =>
  application.importId === null ? application : { ...application, importId: null };

export const bare = (kind: MergedKind, record: AnyRecord): AnyRecord =>
  kind === 'application' ? withoutImport(record as Application) : record;

/** Every record of the bag beside ours; what only we know is not among them. */
export function compareRecords(state: State, bundle: MergeBundle): ComparedRecord[] {
  const versions = new Map(bundle.versions);
  const rows: ComparedRecord[] = [];
  for (const kind of kindsInOrder) {
    const records: readonly AnyRecord[] = bundle.records[collectionOf[kind]];
    for (const record of records) {
      const kept = state[collectionOf[kind]].get(record.id);
      const ours = kept ? bare(kind, kept) : null;
      const theirs = bare(kind, record);
      const their = versions.get(record.id) ?? unchanged;
      const our = versionOf(state, record.id);
      rows.push({ kind, id: record.id, ours, theirs, ...judge(kind, { ours, theirs, our, their }) });
    }
  }
  for (const [id, their] of bundle.gone) {
    const our = versionOf(state, id);
    const kind = kindsInOrder.find((one) => state[collectionOf[one]].has(id));
    const kept = kind && state[collectionOf[kind]].get(id);
    if (!kind || !kept) {
      if (relationOf(their, our) === 'ahead' || relationOf(their, our) === 'apart')
        rows.push({ kind: 'decision', id, verdict: 'same', ours: null, theirs: null, version: joined(our, their) });
      continue;
    }
    // What belongs to another election is told by that election's bag.
    if (!('electionId' in kept) || kept.electionId !== bundle.electionId) continue;
    // Somebody has worked on what the other took away: the work shows that it is wanted.
    const verdict = relationOf(their, our) === 'ahead' ? 'removed' : 'ours';
    rows.push({ kind, id, verdict, ours: bare(kind, kept), theirs: null, version: joined(our, their) });
  }
  return rows;
}

type Sides = { ours: AnyRecord | null; theirs: AnyRecord; our: Version; their: Version };

type Judged = { verdict: Verdict; version: Version; theirs?: AnyRecord };

function judge(kind: MergedKind, { ours, theirs, our, their }: Sides): Judged {
  const version = joined(our, their);
  const relation = relationOf(their, our);
  if (ours === null) {
    const removedHere = relation === 'behind' || (relation === 'same' && Object.keys(our).length > 0);
    return { verdict: removedHere ? 'ours' : 'new', version };
  }
  if (sameRecord(ours, theirs)) return { verdict: 'same', version };
  if (kind === 'decision') {
    const [left, right] = [ours as Decision, theirs as Decision];
    // A draft of an adopted decision is behind it whatever was done to the draft.
    if (left.status === 'adopted' && right.status === 'adopted')
      return { ...judgeAdopted(left, right, relation), version };
    if (left.status === 'adopted') return { verdict: 'ours', version };
    if (right.status === 'adopted') return { verdict: 'changed', version };
  }
  if (relation === 'ahead') return { verdict: 'changed', version };
  if (relation === 'behind') return { verdict: 'ours', version };
  if (kind === 'application') {
    const apart = judgeStandings(ours as Application, theirs as Application);
    if (apart) return { verdict: apart, version };
  }
  return { verdict: 'conflict', version };
}

const decided: ReadonlySet<ApplicationStatus> = new Set(['accredited', 'refused', 'revoked']);
const undecided: ReadonlySet<ApplicationStatus> = new Set(['ready', 'on-agenda']);

/**
 * Two laptops that differ in how a person stands only, of whom one at least recorded a decision: the adopted decisions
 * say how the person stands (`merge-standing.ts`), so there is nothing to ask here. The same one is taken on both.
 */
function judgeStandings(ours: Application, theirs: Application): Verdict | null {
  const both = [ours.status, theirs.status];
  if (!both.some((status) => decided.has(status))) return null;
  if (!both.every((status) => decided.has(status) || undecided.has(status))) return null;
  const { status, decisionId, accreditedOn, revokedOn, reason } = ours;
  if (!sameRecord(ours, { ...theirs, status, decisionId, accreditedOn, revokedOn, reason })) return null;
  const place = (one: Application) => JSON.stringify([one.status, one.decisionId, one.accreditedOn, one.revokedOn]);
  return place(ours) <= place(theirs) ? 'ours' : 'changed';
}

/** An adopted text never changes: one takes the other's place only where it is noted that the other was set aside. */
function judgeAdopted(ours: Decision, theirs: Decision, relation: Relation): Pick<Judged, 'verdict' | 'theirs'> {
  if (sameDecision(ours, theirs)) {
    const first = (ours.adoptedAt ?? '') <= (theirs.adoptedAt ?? '') ? ours : theirs;
    const notes = relation === 'ahead' ? theirs.notes : relation === 'behind' ? ours.notes : notesOf(ours, theirs);
    const both: Decision = { ...first, notes };
    return sameRecord(both, ours) ? { verdict: 'ours' } : { verdict: 'changed', theirs: both };
  }
  // Ours was settled with theirs in sight.
  if (relation === 'behind') return { verdict: 'ours' };
  const isSetAside =
    ours.contentHash !== theirs.contentHash &&
    theirs.notes.some((note) => note.kind === 'other-text' && note.contentHash === ours.contentHash);
  if (relation === 'ahead' && isSetAside) return { verdict: 'changed' };
  return { verdict: 'conflict' };
}

/** The same text, whenever each laptop took note that it was adopted. */
const sameDecision = (a: Decision, b: Decision): boolean =>
  sameRecord({ ...a, notes: [], adoptedAt: null }, { ...b, notes: [], adoptedAt: null });

/** The notes of both, in one order whichever side is looked at first. */
export function notesOf(a: Decision, b: Decision): DecisionNote[] {
  const all = new Map([...a.notes, ...b.notes].map((note) => [JSON.stringify(Object.entries(note).sort()), note]));
  return [...all].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, note]) => note);
}

/** What this laptop gives to another: all of an election, and every organisation. */
export function bundleOf(state: State, electionId: Id): MergeBundle | null {
  const election = state.elections.get(electionId);
  if (!election || state.replicaId === null) return null;
  const ofElection = <T extends { electionId: Id }>(records: Iterable<T>): T[] =>
    [...records].filter((record) => record.electionId === electionId);
  const records: MergedRecords = {
    elections: [election],
    organisations: [...state.organisations.values()],
    applications: ofElection(state.applications.values()).map(withoutImport),
    decisions: ofElection(state.decisions.values()),
    certificates: ofElection(state.certificates.values()),
  };
  const given = kindsInOrder.flatMap((kind) => {
    const list: readonly AnyRecord[] = records[collectionOf[kind]];
    return list.map(({ id }) => id);
  });
  const known = (id: Id) => kindsInOrder.some((kind) => state[collectionOf[kind]].has(id));
  return {
    ...{ format: mergeFormat, replicaId: state.replicaId, electionId, records },
    versions: given.flatMap((id) => {
      const version = state.versions.get(id);
      return version ? [[id, { ...version }] as [Id, Record<Id, number>]] : [];
    }),
    gone: [...state.versions].filter(([id]) => !known(id)).map(([id, version]) => [id, { ...version }]),
    numbering: state.settings?.certificates ?? null,
    keys: [...state.signingKeys.values()],
  };
}
