/** A line of the list that the clerk has chosen: a certificate, or a person in force who has none. */
import type { CertificateRow, CertificateState } from '#shared/contract/certificates.ts';
import type { Id } from '#shared/domain/base/primitives.ts';

export type Chosen = { applicationId: Id; certificateId: Id | null; state: CertificateState };

export const chosenOf = ({ person, certificate }: CertificateRow): Chosen => ({
  applicationId: person.id,
  certificateId: certificate?.id ?? null,
  state: certificate?.status ?? 'none',
});

/** What the list says of a line now, for it may have been printed or reported since it was chosen. */
export function freshened(chosen: ReadonlyMap<string, Chosen>, now: readonly Chosen[]): ReadonlyMap<string, Chosen> {
  const fresh = new Map(now.map((one) => [one.certificateId ?? one.applicationId, one]));
  return new Map([...chosen].map(([key, one]) => [key, fresh.get(key) ?? one]));
}

/** One person may stand in several lines, one a certificate. */
export const lineKey = ({ person, certificate }: CertificateRow): string => certificate?.id ?? person.id;
