/** The clerk's desk: what was begun, what was opened, and what waits. */
import { waitingCertificates, waitingStatuses } from '#shared/contract/desk.ts';
import { isInForce, statusAt, type ShownStatus } from '#shared/domain/records/application.ts';
import { done } from '#shared/domain/base/refusals.ts';
import { trilingualName } from '#shared/domain/records/person.ts';
import { applicationRow } from '../registry/rows.ts';
import type { Desk, OpenedRecord } from '../drafts/drafts.ts';
import type { CertificateState } from '#shared/contract/certificates.ts';
import type { KeptRow, KeptWork, RecentRow, RecordRef, Waiting, deskOperations } from '#shared/contract/desk.ts';
import type { Actor } from '#shared/domain/records/operator.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { Handlers, OfficeContext } from './handlers.ts';

/** As many as fit on the first screen. */
const recentShown = 8;

/** `by`: whoever works at the desk; for what a form hands in last, also just after they left. */
export function deskHandlers(
  office: OfficeContext,
  desk: Desk,
  by: () => Pick<Actor, 'id'>,
): Handlers<keyof typeof deskOperations> {
  return {
    'desk.keep': ({ work }) => desk.keep(work, by().id),
    'desk.unfinished': async ({ eventId }) => {
      const unfinished = await desk.unfinished(office.actor().id);
      return done(unfinished.filter((work) => work.eventId === eventId && isStillThere(office, work)).map(rowOf));
    },
    'desk.take': ({ key }) => done(desk.take(key, office.actor().id)),
    'desk.discard': ({ key }) => desk.discard(key, office.actor().id),
    'desk.opened': (record) => desk.noteOpened(record),
    'desk.recent': ({ eventId }) =>
      done(
        desk
          .opened()
          .flatMap((opened) => recentRow(office, eventId, opened) ?? [])
          .slice(0, recentShown),
      ),
    'desk.waiting': ({ eventId }) => done(waitingOf(office, eventId)),
  };
}

const rowOf = ({ key, kind, eventId, recordId, title, at }: KeptWork): KeptRow => ({
  key,
  kind,
  eventId,
  recordId,
  title,
  at,
});

/** What was begun on a record that has gone since (an import taken back, a draft thrown away) leads nowhere. */
const isStillThere = (office: OfficeContext, { kind, recordId }: KeptWork): boolean =>
  recordId === null || has(office, { kind, id: recordId });

function has(office: OfficeContext, { kind, id }: RecordRef): boolean {
  const { applications, bodies, decisions } = office.state();
  return { application: applications, body: bodies, decision: decisions }[kind].has(id);
}

function recentRow(office: OfficeContext, eventId: Id, { kind, id, at }: OpenedRecord): RecentRow | null {
  const state = office.state();
  switch (kind) {
    case 'application': {
      const application = state.applications.get(id);
      if (application?.eventId !== eventId) return null;
      const { body } = applicationRow(state, application, office.today());
      const name = trilingualName(application.names);
      return { kind, id, at, name, number: String(application.number), body };
    }
    case 'body': {
      const body = state.bodies.get(id);
      return body ? { kind, id, at, name: body.name, number: null, body: null } : null;
    }
    case 'decision': {
      const decision = state.decisions.get(id);
      if (decision?.eventId !== eventId) return null;
      return { kind, id, at, name: decision.title, number: decision.number, body: null };
    }
  }
}

function waitingOf(office: OfficeContext, eventId: Id): Waiting {
  const state = office.state();
  const today = office.today();
  const resultsPublishedOn = state.events.get(eventId)?.resultsPublishedOn ?? null;
  const people = new Map<ShownStatus, number>();
  const papers = new Map<CertificateState, number>();
  const add = <K>(counts: Map<K, number>, key: K): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const application of state.applications.values()) {
    if (application.eventId !== eventId) continue;
    add(people, statusAt(application, today, resultsPublishedOn));
    const certificateId = state.aliveCertificates.get(application.id);
    const certificate = certificateId ? state.certificates.get(certificateId) : undefined;
    if (certificate) add(papers, certificate.status);
    else if (isInForce(application, today, resultsPublishedOn)) add(papers, 'none');
  }
  const drafts = [...state.decisions.values()].filter(
    (decision) => decision.eventId === eventId && decision.status === 'draft',
  );
  const [only] = drafts.length === 1 ? drafts : [];
  return {
    applications: waitingStatuses.map((status) => ({ status, count: people.get(status) ?? 0 })),
    decisions: { drafts: drafts.length, only: only?.id ?? null },
    certificates: waitingCertificates.map((one) => ({ state: one, count: papers.get(one) ?? 0 })),
  };
}
