/** The print queue of an election: certificates of which a paper waits, by series and number. */
import { isAlive, type Certificate, type PrintRun } from '#shared/domain/records/certificate.ts';
import { isInForce, type Application } from '#shared/domain/records/application.ts';
import { printedPerson } from '#shared/domain/decide/certificate.ts';
import { changedSince, waitingFor, type WaitingReason } from '#shared/domain/rules/print-queue.ts';
import type { ChangingField } from '#shared/domain/rules/print-queue.ts';
import type { Id, IsoDate } from '#shared/domain/base/primitives.ts';
import type { PrintQueueFilter } from '#shared/contract/print-queue.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Registry } from './registry.ts';

export type Queued = {
  certificate: Certificate;
  application: Application;
  waiting: Record<PrintRun['paper'], WaitingReason | null>;
};

type Kept = { state: State; electionId: Id; today: IsoDate; queue: Queued[] };

/** Made anew when the register has changed; a screen that scrolls reads it many times in between. */
let kept: Kept | null = null;

function wholeQueue(state: State, electionId: Id, today: IsoDate): readonly Queued[] {
  if (kept?.state === state && kept.electionId === electionId && kept.today === today) return kept.queue;
  const resultsPublishedOn = state.elections.get(electionId)?.resultsPublishedOn ?? null;
  const queue: Queued[] = [];
  for (const certificate of state.certificates.values()) {
    if (certificate.electionId !== electionId || !isAlive(certificate.status)) continue;
    const application = state.applications.get(certificate.applicationId);
    if (!application || !isInForce(application, today, resultsPublishedOn)) continue;
    const now = certificate.printed ? printedPerson(state, application) : null;
    const waiting = {
      certificate: waitingFor(certificate, 'certificate', now),
      badge: waitingFor(certificate, 'badge', now),
    };
    if (waiting.certificate ?? waiting.badge) queue.push({ certificate, application, waiting });
  }
  queue.sort(({ certificate: a }, { certificate: b }) =>
    a.series === b.series ? a.serial - b.serial : a.series < b.series ? -1 : 1,
  );
  kept = { state, electionId, today, queue };
  return queue;
}

/** The reasons for which an entry waits, of the papers asked for. */
export const reasonsOf = ({ waiting }: Queued, paper: PrintQueueFilter['paper']): WaitingReason[] =>
  [...(paper === 'badge' ? [] : [waiting.certificate]), ...(paper === 'certificate' ? [] : [waiting.badge])].filter(
    (reason) => reason !== null,
  );

export function queueFound(
  { state, registry, today }: { state: () => State; registry: Registry; today: () => IsoDate },
  { electionId, search, organisationIds, paper, reasons }: PrintQueueFilter,
): readonly Queued[] {
  const [organisations, wanted] = [new Set(organisationIds), new Set(reasons)];
  const fits = (queued: Queued): boolean => {
    if (organisations.size > 0 && !organisations.has(queued.application.organisationId)) return false;
    const its = reasonsOf(queued, paper);
    return wanted.size === 0 ? its.length > 0 : its.some((reason) => wanted.has(reason));
  };
  const found = wholeQueue(state(), electionId, today()).filter(fits);
  if (search.trim() === '') return found;
  const everybody = { electionId, search, states: [], organisationIds: [], decisionIds: [] };
  const order = { column: 'number', descending: false, language: 'ky' } as const;
  const named = new Set(registry.certificates(everybody, order).map(({ certificate }) => certificate?.id));
  return found.filter(({ certificate }) => named.has(certificate.id));
}

/** What of the person is printed and has been corrected since. */
export function changedOf(state: State, { certificate, application }: Queued): ChangingField[] {
  const now = certificate.printed && printedPerson(state, application);
  return certificate.printed && now ? changedSince(certificate.printed, now) : [];
}
