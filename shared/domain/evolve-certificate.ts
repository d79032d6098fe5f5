/** Putting a certificate into the register, with what is derived from it kept in step. */
import { isAlive, type Certificate } from './certificate.ts';
import { numberSlot, type State } from './state.ts';

export function countUp(state: State, slot: string, number: number): State {
  return { ...state, counters: state.counters.update(slot, 0, (before) => Math.max(before, number)) };
}

export function putCertificate(state: State, certificate: Certificate): State {
  const certificates = state.certificates.set(certificate.id, certificate);
  const { applicationId, id } = certificate;
  let { aliveCertificates } = state;
  if (isAlive(certificate.status)) aliveCertificates = aliveCertificates.set(applicationId, id);
  else if (aliveCertificates.get(applicationId) === id) aliveCertificates = aliveCertificates.delete(applicationId);
  const byNumber = state.byNumber.set(numberSlot(certificate.eventId, certificate.number), id);
  return { ...state, certificates, aliveCertificates, byNumber };
}
