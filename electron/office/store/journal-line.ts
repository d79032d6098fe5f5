/**
 * One line of the journal: one accepted command, its facts, and the checksum that makes any change of it visible.
 *
 *     {"prev":"<sum of the line before>","seq":7,"schema":1,…,"events":[…],"sum":"<sum of this line>"}
 *
 * Each line names the sum of the one before, so a line left out, put in or moved breaks the chain; and each carries its
 * own, so that the last line, for which no later one vouches, vouches for itself.
 */
import { readChecksum, checksumText, sumLength, sumOf } from './checksum.ts';

export type JournalLine<E> = {
  /** Sum of the line before; 64 zeros for the first. */
  prev: string;
  /** Counts accepted commands from 1, with no gap. */
  seq: number;
  /** Version of the shape of the events. */
  schema: number;
  /** When, ISO 8601 in UTC. */
  at: string;
  /** The operator. */
  who: string;
  /** Name of the command. */
  command: string;
  /** The reason the operator gave, where the command asks for one. */
  why?: string;
  events: E[];
};

/** A line before it is chained and encrypted; its events already as JSON text. */
export type NewLine = Omit<JournalLine<unknown>, 'prev' | 'seq' | 'events'> & { eventsJson: string };

export const firstPrev = '0'.repeat(sumLength);
const prefix = '{"prev":"';
const seqMark = '","seq":';

/** The bytes of a line, its newline included, and its sum. */
export function encodeLine(
  { eventsJson, schema, at, who, command, why }: NewLine,
  prev: string,
  seq: number,
): { bytes: Buffer; sum: string } {
  const fields = JSON.stringify({ prev, seq, schema, at, who, command, ...(why === undefined ? {} : { why }) });
  const body = Buffer.from(`${fields.slice(0, -1)},"events":${eventsJson}`, 'utf8');
  const sum = sumOf(body);
  return { bytes: Buffer.concat([body, Buffer.from(`${checksumText(sum)}\n`, 'latin1')]), sum };
}

/** `json` is the whole line without its newline; `bytes`, how many it has as it is stored, newline and all. */
export type CheckedLine = { seq: number; sum: string; json: Buffer; bytes: number };

/**
 * Checks a line (without its newline) against the sum and number of the one before, from its bytes alone; null when
 * anything is not as it was written.
 */
export function checkLine(json: Buffer, prev: string, seq: number): Omit<CheckedLine, 'bytes'> | null {
  const checksum = readChecksum(json);
  if (!checksum) return null;
  const start = `${prefix}${prev}${seqMark}${String(seq)},`;
  if (json.toString('latin1', 0, start.length) !== start || sumOf(checksum.body) !== checksum.sum) return null;
  return { seq, sum: checksum.sum, json };
}
