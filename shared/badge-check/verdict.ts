/**
 * Whether a badge's code is good, by a list of the office's: one pure decision. What cannot be proved is never called
 * valid: the signature is looked at before anything that the code says.
 */
import type { IsoDate } from '../domain/base/primitives.ts';
import type { PublicKey } from '../domain/records/signing-key.ts';
import { fromCyrillicKeys } from '../text/keyboard.ts';
import { fingerprintOfKey, listStatuses, type CheckList, type ListStatus } from './check-list.ts';
import { isSignedBy } from './ed25519.ts';
import { readQrText } from '../domain/records/short-code.ts';
import { decodeCode, readCode, referenceOf, type Statement } from './statement.ts';

export type Verdict =
  /** Signed by the office, in the list, and in force on the day. */
  | { answer: 'valid'; statement: Statement }
  /** Signed by the office, and no longer or not yet good. */
  | { answer: Exclude<ListStatus, 'valid'> | 'notYetValid'; statement: Statement }
  /** Signed by the office, and not in the list: it may be newer than the list, or of another election. */
  | { answer: 'notListed' | 'otherElection'; statement: Statement }
  /** Names a key of the office, but was not signed with it. */
  | { answer: 'forged' }
  /** Names a key that the list does not know. */
  | { answer: 'foreign'; keyId: string }
  /** A number alone, typed or from a code that is not signed: what the list says of it, which proves nothing of a badge. */
  | { answer: 'number'; number: string; status: ListStatus | 'unknown' }
  /** No code of a badge, or a part of one. */
  | { answer: 'unreadable' };

export type Answer = Verdict['answer'];

/** Longer than any number of a certificate, and shorter than any signed code. */
const longestNumber = 40;

const idOf = (publicKey: PublicKey): string => fingerprintOfKey(publicKey).slice(0, 8);

/**
 * `today`: the day on the device that checks. A clock that is behind is put right by the day of the list, for a list
 * cannot be read before it was made.
 */
export function judgeCode(text: string, list: CheckList, today: IsoDate): Verdict {
  const read = decodeCode(text);
  if (!read) return judgeNumber(text, list, today);
  const { statement, signed, signature } = read;
  const keys = list.keys.filter((key) => idOf(key) === statement.keyId);
  if (keys.length === 0) return { answer: 'foreign', keyId: statement.keyId };
  if (!keys.some((key) => isSignedBy(key, signed, signature))) return { answer: 'forged' };
  if (statement.election !== list.election.reference) return { answer: 'otherElection', statement };
  const entry = list.entries.find(([certificate]) => certificate === statement.certificate);
  if (!entry) return { answer: 'notListed', statement };
  const status = listStatuses[entry[1]];
  if (status !== 'valid') return { answer: status, statement };
  if (isOver(statement.validUntil, list, today)) return { answer: 'expired', statement };
  return { answer: dayOf(list, today) < statement.validFrom ? 'notYetValid' : 'valid', statement };
}

const dayOf = ({ day }: CheckList, today: IsoDate): IsoDate => (today > day ? today : day);

/** After the last day: the one given, else the day of the publication of the results, once it is known [law]. */
function isOver(validUntil: IsoDate | null, list: CheckList, today: IsoDate): boolean {
  const until = validUntil ?? list.election.resultsPublishedOn;
  return until !== null && dayOf(list, today) > until;
}

/** What is no whole signed code: the short one, a number, or nothing that the list knows. Some lists have no numbers. */
function judgeNumber(text: string, list: CheckList, today: IsoDate): Verdict {
  if (readCode(text) !== null) return { answer: 'unreadable' };
  const short = readQrText(text) ?? readQrText(fromCyrillicKeys(text));
  if (short && referenceOf(short.electionId) !== list.election.reference) {
    return { answer: 'number', number: short.number, status: 'unknown' };
  }
  if (list.entries.every(([, , number]) => number === undefined)) return { answer: 'unreadable' };
  const typed = (short?.number ?? text).trim().toUpperCase();
  if (typed.length > longestNumber || !/\d/u.test(typed)) return { answer: 'unreadable' };
  const wanted = [typed, fromCyrillicKeys(typed).toUpperCase()];
  const entry = list.entries.find(([, , number]) => number !== undefined && wanted.includes(number.toUpperCase()));
  if (entry?.[2] === undefined) return { answer: 'number', number: typed, status: 'unknown' };
  const status = listStatuses[entry[1]];
  const ranOut = status === 'valid' && isOver(null, list, today);
  return { answer: 'number', number: entry[2], status: ranOut ? 'expired' : status };
}
