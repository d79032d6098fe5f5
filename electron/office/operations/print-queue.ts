/** The print queue on request, and what the clerk says of paper that was printed. */
import { done, refuse } from '#shared/domain/base/refusals.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { runsOf } from '#shared/domain/records/certificate.ts';
import { waitingReasons, type WaitingReason } from '#shared/domain/rules/print-queue.ts';
import { applicationRow } from '../registry/rows.ts';
import { changedOf, queueFound, reasonsOf, type Queued } from '../registry/print-queue.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';
import type { PrintQueueRow, printQueueOperations } from '#shared/contract/print-queue.ts';

export function printQueueHandlers(office: OfficeContext): Handlers<keyof typeof printQueueOperations> {
  return {
    'printQueue.list': ({ filter, offset, limit }) => {
      if (!office.state().elections.has(filter.electionId)) return refuse('election.unknown');
      const counts = new Map<WaitingReason, number>();
      for (const queued of queueFound(office, { ...filter, reasons: [] })) {
        for (const reason of new Set(reasonsOf(queued, filter.paper)))
          counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
      const found = queueFound(office, filter);
      return done({
        total: found.length,
        rows: found.slice(offset, offset + limit).map((queued) => row(office, queued)),
        counts: waitingReasons.map((reason) => ({ reason, count: counts.get(reason) ?? 0 })),
        withoutNumber: withoutNumber(office, filter),
      });
    },
    'printQueue.select': ({ filter }) =>
      done(
        queueFound(office, filter).map(({ certificate: { id, number }, application, waiting }) => ({
          ...{ certificateId: id, number, waiting },
          latin: fullName(application.names.latin),
        })),
      ),
    'printQueue.judge': ({ paper, well, failed, fault, nextNumber }) =>
      carryOut(office, {
        type: 'certificate.judgePrint',
        ...{ paper, well, fault },
        failed: failed.map((id) => ({
          id,
          newId: nextNumber !== null && paper === 'certificate' ? office.newId() : null,
        })),
        issuedOn: nextNumber ?? office.today(),
      }),
    'printQueue.replace': ({ ids, report, issuedOn }) =>
      carryOut(office, {
        type: 'certificate.spoilAndReplace',
        ...{ report, issuedOn },
        rows: ids.map((id) => ({ id, newId: office.newId() })),
      }),
  };
}

function withoutNumber(
  office: OfficeContext,
  { electionId, organisationIds }: { electionId: string; organisationIds: string[] },
): number {
  const filter = { electionId, search: '', states: ['none' as const], organisationIds, decisionIds: [] };
  return office.registry.certificates(filter, { column: 'number', descending: false, language: 'ky' }).length;
}

function row(office: OfficeContext, queued: Queued): PrintQueueRow {
  const state = office.state();
  const { certificate, application, waiting } = queued;
  const { id, number, status, printRuns, predecessorId } = certificate;
  const lastRuns = (['certificate', 'badge'] as const).flatMap((paper) => runsOf(certificate, paper).at(-1) ?? []);
  return {
    ...{ certificateId: id, number, status, waiting },
    person: applicationRow(state, application, office.today()),
    replaces: (predecessorId && state.certificates.get(predecessorId)?.number) ?? null,
    printedAt: printRuns.at(-1)?.at ?? null,
    fault: [...new Set(lastRuns.filter(({ outcome }) => outcome === 'failed').map(({ fault }) => fault))].join('; '),
    changed: waiting.certificate === 'changed' || waiting.badge === 'changed' ? changedOf(state, queued) : [],
  };
}
