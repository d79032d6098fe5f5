/** Putting a certificate into the register, with what is derived from it kept in step. */
import { bearerOf, isAlive, type Certificate } from '../records/certificate.ts';
import { numberSlot, type State } from '../register/state.ts';

export function raiseCounter(state: State, slot: string, number: number): State {
  return { ...state, counters: state.counters.update(slot, 0, (before) => Math.max(before, number)) };
}

export function putCertificate(state: State, certificate: Certificate): State {
  const certificates = state.certificates.set(certificate.id, certificate);
  const { applicationId, id } = certificate;
  let { aliveCertificates } = state;
  if (isAlive(certificate.status)) aliveCertificates = aliveCertificates.set(applicationId, id);
  else if (aliveCertificates.get(applicationId) === id) aliveCertificates = aliveCertificates.delete(applicationId);
  const slot = numberSlot(certificate.electionId, certificate.number);
  const before = certificates.get(state.byNumber.get(slot) ?? '');
  // Who gives a number up looks for whoever keeps it: seldom, so nothing is kept for it.
  const bearer =
    certificate.givenUp === null
      ? bearerOf(before, certificate)
      : certificates
          .filter(({ electionId, number }) => numberSlot(electionId, number) === slot)
          .reduce<Certificate | undefined>((found, one) => bearerOf(found, one), undefined);
  const byNumber = state.byNumber.set(slot, bearer?.id ?? id);
  return { ...state, certificates, aliveCertificates, byNumber };
}
