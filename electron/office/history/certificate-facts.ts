/** What becomes of a certificate, as the history of the person tells it. */
import type { HistoryFact, HistoryValue } from '#shared/contract/history.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { EventToldIn } from '#shared/domain/register/event-table.ts';
import { fact } from './fact.ts';

type CertificateEvent = Extract<EventToldIn<'application'>, { type: `certificate.${string}`; id: Id }>;

/** What becomes of a certificate, with all that its event says. */
export function tellCertificate(event: CertificateEvent, certificates: ReadonlyMap<Id, string>): HistoryFact[] {
  const number = certificates.get(event.id);
  if (number === undefined) return [];
  const params: Record<string, HistoryValue> = { number };
  if ('paper' in event) params.paper = event.paper;
  if ('on' in event) params.on = event.on;
  if ('report' in event) params.report = event.report;
  if ('receipt' in event)
    Object.assign(params, { on: event.receipt.on, to: event.receipt.to, proxy: event.receipt.proxyName });
  // That it came out well is no news.
  if (event.type === 'certificate.printJudged')
    return event.outcome === 'failed' ? fact(event.type, { ...params, fault: event.fault }) : [];
  if ('incident' in event && event.incident) {
    const told = Object.entries(event.incident).filter(([name, value]) => value && name !== 'recordedOn');
    return [
      ...fact(event.type, params),
      ...told.flatMap(([name, value]) => fact(`certificate.incident.${name}`, { value })),
    ];
  }
  if (event.type === 'certificate.printed' && event.reason !== '')
    return fact(`${event.type}.again`, { ...params, reason: event.reason });
  return fact(event.type, params);
}
