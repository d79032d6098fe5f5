/** The list by which badges are checked away from the office: what became of every certificate of an election. */
import {
  listBytes,
  listFormat,
  type CheckList,
  type ListEntry,
  type ListLetter,
  type SignedList,
} from '#shared/badge-check/check-list.ts';
import { referenceOf } from '#shared/badge-check/statement.ts';
import { isAlive, validUntilOf, type Certificate } from '#shared/domain/records/certificate.ts';
import { emptyTrilingual, type Id, type IsoDate } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Signer } from '../access/signing-key.ts';
import { todayOf } from '../context/ports.ts';

/**
 * All certificates of the election, whatever a handover covers: nobody is named, and any badge can be checked. `numbers`
 * is false where only counts and organisations may leave the office.
 */
export function checkListOf(state: State, electionId: Id, now: Date, { numbers }: { numbers: boolean }): CheckList {
  const election = state.elections.get(electionId);
  const day = todayOf({ now: () => now });
  const entries = [...state.certificates.values()]
    .filter((certificate) => certificate.electionId === electionId)
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map((certificate): ListEntry => {
      const reference = referenceOf(certificate.id);
      const letter = letterOf(state, certificate, day);
      // A number alone stands for the paper that keeps it.
      return numbers && certificate.givenUp === null ? [reference, letter, certificate.number] : [reference, letter];
    });
  return {
    ...{ sample: state.sample, madeAt: now.toISOString(), clockOffset: -now.getTimezoneOffset(), day },
    commission: state.settings?.commission ?? emptyTrilingual,
    election: {
      reference: referenceOf(electionId),
      name: election?.name ?? emptyTrilingual,
      resultsPublishedOn: election?.resultsPublishedOn ?? null,
    },
    keys: [...state.signingKeys.values()].map(({ publicKey }) => publicKey),
    // In the order of their references, without numbers: the order of numbers would tell them.
    entries: numbers ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

function letterOf(state: State, certificate: Certificate, day: IsoDate): ListLetter {
  const { status } = certificate;
  const bearer = state.applications.get(certificate.applicationId);
  if (bearer?.status === 'revoked') return 'r';
  if (bearer?.status === 'withdrawn') return 'w';
  if (certificate.successorId !== null) return 'p';
  if (status === 'lost') return 'l';
  if (status === 'spoiled') return 's';
  if (status === 'returned') return 't';
  if (!isAlive(status) || bearer?.status !== 'accredited') return 'x';
  const until = validUntilOf(certificate, state.elections.get(certificate.electionId));
  return until !== null && day > until ? 'e' : 'v';
}

export function signList(list: CheckList, { key, sign }: Signer): SignedList {
  const text = JSON.stringify(list);
  const signature = Buffer.from(sign(listBytes(text))).toString('base64url');
  return { format: listFormat, list: text, publicKey: key.publicKey, signature };
}
