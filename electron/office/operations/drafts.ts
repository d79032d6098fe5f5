/** Drafts of forms that were begun, what was opened lately, and what waits. */
import { waitingCertificates, waitingStatuses } from '#shared/contract/drafts.ts';
import { isInForce, statusAt, type ShownStatus } from '#shared/domain/records/application.ts';
import { done } from '#shared/domain/base/refusals.ts';
import { trilingualName } from '#shared/domain/records/person.ts';
import { applicationRow } from '../registry/rows.ts';
import type { Drafts, OpenedRecord } from '../drafts/drafts.ts';
import type { CertificateState } from '#shared/contract/certificates.ts';
import type { KeptRow, KeptWork, RecentRow, RecordRef, Waiting, draftsOperations } from '#shared/contract/drafts.ts';
import type { Actor } from '#shared/domain/records/operator.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { Handlers, OfficeContext } from './handlers.ts';

/** As many as fit on the first screen. */
const recentShown = 8;

/** `by`: whoever is signed in; for what a form hands in last, also just after they left. */
export function draftsHandlers(
  office: OfficeContext,
  drafts: Drafts,
  by: () => Pick<Actor, 'id'>,
): Handlers<keyof typeof draftsOperations> {
  return {
    'drafts.keep': ({ work }) => drafts.keep(work, by().id),
    'drafts.unfinished': async ({ electionId }) => {
      const unfinished = await drafts.unfinished(office.actor().id);
      return done(unfinished.filter((work) => work.electionId === electionId && isStillThere(office, work)).map(rowOf));
    },
    'drafts.take': ({ key }) => done(drafts.take(key, office.actor().id)),
    'drafts.discard': ({ key }) => drafts.discard(key, office.actor().id),
    'drafts.opened': (record) => drafts.noteOpened(record),
    'drafts.recent': ({ electionId }) =>
      done(
        drafts
          .opened()
          .flatMap((opened) => recentRow(office, electionId, opened) ?? [])
          .slice(0, recentShown),
      ),
    'drafts.waiting': ({ electionId }) => done(waitingOf(office, electionId)),
  };
}

const rowOf = ({ key, kind, electionId, recordId, title, at }: KeptWork): KeptRow => ({
  key,
  kind,
  electionId,
  recordId,
  title,
  at,
});

/** What was begun on a record that has gone since (an import taken back, a draft thrown away) leads nowhere. */
const isStillThere = (office: OfficeContext, { kind, recordId }: KeptWork): boolean =>
  recordId === null || has(office, { kind, id: recordId });

function has(office: OfficeContext, { kind, id }: RecordRef): boolean {
  const { applications, organisations, decisions } = office.state();
  return { application: applications, organisation: organisations, decision: decisions }[kind].has(id);
}

function recentRow(office: OfficeContext, electionId: Id, { kind, id, at }: OpenedRecord): RecentRow | null {
  const state = office.state();
  switch (kind) {
    case 'application': {
      const application = state.applications.get(id);
      if (application?.electionId !== electionId) return null;
      const { organisation } = applicationRow(state, application, office.today());
      const name = trilingualName(application.names);
      return { kind, id, at, name, number: String(application.number), organisation };
    }
    case 'organisation': {
      const organisation = state.organisations.get(id);
      return organisation ? { kind, id, at, name: organisation.name, number: null, organisation: null } : null;
    }
    case 'decision': {
      const decision = state.decisions.get(id);
      if (decision?.electionId !== electionId) return null;
      return { kind, id, at, name: decision.title, number: decision.number, organisation: null };
    }
  }
}

function waitingOf(office: OfficeContext, electionId: Id): Waiting {
  const state = office.state();
  const today = office.today();
  const resultsPublishedOn = state.elections.get(electionId)?.resultsPublishedOn ?? null;
  const people = new Map<ShownStatus, number>();
  const papers = new Map<CertificateState, number>();
  const add = <K>(counts: Map<K, number>, key: K): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const application of state.applications.values()) {
    if (application.electionId !== electionId) continue;
    add(people, statusAt(application, today, resultsPublishedOn));
    const certificateId = state.aliveCertificates.get(application.id);
    const certificate = certificateId ? state.certificates.get(certificateId) : undefined;
    if (certificate) add(papers, certificate.status);
    else if (isInForce(application, today, resultsPublishedOn)) add(papers, 'none');
  }
  const drafts = [...state.decisions.values()].filter(
    (decision) => decision.electionId === electionId && decision.status === 'draft',
  );
  const [only] = drafts.length === 1 ? drafts : [];
  return {
    applications: waitingStatuses.map((status) => ({ status, count: people.get(status) ?? 0 })),
    decisions: { drafts: drafts.length, only: only?.id ?? null },
    certificates: waitingCertificates.map((one) => ({ state: one, count: papers.get(one) ?? 0 })),
  };
}
