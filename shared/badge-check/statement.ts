/**
 * What a badge's code says, signed by the office: in the symbol's own alphabet, so that it stays small, and of letters and
 * digits only, so that a scanner that types under any keyboard is read back.
 *
 *     KGO2 <base32 of the body and its signature>
 *
 *     body: flags 1 · key id 4 · election 8 · certificate 8 · number · valid from 3 · valid until 3 · name · body
 *     signature: Ed25519 over `KGO2` and the body, 64 bytes
 *
 * A text is its length in bytes (1) and its UTF-8. A day is the count of days since 31 December 1899, three bytes, the
 * highest first; 0 is no day. Events and certificates are told by the first eight bytes of SHA-256 of their identifiers.
 * Base32 is Crockford's: no I, L, O and U; read as it is typed, small letters, O for 0, I and L for 1.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { base32crockford } from '@scure/base';
import { isIsoDate } from '../domain/base/iso-date.ts';
import type { Id, IsoDate } from '../domain/base/primitives.ts';
import type { KeyId } from '../domain/records/signing-key.ts';
import { fromCyrillicKeys } from '../text/keyboard.ts';

/** Begins every code of this kind, and what is signed: no other signature of the office's is made over such a text. */
export const codePrefix = 'KGO2';

export type Statement = {
  keyId: KeyId;
  /** `referenceOf` the election's and the certificate's identifiers. */
  election: string;
  certificate: string;
  number: string;
  validFrom: IsoDate;
  /** Null: until the official publication of the results. */
  validUntil: IsoDate | null;
  /** In Latin letters, as printed, or shortened so that the symbol stays readable. */
  name: string;
  nameShortened: boolean;
  organisation: string;
  organisationShortened: boolean;
};

export type SignedStatement = { statement: Statement; signed: Uint8Array; signature: Uint8Array };

const signatureBytes = 64;
const referenceBytes = 8;
const flag = { name: 1, organisation: 2 } as const;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string): number[] => (text.match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16));

/** How a statement names a record: 16 hexadecimal digits that tell nothing of it to who does not know it. */
export const referenceOf = (id: Id): string => toHex(sha256(utf8(id)).subarray(0, referenceBytes));

const dayZero = Date.UTC(1899, 11, 31);
const dayLength = 86_400_000;

function dayBytes(day: IsoDate | null): number[] {
  const count = day === null ? 0 : Math.round((Date.parse(`${day}T00:00:00Z`) - dayZero) / dayLength);
  return [count >> 16, (count >> 8) & 0xff, count & 0xff];
}

function textBytes(text: string): number[] {
  const bytes = utf8(text);
  if (bytes.length > 255) throw new Error('a text of a badge’s code is longer than 255 bytes');
  return [bytes.length, ...bytes];
}

/** The bytes that are signed: the mark and the body. */
export function signedBytes(statement: Statement): Uint8Array {
  const { keyId, election, certificate, number, validFrom, validUntil, name, organisation } = statement;
  const flags = (statement.nameShortened ? flag.name : 0) | (statement.organisationShortened ? flag.organisation : 0);
  return Uint8Array.from([
    ...utf8(codePrefix),
    ...[flags, ...fromHex(keyId), ...fromHex(election), ...fromHex(certificate), ...textBytes(number)],
    ...[...dayBytes(validFrom), ...dayBytes(validUntil), ...textBytes(name), ...textBytes(organisation)],
  ]);
}

/** The code as the symbol holds it. */
export const codeOf = (signed: Uint8Array, signature: Uint8Array): string =>
  codePrefix + base32crockford.encode(Uint8Array.from([...signed.subarray(codePrefix.length), ...signature]));

/**
 * What was scanned or typed, without blanks, in capitals and Latin letters; null when it is not a code of this kind.
 * Cyrillic letters are taken for the keys they are on.
 */
export function readCode(text: string): string | null {
  const latin = /[\u0400-\u04ff]/u.test(text) ? fromCyrillicKeys(text) : text;
  const tight = latin.replaceAll(/[\s-]/gu, '').toUpperCase();
  return /^KG[O0]2[0-9A-Z]+$/u.test(tight) ? codePrefix + tight.slice(codePrefix.length) : null;
}

/** What is typed begins as the codes of badges do, signed or short: `KGO2`, `KG-OBS`. */
export const beginsCode = (text: string): boolean => /^\s*KG[O0-]/iu.test(fromCyrillicKeys(text));

/** The parts of a code, not yet checked; null for what is cut, longer than it says, or otherwise no whole statement. */
export function decodeCode(text: string): SignedStatement | null {
  const code = readCode(text);
  if (code === null) return null;
  let bytes: Uint8Array;
  try {
    bytes = base32crockford.decode(code.slice(codePrefix.length).replaceAll('O', '0').replaceAll(/[IL]/gu, '1'));
  } catch {
    return null;
  }
  if (bytes.length <= signatureBytes) return null;
  const body = bytes.subarray(0, bytes.length - signatureBytes);
  const statement = readBody(body);
  return (
    statement && {
      statement,
      signed: Uint8Array.from([...utf8(codePrefix), ...body]),
      signature: bytes.subarray(bytes.length - signatureBytes),
    }
  );
}

function readBody(bytes: Uint8Array): Statement | null {
  let at = 0;
  const take = (count: number): Uint8Array => {
    if (at + count > bytes.length) throw new RangeError('cut');
    at += count;
    return bytes.subarray(at - count, at);
  };
  const byte = (): number => take(1)[0] ?? 0;
  const text = (): string => new TextDecoder('utf-8', { fatal: true }).decode(take(byte()));
  const day = (): IsoDate | null => {
    const [high = 0, middle = 0, low = 0] = take(3);
    const count = (high << 16) | (middle << 8) | low;
    if (count === 0) return null;
    const read = new Date(dayZero + count * dayLength).toISOString().slice(0, 10);
    if (!isIsoDate(read)) throw new RangeError('day');
    return read;
  };
  try {
    const flags = byte();
    if (flags > (flag.name | flag.organisation)) return null;
    const statement = {
      keyId: toHex(take(4)),
      election: toHex(take(referenceBytes)),
      certificate: toHex(take(referenceBytes)),
      number: text(),
      validFrom: day(),
      validUntil: day(),
      name: text(),
      nameShortened: (flags & flag.name) !== 0,
      organisation: text(),
      organisationShortened: (flags & flag.organisation) !== 0,
    };
    const { validFrom } = statement;
    return at === bytes.length && validFrom !== null ? { ...statement, validFrom } : null;
  } catch {
    return null;
  }
}
