/**
 * After a merge a living certificate stands for a person in force, a person has one at most, and one that was replaced
 * names its successor. A number is never changed and never lost: what may not live on is void and keeps its number.
 */
import { isAlive, type Certificate, type GivenUp } from '../records/certificate.ts';
import type { Application } from '../records/application.ts';
import type { Id } from '../base/primitives.ts';

export type CertificateWork = { applications: ReadonlyMap<Id, Application>; certificates: Map<Id, Certificate> };

const sorted = (certificates: ReadonlyMap<Id, Certificate>): Certificate[] =>
  [...certificates.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Certificates that bear one number, of which nobody has said yet whose it is; in the order of their identifiers. */
export function numbersTwice(certificates: Iterable<Certificate>): { number: string; ids: Id[] }[] {
  const bearers = new Map<string, Id[]>();
  for (const { id, number, givenUp } of certificates) {
    if (givenUp !== null) continue;
    const ids = bearers.get(number);
    if (ids) ids.push(id);
    else bearers.set(number, [id]);
  }
  return [...bearers].filter(([, ids]) => ids.length > 1).map(([number, ids]) => ({ number, ids: ids.sort() }));
}

/** One paper keeps the number; the others live no more and say to which they gave it up. */
export function releaseNumber(
  { certificates }: CertificateWork,
  ids: readonly Id[],
  stays: Id,
  settling: Omit<GivenUp, 'to'>,
): void {
  for (const id of ids) {
    const certificate = certificates.get(id);
    if (!certificate || id === stays) continue;
    if (isAlive(certificate.status)) end(certificates, certificate, settling.reason);
    certificates.set(id, { ...(certificates.get(id) ?? certificate), givenUp: { to: stays, ...settling } });
  }
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
