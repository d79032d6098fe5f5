/**
 * How two laptops that worked apart on one election come to the same register.
 *
 * Each record carries a version vector (`version.ts`), so what the other laptop's bag holds is decided exactly: new,
 * changed there, changed here, the same, or changed on both. The last alone is asked of the clerk, and so is what no
 * version can show: one travel document on two applications, and two living certificates of one person. Everything else
 * follows from rules that come to the same result wherever they are applied:
 *
 * - An adopted decision never changes. What it says of a person stands, whichever version of the person was taken
 *   (`merge-standing.ts`); where adopted decisions contradict each other, whoever may record decisions says with a reason
 *   which one stands (`merge-decisions.ts`).
 * - What one laptop removed and the other worked on stays.
 * - Agendas and certificates follow the people (`merge-standing.ts`, `merge-certificates.ts`).
 * - A certificate's number never changes: laptops number from series or blocks of their own. Of two papers that bear one
 *   number nevertheless (a copy of an office went on beside it) one is void and keeps its number in sight, as whoever may
 *   record decisions says with a reason; its person needs another. An application's number in the register is the receiving laptop's to give: a
 *   newcomer whose number is taken gets the next one.
 *
 * The result holds both versions of every record, and wherever anything was settled or adjusted one change of this
 * laptop's more: so it is ahead of both sides. Handed back, it is taken over by the other laptop without a question, and
 * then both hold the same. The same bag again is behind everything, and changes nothing.
 */
import { changedBy, relationOf, type Version } from '../records/version-vector.ts';
import { versionOf } from '../register/count-versions.ts';
import { collectionOf, compareRecords, kindsInOrder, bare, type AnyRecord, type ComparedRecord } from './compare.ts';
import { registerSlot, type State } from '../register/state.ts';
import { endCertificates, releaseNumber, keepOne } from './certificates.ts';
import { linkCertificates, livingTwice, numbersTwice } from './certificates.ts';
import { followDecisions, syncAgendas } from './reapply-decisions.ts';
import { faultsOfMixture } from './check-fields.ts';
import { mergeAppendOnly, mixed } from './fields.ts';
import { settleDecisions, textChosen, type DecisionQuestion, type Said } from './decisions.ts';
import { closeOthers, oneDocument, renumber, whoCanStay, type Renumbering } from './applications.ts';
import { sameRecord } from '../base/equal-records.ts';
import type { Application } from '../records/application.ts';
import type { Organisation } from '../records/organisation.ts';
import type { Certificate } from '../records/certificate.ts';
import type { Decision } from '../records/decision.ts';
import type { Election } from '../records/election.ts';
import type { FieldFault } from '../base/refusals.ts';
import type { Id, Instant, IsoDate, Trilingual } from '../base/primitives.ts';
import type {
  MergeBundle,
  MergedKind,
  MergedRecords,
  ReceivedCounts,
  RecordVersion,
  Resolution,
} from '../records/received-handover.ts';

/** What the clerk is asked. The key stays the same while the two versions do. */
export type Question =
  | { key: string; kind: 'record'; record: ComparedRecord }
  /** Applications for one travel document: one of them stays, of those in `canStay`. */
  | { key: string; kind: 'person'; ids: Id[]; canStay: Id[] }
  /** Living certificates of one person: one of them stays. */
  | { key: string; kind: 'certificate'; ids: Id[] }
  /** Certificates that bear one number: one of them keeps it. */
  | { key: string; kind: 'bearer'; ids: Id[]; number: string }
  | DecisionQuestion;

/** What only those who record decisions may answer, and not without a reason. */
export function requiresSecretary(question: Question): boolean {
  if (question.kind === 'decided' || question.kind === 'number' || question.kind === 'bearer') return true;
  if (question.kind !== 'record' || question.record.kind !== 'decision') return false;
  const { ours, theirs } = question.record;
  return (ours as Decision | null)?.status === 'adopted' && (theirs as Decision | null)?.status === 'adopted';
}

export type Merge = {
  compared: ComparedRecord[];
  /** Those without a valid answer come first to be answered: later ones may go or come with them. */
  questions: Question[];
  /** Keys of the questions that have no answer yet. */
  open: string[];
  /** Of records settled field by field what cannot stay together, by the question's key; such a question is open. */
  faults: ReadonlyMap<string, FieldFault[]>;
  renumbered: Renumbering[];
  counts: ReceivedCounts;
  /** What is put into the register; with open questions it is not to be used. */
  put: MergedRecords;
  removed: { kind: MergedKind; id: Id }[];
  versions: RecordVersion[];
  /** The highest number in the election's register afterwards. */
  lastNumber: number;
};

export type MergeContext = {
  /** The day at the office: when a person's second application is closed. */
  today: IsoDate;
  at: Instant;
  /** Why it is closed, and why a second certificate is void. */
  duplicateReason: Trilingual;
  /** Who answers. */
  officer: string;
};

/** Everything that is worked on, by kind and identifier; `chosen` is what stood before the rules were applied. */
type Working = {
  election: Map<Id, Election>;
  organisation: Map<Id, Organisation>;
  application: Map<Id, Application>;
  decision: Map<Id, Decision>;
  certificate: Map<Id, Certificate>;
};

export function merge(
  state: State,
  bundle: MergeBundle,
  settlements: readonly Resolution[],
  context: MergeContext,
): Merge {
  const answers = new Map(settlements.map(({ question, ...said }) => [question, said]));
  const compared = compareRecords(state, bundle);
  const questions: Question[] = [];
  const open: string[] = [];
  const say = (question: Question, allowed: readonly string[]): Said | null => {
    questions.push(question);
    const said = answers.get(question.key);
    const isAnswer =
      said && allowed.includes(said.choice) && (!requiresSecretary(question) || said.reason.trim() !== '');
    if (isAnswer) return said;
    open.push(question.key);
    return null;
  };
  const ask = (question: Question, allowed: readonly string[]) => say(question, allowed)?.choice ?? null;

  const working = workingOf(state, bundle.electionId);
  const versions = new Map<Id, Version>();
  const settled = new Set<Id>();
  const mixtures: { key: string; record: ComparedRecord; mixture: AnyRecord }[] = [];
  for (const record of compared) {
    const { kind, id, verdict, theirs } = record;
    versions.set(id, record.version);
    if (verdict === 'removed') working[kind].delete(id);
    else if (verdict === 'conflict') {
      const question: Question = { key: `${kind}|${id}`, kind: 'record', record };
      const mixture = requiresSecretary(question) ? null : mixed(record, answers.get(question.key)?.sides ?? {});
      const said = say(question, ['ours', 'theirs', ...(mixture ? ['fields'] : [])]);
      if (said && requiresSecretary(question))
        put(working, kind, textChosen(record, said, { at: context.at, officer: context.officer }));
      else if (said) {
        const taken = said.choice === 'fields' ? mixture : said.choice === 'theirs' ? theirs : record.ours;
        if (taken) put(working, kind, mergeAppendOnly(record, taken, bundle.electionId));
        if (said.choice === 'fields' && mixture) mixtures.push({ key: question.key, record, mixture });
      }
      settled.add(id);
    } else if (theirs && (verdict === 'new' || verdict === 'changed')) put(working, kind, theirs);
  }
  const faults = new Map<string, FieldFault[]>();
  for (const { key, record, mixture } of mixtures) {
    const { election: elections, organisation: organisations, application: applications } = working;
    const wrong = faultsOfMixture(record, mixture, {
      ...{ state, elections, organisations, applications },
      today: context.today,
    });
    if (wrong.length === 0) continue;
    faults.set(key, wrong);
    open.push(key);
    if (record.ours) put(working, record.kind, record.ours);
  }
  const chosen = new Map(kindsInOrder.map((kind) => [kind, new Map<Id, AnyRecord>(working[kind])]));

  const people = { applications: working.application, decisions: working.decision };
  const papers = { applications: working.application, certificates: working.certificate };
  settleDecisions(people, say, { at: context.at, officer: context.officer });
  followDecisions(people);
  for (const { number, ids } of numbersTwice(working.certificate.values())) {
    const said = say({ key: `bearer|${ids.join('|')}`, kind: 'bearer', ids, number }, ids);
    const { at, officer } = context;
    if (said) releaseNumber(papers, ids, said.choice, { reason: said.reason, officer, at });
  }
  for (const ids of oneDocument(working.application.values())) {
    const canStay = whoCanStay(working.application, ids);
    const stays = ask({ key: `person|${ids.join('|')}`, kind: 'person', ids, canStay }, canStay);
    if (stays !== null) closeOthers(working.application, ids, stays, context);
  }
  syncAgendas(people);
  endCertificates(papers);
  for (const ids of livingTwice(papers)) {
    const stays = ask({ key: `certificate|${ids.join('|')}`, kind: 'certificate', ids }, ids);
    if (stays !== null) keepOne(papers, ids, stays, context.duplicateReason.ru);
  }
  linkCertificates(papers);
  const renumbered = renumber(state, bundle.electionId, working.application);

  const result = differences(state, working, chosen, versions, settled);
  const known = compared.filter(({ ours, theirs }) => ours !== null || theirs !== null);
  const newcomers = new Set(compared.filter(({ verdict }) => verdict === 'new').map(({ id }) => id));
  const taken = new Set(compared.filter(({ verdict }) => verdict === 'changed').map(({ id }) => id));
  return {
    ...{ compared, questions, open, faults, renumbered },
    counts: {
      fresh: newcomers.size,
      changed: taken.size,
      removed: result.removed.length,
      settled: questions.length - open.length,
      adjusted: [...result.adjusted].filter((id) => !settled.has(id)).length,
      same: known.filter(({ verdict }) => verdict === 'same').length,
      ours: known.filter(({ verdict }) => verdict === 'ours').length,
    },
    ...{ put: result.put, removed: result.removed, versions: result.versions },
    lastNumber: [...working.application.values()].reduce(
      (highest, { number }) => Math.max(highest, number),
      state.counters.get(registerSlot(bundle.electionId), 0),
    ),
  };
}

/** True when taking it in would change nothing, not even a version. */
export const changesNothing = ({ put: records, removed, versions }: Merge): boolean =>
  versions.length === 0 &&
  removed.length === 0 &&
  kindsInOrder.every((kind) => records[collectionOf[kind]].length === 0);

function workingOf(state: State, electionId: Id): Working {
  const ofElection = <T extends { id: Id; electionId: Id }>(kind: MergedKind, records: Iterable<T>): Map<Id, T> => {
    const found = new Map<Id, T>();
    for (const record of records)
      if (record.electionId === electionId) found.set(record.id, bare(kind, record as never) as never);
    return found;
  };
  const election = state.elections.get(electionId);
  return {
    election: new Map(election ? [[electionId, election]] : []),
    organisation: new Map(state.organisations),
    application: ofElection('application', state.applications.values()),
    decision: ofElection('decision', state.decisions.values()),
    certificate: ofElection('certificate', state.certificates.values()),
  };
}

function put(working: Working, kind: MergedKind, record: AnyRecord): void {
  (working[kind] as Map<Id, AnyRecord>).set(record.id, record);
}

/** What of the result is not as it stands here, with the versions that change. */
function differences(
  state: State,
  working: Working,
  chosen: ReadonlyMap<MergedKind, ReadonlyMap<Id, AnyRecord>>,
  joinedVersions: ReadonlyMap<Id, Version>,
  settled: ReadonlySet<Id>,
): Pick<Merge, 'put' | 'removed' | 'versions'> & { adjusted: Set<Id> } {
  const replicaId = state.replicaId ?? '';
  const changed: Record<MergedKind, AnyRecord[]> = {
    election: [],
    organisation: [],
    application: [],
    decision: [],
    certificate: [],
  };
  const removed: Merge['removed'] = [];
  const adjusted = new Set<Id>();
  const after = new Map<Id, Version>(joinedVersions);
  for (const kind of kindsInOrder) {
    for (const record of working[kind].values()) {
      const { id } = record;
      const kept = state[collectionOf[kind]].get(id);
      const before = chosen.get(kind)?.get(id);
      if (before !== record && !sameRecord(before, record)) adjusted.add(id);
      if (adjusted.has(id) || settled.has(id))
        after.set(id, changedBy(after.get(id) ?? versionOf(state, id), replicaId));
      if (!kept || (kept !== record && !sameRecord(bare(kind, kept), record))) changed[kind].push(record);
    }
  }
  for (const [id] of joinedVersions) {
    const kind = kindsInOrder.find((one) => state[collectionOf[one]].has(id));
    if (kind && !working[kind].has(id)) removed.push({ kind, id });
  }
  const versions = [...after]
    .filter(([id, version]) => relationOf(version, versionOf(state, id)) !== 'same')
    .map(([id, version]): RecordVersion => [id, { ...version }]);
  return {
    put: {
      elections: changed.election as Election[],
      organisations: changed.organisation as Organisation[],
      applications: changed.application as Application[],
      decisions: changed.decision as Decision[],
      certificates: changed.certificate as Certificate[],
    },
    ...{ removed, versions, adjusted },
  };
}
