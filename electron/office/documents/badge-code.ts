/** The code of a certificate or badge: signed where it is printed large enough to be read, short where it is not. */
import { fitTexts, leastSide } from '#shared/badge-check/code-size.ts';
import { codeOf, referenceOf, signedBytes, type Statement } from '#shared/badge-check/statement.ts';
import { qrText, validUntilOf, type Certificate, type PrintedPerson } from '#shared/domain/records/certificate.ts';
import { backCodeSide, codeSide } from '#shared/domain/design/layout.ts';
import type { Face } from '#shared/domain/records/design.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Signer } from '../access/signing-key.ts';

type Printed = Pick<Certificate, 'id' | 'electionId' | 'number' | 'validFrom' | 'validUntil'>;

/** What stands on the two sides of a paper; null for a side without a code. */
export type PaperCodes = { front: string; back: string | null };

/** The face has room for the 25 mm below which a signed code cannot be counted on to be read. */
export const carriesSignedCode = (face: Face): boolean => codeSide(face) >= leastSide;

function statementOf(state: State, certificate: Printed, person: PrintedPerson, keyId: string): Statement {
  const organisation = { short: person.organisationShort.en, full: person.organisation.en };
  return {
    keyId,
    election: referenceOf(certificate.electionId),
    certificate: referenceOf(certificate.id),
    number: certificate.number,
    validFrom: certificate.validFrom,
    validUntil: validUntilOf(certificate, state.elections.get(certificate.electionId)),
    ...fitTexts(certificate.number, person.names.latin, organisation),
  };
}

/** The same certificate always gets the same code from the same key: a reprint looks like the first print. */
export function signedCode(state: State, certificate: Printed, person: PrintedPerson, signer: Signer): string {
  const signed = signedBytes(statementOf(state, certificate, person, signer.key.id));
  return codeOf(signed, signer.sign(signed));
}

/** The signed code stands on the front where that has room for it, else on the back where there is one. */
export function codesFor(
  face: Face,
  state: State,
  certificate: Printed,
  person: PrintedPerson,
  signer: Signer,
): PaperCodes {
  const signed = signedCode(state, certificate, person, signer);
  return codesOf(face, certificate, signed);
}

/** As large as a real one, and signed by nobody: whoever checks it is told that it is forged. */
export const sampleCodes = (face: Face, state: State, certificate: Printed, person: PrintedPerson): PaperCodes =>
  codesOf(
    face,
    certificate,
    codeOf(signedBytes(statementOf(state, certificate, person, '00000000')), new Uint8Array(64)),
  );

const codesOf = (face: Face, certificate: Printed, signed: string): PaperCodes => ({
  front: carriesSignedCode(face) ? signed : qrText(certificate),
  back: backCodeSide(face) === null ? null : signed,
});
