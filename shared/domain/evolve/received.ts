/** Another laptop's work as it was merged: its records take the place of ours, with everything derived kept in step. */
import { putApplication, removeApplication } from './application.ts';
import { registerSlot, seriesSlot, type State } from '../register/state.ts';
import { raiseCounter, putCertificate } from './certificate.ts';
import type { OfficeEvent } from '../register/events.ts';

export function takeIn(state: State, event: Extract<OfficeEvent, { type: 'handover.received' }>): State {
  const { receipt, put, removed, versions, keys } = event;
  // Who gives a travel document up comes before who takes it.
  const freed = removed.reduce(
    (before, { kind, id }) =>
      kind === 'application'
        ? removeApplication(before, id)
        : kind === 'decision'
          ? { ...before, decisions: before.decisions.delete(id) }
          : before,
    state,
  );
  const cleared = put.applications.reduce((before, { id }) => removeApplication(before, id), freed);
  const people = put.applications.reduce(putApplication, cleared);
  const papers = put.certificates
    .toSorted((a, b) => a.serial - b.serial)
    .reduce((before, certificate) => {
      const slot = seriesSlot(certificate.electionId, certificate.series);
      return raiseCounter(putCertificate(before, certificate), slot, certificate.serial);
    }, people);
  const { electionId, lastNumber } = receipt;
  const counted = lastNumber > 0 ? raiseCounter(papers, registerSlot(electionId), lastNumber) : papers;
  const withAll = <K extends 'elections' | 'organisations' | 'decisions'>(name: K): State[K] =>
    counted[name].withMutations((map) => {
      for (const record of put[name]) (map as { set(id: string, value: unknown): unknown }).set(record.id, record);
    }) as State[K];
  return {
    ...counted,
    elections: withAll('elections'),
    organisations: withAll('organisations'),
    decisions: withAll('decisions'),
    received: counted.received.set(receipt.id, receipt),
    signingKeys: counted.signingKeys.withMutations((map) => {
      for (const key of keys) if (!map.has(key.id)) map.set(key.id, key);
    }),
    versions: counted.versions.withMutations((map) => {
      for (const [id, version] of versions) map.set(id, version);
    }),
  };
}
