/**
 * After a merge a living certificate stands for a person in force, a person has one at most, and one that was replaced
 * names its successor. A number is never changed and never lost: what may not live on is void and keeps its number.
 */
import { isAlive, type Certificate } from './certificate.ts';
import type { Application } from './application.ts';
import type { Id } from './primitives.ts';

/** What nobody may settle: two papers bear one number. */
export type Clash = { number: string; certificateIds: [Id, Id] };

export type CertificateWork = { applications: ReadonlyMap<Id, Application>; certificates: Map<Id, Certificate> };

const sorted = (certificates: ReadonlyMap<Id, Certificate>): Certificate[] =>
  [...certificates.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Two certificates that bear one number: two laptops have printed from one series without blocks. */
export function numbersTwice(certificates: Iterable<Certificate>): Clash[] {
  const bearers = new Map<string, Id>();
  const clashes: Clash[] = [];
  for (const { id, number } of certificates) {
    const other = bearers.get(number);
    if (other) clashes.push({ number, certificateIds: [other, id] });
    else bearers.set(number, id);
  }
  return clashes;
}

/** Who is not in force has no living certificate; and what was replaced lives no more. */
export function endCertificates({ applications, certificates }: CertificateWork): void {
  for (const certificate of sorted(certificates)) {
    const bearer = applications.get(certificate.applicationId);
    if (isAlive(certificate.status) && bearer?.status !== 'accredited')
      end(certificates, certificate, bearer?.reason?.ru ?? '');
    const replaced = certificate.predecessorId === null ? undefined : certificates.get(certificate.predecessorId);
    if (replaced && isAlive(replaced.status)) end(certificates, replaced, '');
  }
}

/** The living certificates of each person who has more than one. */
export function livingTwice({ certificates }: CertificateWork): Id[][] {
  const living = new Map<Id, Id[]>();
  for (const { id, status, applicationId } of sorted(certificates)) {
    if (isAlive(status)) living.set(applicationId, [...(living.get(applicationId) ?? []), id]);
  }
  return [...living.values()].filter((ids) => ids.length > 1);
}

/** Of several living certificates of one person, all but one end. */
export function keepOne({ certificates }: CertificateWork, ids: readonly Id[], stays: Id, report: string): void {
  for (const id of ids) {
    const certificate = certificates.get(id);
    if (certificate && id !== stays) end(certificates, certificate, report);
  }
}

/** Chains of replacement that hold from both ends. */
export function linkCertificates({ certificates }: CertificateWork): void {
  const heirs = new Map<Id, Certificate[]>();
  for (const certificate of sorted(certificates)) {
    const { predecessorId } = certificate;
    if (predecessorId !== null) heirs.set(predecessorId, [...(heirs.get(predecessorId) ?? []), certificate]);
  }
  const livingOf = new Map<Id, Id>();
  for (const { id, status, applicationId } of certificates.values())
    if (isAlive(status)) livingOf.set(applicationId, id);
  for (const { id } of sorted(certificates)) {
    const certificate = certificates.get(id);
    if (!certificate) continue;
    const own = heirs.get(id) ?? [];
    const { successorId, status } = certificate;
    if (successorId !== null && own.some((heir) => heir.id === successorId)) continue;
    const heir = own.find((one) => isAlive(one.status)) ?? own[0];
    if (heir) certificates.set(id, { ...certificate, successorId: heir.id });
    else {
      if (successorId !== null) certificates.set(id, { ...certificate, successorId: null });
      const living = certificates.get(livingOf.get(certificate.applicationId) ?? '');
      if (living && (status === 'spoiled' || status === 'lost')) replaceBy(certificates, { ...certificate }, living);
    }
  }
}

/** The other laptop gave the person a certificate without knowing that this one was spoiled or lost. */
function replaceBy(certificates: Map<Id, Certificate>, before: Certificate, living: Certificate): void {
  if (living.predecessorId === null) {
    certificates.set(before.id, { ...before, successorId: living.id });
    certificates.set(living.id, { ...living, predecessorId: before.id });
  } else certificates.set(before.id, { ...before, status: 'void', successorId: null });
}

function end(certificates: Map<Id, Certificate>, certificate: Certificate, report: string): void {
  certificates.set(certificate.id, { ...certificate, status: 'void', report: certificate.report || report });
}
