/** What a scanned code of a badge or certificate means to this office: read here for the counter and every search. */
import { decodeCode, referenceOf, type SignedStatement } from '#shared/badge-check/statement.ts';
import type { Application } from '#shared/domain/records/application.ts';
import { readQrText, type Certificate } from '#shared/domain/records/certificate.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { numberSlot, type State } from '#shared/domain/register/state.ts';
import { fromCyrillicKeys } from '#shared/text/keyboard.ts';
import { verifySignature } from '../access/signing-key.ts';

export type Scanned = { application: Application; certificate: Certificate };

/**
 * The one certificate that a code stands for; null for a text that is no code. Refuses with `certificate.codeNotOurs`
 * what no key of this office signed, with `certificate.otherElection` and `certificate.noSuchNumber` what is not in the
 * register of this event. A scanner types like a keyboard: with Cyrillic keys on, its Latin letters come out as Cyrillic.
 */
export function readScanned(state: State, electionId: Id, text: string): Outcome<Scanned | null> {
  const signed = decodeCode(text);
  if (signed) return bySignedCode(state, electionId, signed);
  const read = readQrText(text) ?? readQrText(fromCyrillicKeys(text));
  if (!read) return done(null);
  const { number } = read;
  if (read.electionId !== electionId.toLowerCase()) return refuse('certificate.otherElection', { number });
  const scanned = byWholeNumber(state, electionId, number);
  return scanned ? done(scanned) : refuse('certificate.noSuchNumber', { number });
}

export function byWholeNumber(state: State, electionId: Id, number: string): Scanned | null {
  const certificate = state.certificates.get(state.byNumber.get(numberSlot(electionId, number)) ?? '');
  const application = certificate && state.applications.get(certificate.applicationId);
  return application ? { application, certificate } : null;
}

/** A signed code finds its own certificate and no other, and only if a key of this office made its signature. */
function bySignedCode(
  state: State,
  electionId: Id,
  { statement, signed, signature }: SignedStatement,
): Outcome<Scanned> {
  const { number } = statement;
  const key = state.signingKeys.get(statement.keyId);
  if (!key || !verifySignature(key.publicKey, signed, signature)) return refuse('certificate.codeNotOurs', { number });
  if (statement.election !== referenceOf(electionId)) return refuse('certificate.otherElection', { number });
  const certificate = state.certificates.find(
    (one) => one.electionId === electionId && one.number === number && referenceOf(one.id) === statement.certificate,
  );
  const application = certificate && state.applications.get(certificate.applicationId);
  return application ? done({ application, certificate }) : refuse('certificate.noSuchNumber', { number });
}
