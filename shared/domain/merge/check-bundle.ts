/**
 * Whether what another office hands over fits together in itself and with what is known here. A right encrypt says who wrote
 * it, not that it is in order: what no honest register can say is refused before anything is asked.
 */
import { isAlive } from '../records/certificate.ts';
import { collectionOf, kindsInOrder } from './compare.ts';
import { relationOf } from '../records/version-vector.ts';
import { versionOf } from '../register/count-versions.ts';
import type { Decision } from '../records/decision.ts';
import type { Id } from '../base/primitives.ts';
import type { MergeBundle } from '../records/received-handover.ts';
import type { State } from '../register/state.ts';

/** Far above what any election comes to and far below where counting ends: after it others can still be given. */
const highestNumber = 10_000_000;
const highestSerial = 10 ** 8;
const mostChanges = 10 ** 12;

/** What does not fit, in a word; null when everything does. */
export function incoherence(state: State, bundle: MergeBundle): string | null {
  const { electionId, records, versions } = bundle;
  const ids = (all: readonly { id: Id }[]): Set<Id> => new Set(all.map(({ id }) => id));
  const { elections, organisations, applications, decisions, certificates } = records;
  const known = { organisations: ids(organisations), applications: ids(applications), decisions: ids(decisions) };
  const all = [...elections, ...organisations, ...applications, ...decisions, ...certificates];
  if (elections[0]?.id !== electionId) return 'election';
  if (ids(all).size < all.length || isOtherKind(state, bundle)) return 'twice';
  if ([...applications, ...decisions, ...certificates].some((record) => record.electionId !== electionId))
    return 'election';
  if (!applications.every(({ organisationId }) => known.organisations.has(organisationId))) return 'organisation';
  const named = decisions.flatMap(({ rows, adoptedRows }) => [...rows, ...adoptedRows]);
  if (!named.every(({ applicationId }) => known.applications.has(applicationId))) return 'application';
  if (!decisions.every(isOnePiece)) return 'decision';
  if (decisions.some(({ id }) => (state.decisions.get(id)?.electionId ?? electionId) !== electionId)) return 'decision';
  const papers = new Map(certificates.map((certificate) => [certificate.id, certificate]));
  for (const { id, applicationId, decisionId, number, series, serial, givenUp, status } of certificates) {
    if (givenUp !== null) {
      const keeps = papers.get(givenUp.to);
      if (isAlive(status) || keeps?.number !== number || keeps.id === id) return 'certificate';
    }
    if (!known.applications.has(applicationId) || !known.decisions.has(decisionId)) return 'certificate';
    // What the series counts on from is what is printed.
    if (serial >= highestSerial || !number.includes(series) || !number.includes(String(serial))) return 'certificate';
    const ours = state.certificates.get(id);
    if (ours && (ours.number !== number || ours.applicationId !== applicationId)) return 'certificate';
  }
  for (const { id, number } of applications) {
    const ours = state.applications.get(id);
    if ((ours && ours.electionId !== electionId) || number > highestNumber) return 'application';
  }
  const counts = [...versions, ...bundle.gone].flatMap(([, version]) => Object.values(version));
  if (counts.some((count) => count > mostChanges)) return 'version';
  return wronglyGone(state, bundle, ids(all));
}

/** A decision is wholly a draft or wholly adopted; whether it has the checksum of its text is looked at by itself. */
function isOnePiece({ status, number, date, adoptedAt, contentHash, adoptedRows }: Decision): boolean {
  if (status === 'adopted') return number !== null && date !== null && adoptedAt !== null;
  return [number, date, adoptedAt, contentHash].every((part) => part === null) && adoptedRows.length === 0;
}

/** A record's identifier is its own in all collections. */
const isOtherKind = (state: State, { records }: MergeBundle): boolean =>
  kindsInOrder.some((kind) => {
    const others = kindsInOrder.filter((one) => one !== kind);
    const list: readonly { id: Id }[] = records[collectionOf[kind]];
    return list.some(({ id }) => others.some((other) => state[collectionOf[other]].has(id)));
  });

/** Only drafts are ever taken away, and people whom no adopted decision names and no certificate stands for. */
function wronglyGone(state: State, { electionId, gone }: MergeBundle, given: ReadonlySet<Id>): string | null {
  if (gone.some(([id]) => given.has(id))) return 'twice';
  const taken = gone.filter(([id, version]) => relationOf(version, versionOf(state, id)) === 'ahead');
  for (const [id] of taken) {
    const certificate = state.certificates.get(id);
    if (certificate?.electionId === electionId) return 'certificate';
    const decision = state.decisions.get(id);
    if (decision?.electionId === electionId && decision.status === 'adopted') return 'decision';
  }
  const people = new Set(taken.map(([id]) => id).filter((id) => state.applications.get(id)?.electionId === electionId));
  if (people.size === 0) return null;
  const isNamed = ({ applicationId }: { applicationId: Id }) => people.has(applicationId);
  const isDecided = state.decisions.some(({ adoptedRows }) => adoptedRows.some(isNamed));
  return isDecided || state.certificates.some(isNamed) ? 'application' : null;
}
