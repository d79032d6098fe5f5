/**
 * One line of the journal: one accepted command, its facts, and the seal that makes any change of it visible.
 *
 *     {"prev":"<seal of the line before>","seq":7,"schema":1,…,"events":[…]}\t<seal>\n
 *
 * The seal is the SHA-256, in hexadecimal, of the JSON bytes before the tab; the JSON names the seal of the line
 * before. So a bit flipped anywhere breaks its own line's seal, a line left out or put in breaks the chain, and the
 * last line, which no other vouches for, vouches for itself. Reading need not parse a line to check it.
 */
import { createHash } from 'node:crypto';

export type JournalLine<E> = {
  /** Seal of the line before; 64 zeros for the first. */
  prev: string;
  /** Counts accepted commands from 1. */
  seq: number;
  schema: number;
  /** When, UTC. */
  at: string;
  who: string;
  command: string;
  why?: string;
  events: E[];
};

export const firstPrev = '0'.repeat(64);
export const tab = 0x09;
export const newline = 0x0a;
const sealLength = 64;
const prefix = Buffer.from('{"prev":"');
const seqMark = Buffer.from('","seq":');

/** The bytes of a line, its newline included, and its seal. */
export function encodeLine(line: JournalLine<unknown>): { bytes: Buffer; seal: string } {
  const { prev, seq, ...rest } = line;
  const json = Buffer.from(JSON.stringify({ prev, seq, ...rest }), 'utf8');
  const seal = sealOf(json);
  return { bytes: Buffer.concat([json, Buffer.from(`\t${seal}\n`, 'latin1')]), seal };
}

const sealOf = (json: Uint8Array): string => createHash('sha256').update(json).digest('hex');

export type CheckedLine = { seq: number; seal: string; json: Buffer };

/**
 * Checks a line (without its newline) against the seal and number of the one before, from its bytes alone; null when
 * anything is not as it was written.
 */
export function checkLine(line: Buffer, prev: string, seq: number): CheckedLine | null {
  const end = line.length - sealLength - 1;
  if (end < prefix.length + sealLength || line[end] !== tab) return null;
  const json = line.subarray(0, end);
  const seal = line.toString('latin1', end + 1);
  if (sealOf(json) !== seal) return null;
  const prevAt = prefix.length;
  if (!json.subarray(0, prevAt).equals(prefix)) return null;
  if (json.toString('latin1', prevAt, prevAt + sealLength) !== prev) return null;
  const seqAt = prevAt + sealLength + seqMark.length;
  if (!json.subarray(prevAt + sealLength, seqAt).equals(seqMark)) return null;
  const expected = `${String(seq)},`;
  return json.toString('latin1', seqAt, seqAt + expected.length) === expected ? { seq, seal, json } : null;
}
