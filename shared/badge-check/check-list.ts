/**
 * What an office knows of its certificates at one moment, to check badges by where the office is not: who signs them, and
 * what became of each. It holds no personal data: names and organisations are in the codes themselves, so the list has only
 * references, statuses and, where numbers may leave the office, numbers.
 *
 * The office signs the text of the list, not its parts: whoever changes a letter of it must sign it anew, with a key of
 * another fingerprint.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import { isIsoDate } from '../domain/base/iso-date.ts';
import { languages } from '../domain/base/languages.ts';
import type { Instant, IsoDate, Sha256, Trilingual } from '../domain/base/primitives.ts';
import type { PublicKey } from '../domain/records/signing-key.ts';
import { isSignedBy } from './ed25519.ts';

/** What became of a certificate; one letter each in the list, for it is long. */
export const listStatuses = {
  v: 'valid',
  r: 'revoked',
  w: 'withdrawn',
  p: 'replaced',
  l: 'lost',
  s: 'spoiled',
  t: 'returned',
  x: 'void',
  e: 'expired',
} as const;
export type ListLetter = keyof typeof listStatuses;
export type ListStatus = (typeof listStatuses)[ListLetter];

/** One certificate: `referenceOf` its identifier, what became of it, its number. */
export type ListEntry = readonly [certificate: string, status: ListLetter, number?: string];

export type CheckList = {
  /** Made-up people: whoever reads the list says so. */
  sample: boolean;
  /** The register as it stood at this moment, what the office's clock was then ahead of UTC in minutes, and its day. */
  madeAt: Instant;
  clockOffset: number;
  day: IsoDate;
  commission: Trilingual;
  /** `reference`: `referenceOf` its identifier. */
  election: { reference: string; name: Trilingual; resultsPublishedOn: IsoDate | null };
  /** The keys whose badges the office takes for good: its own, and those of laptops whose work it took in. */
  keys: readonly PublicKey[];
  entries: readonly ListEntry[];
};

/** The list as it travels. */
export type SignedList = {
  format: typeof listFormat;
  /** The list as JSON. */
  list: string;
  publicKey: PublicKey;
  /** 64 bytes in base64url. */
  signature: string;
};

export const listFormat = 'observer-accreditation-check-list/1';

/** The bytes that are signed: no other signature of the office's is made over a text that begins so. */
export const listBytes = (list: string): Uint8Array => new TextEncoder().encode(`${listFormat}\n${list}`);

/** The whole fingerprint of a key: SHA-256 of its 32 bytes, hexadecimal. Throws for what is no base64url. */
export const fingerprintOfKey = (publicKey: PublicKey): Sha256 =>
  Array.from(sha256(base64urlnopad.decode(publicKey)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The list and the fingerprint of who signed it; null for one that was altered, or that is none. */
export function openList(signed: unknown): { list: CheckList; fingerprint: Sha256 } | null {
  try {
    if (!isRecord(signed) || signed.format !== listFormat) return null;
    const { list, publicKey, signature } = signed;
    if (!isText(list) || !isText(publicKey) || !isText(signature)) return null;
    if (!isSignedBy(publicKey, listBytes(list), base64urlnopad.decode(signature))) return null;
    const read: unknown = JSON.parse(list);
    return isCheckList(read) ? { list: read, fingerprint: fingerprintOfKey(publicKey) } : null;
  } catch {
    return null;
  }
}

/** By hand: the page that reads the list is handed to people, and zod alone would make it three times as large. */
function isCheckList(value: unknown): value is CheckList {
  if (!isRecord(value) || !isRecord(value.election)) return false;
  const { sample, madeAt, clockOffset, day, commission, election, keys, entries } = value;
  return (
    typeof sample === 'boolean' &&
    isText(madeAt) &&
    !Number.isNaN(Date.parse(madeAt)) &&
    typeof clockOffset === 'number' &&
    isDay(day) &&
    isTrilingual(commission) &&
    isText(election.reference) &&
    isTrilingual(election.name) &&
    (election.resultsPublishedOn === null || isDay(election.resultsPublishedOn)) &&
    Array.isArray(keys) &&
    keys.every((key) => isText(key) && /^[A-Za-z0-9_-]{43}$/u.test(key)) &&
    Array.isArray(entries) &&
    entries.every(isEntry)
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isDay = (value: unknown): value is IsoDate => isText(value) && isIsoDate(value);
const isTrilingual = (value: unknown): value is Trilingual =>
  isRecord(value) && languages.every((language) => isText(value[language]));

function isEntry(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [certificate, status, number] = value as unknown[];
  const isKnown = isText(status) && Object.prototype.hasOwnProperty.call(listStatuses, status);
  return isText(certificate) && isKnown && (number === undefined || isText(number));
}
