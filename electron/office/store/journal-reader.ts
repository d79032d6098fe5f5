/**
 * Reads the journal from its bytes, piece by piece, and tells a tail that was never acknowledged from damage.
 *
 * A command is acknowledged only when its line stands whole on the device, newline and all, and only one line is under
 * way at a time. So what a power cut leaves is behind the last whole line: an unended piece, or a last line in which
 * whole disk sectors never arrived and read as zeros (the file had grown before its bytes came). Everything else that
 * does not hold is damage to what somebody was told is safe, and refuses the journal.
 */
import { createHash, type Hash } from 'node:crypto';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { checkLine, firstPrev, type CheckedLine } from './journal-line.ts';
import { plainLines, type LineCodec } from './line-codec.ts';
import { LineSplitter, newline } from './line-splitter.ts';

/** Where the journal stands: number and sum of its last line. */
export type Head = { seq: number; hash: string };
export const noLines: Head = { seq: 0, hash: firstPrev };

/** All bytes of the journal up to a line: how many, and their SHA-256, which checks them all in one pass. */
export type Mark = Head & { length: number; sum: string };

/** A place behind a whole line, from which the journal can be read or written on. */
export class Place {
  head: Head;
  /** Bytes of whole lines up to here. */
  length: number;
  readonly #whole: Hash;

  constructor(head: Head = noLines, length = 0, whole: Hash = createHash('sha256')) {
    this.head = head;
    this.length = length;
    this.#whole = whole;
  }

  /** Goes behind the next line, of these bytes. */
  pass(head: Head, ...bytes: readonly Uint8Array[]): void {
    this.head = head;
    for (const part of bytes) {
      this.#whole.update(part);
      this.length += part.length;
    }
  }

  mark(): Mark {
    return { ...this.head, length: this.length, sum: this.#whole.copy().digest('hex') };
  }
}

export type ReadJournal = {
  /** Behind the last whole line. */
  place: Place;
  /** What a power cut left behind the last whole line, if anything. */
  torn: Buffer | null;
};

/** Devices write whole sectors of this size or of a multiple of it. */
const sectorBytes = 512;

const lineBreak = Buffer.from([newline]);

export class JournalReader {
  readonly #place: Place;
  readonly #lines: LineCodec;
  readonly #splitter = new LineSplitter();
  /** A last line with zeros in it: nothing but the end of the file may follow. */
  #lost: Buffer | null = null;

  /** Reads from a place onwards, which moves with it; from the beginning, and plain lines, unless told. */
  constructor(place = new Place(), lines = plainLines) {
    this.#place = place;
    this.#lines = lines;
  }

  /**
   * The lines that the next piece of the file completes, checked; a broken one is named by its number. The lines may
   * share the piece's bytes, and are good for as long as those are.
   */
  take(piece: Buffer): Outcome<CheckedLine[]> {
    const lines: CheckedLine[] = [];
    for (const stored of this.#splitter.take(piece)) {
      const { head, length } = this.#place;
      const json = this.#lost ? null : this.#lines.decode(stored, head.seq + 1);
      const checked = json && checkLine(json, head.hash, head.seq + 1);
      if (checked) {
        lines.push({ ...checked, bytes: stored.length + 1 });
        this.#place.pass({ seq: checked.seq, hash: checked.sum }, stored, lineBreak);
      } else if (!this.#lost && hasLostSector(stored, length)) {
        this.#lost = Buffer.concat([stored, lineBreak]);
      } else {
        return refuse('store.chainBroken', { line: head.seq + 1 });
      }
    }
    return done(lines);
  }

  /** After the last piece. */
  end(): ReadJournal {
    const torn = Buffer.concat([this.#lost ?? Buffer.alloc(0), this.#splitter.rest()]);
    return { place: this.#place, torn: torn.length > 0 ? torn : null };
  }
}

/** True when all that a line has in some sector of the file is zeros, which text never is. */
function hasLostSector(line: Buffer, offset: number): boolean {
  for (let start = 0; start < line.length;) {
    const end = Math.min(line.length, start + sectorBytes - ((offset + start) % sectorBytes));
    if (line.subarray(start, end).every((byte) => byte === 0)) return true;
    start = end;
  }
  return false;
}
