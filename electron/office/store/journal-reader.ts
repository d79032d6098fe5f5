/**
 * Reads the journal from its bytes, piece by piece, and tells a tail that was never acknowledged from damage.
 *
 * A command is acknowledged only when its line stands whole on the device, newline and all, and only one line is under
 * way at a time. So what a power cut leaves is behind the last whole line: an unended piece, or a last line in which
 * whole disk sectors never arrived and read as zeros (the file had grown before its bytes came). Everything else that
 * does not hold is damage to what somebody was told is safe, and refuses the journal.
 */
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';
import { checkLine, firstPrev, newline, type CheckedLine } from './journal-line.ts';

/** Where the journal stands: number and sum of its last line. */
export type Head = { seq: number; hash: string };
export const noLines: Head = { seq: 0, hash: firstPrev };

export type ReadJournal = {
  /** Bytes up to the end of the last whole line. */
  length: number;
  head: Head;
  /** What a power cut left behind the last whole line, if anything. */
  torn: Buffer | null;
};

/** Devices write whole sectors of this size or of a multiple of it. */
const sectorBytes = 512;

export class JournalReader {
  #head = noLines;
  #length = 0;
  /** The beginning of a line whose end is not read yet. */
  #unended: Buffer[] = [];
  /** The unended bytes begin with a line that ended in zeros: nothing but the end of the file may follow. */
  #mustEnd = false;

  /** The lines that the next piece of the file completes, checked; a broken one is named by its number. */
  take(piece: Buffer): Outcome<CheckedLine[]> {
    const lines: CheckedLine[] = [];
    let start = 0;
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, start)) {
      if (this.#mustEnd) return this.#broken();
      const json = this.#endLine(piece.subarray(start, end));
      const checked = checkLine(json, this.#head.hash, this.#head.seq + 1);
      if (checked) {
        lines.push(checked);
        this.#head = { seq: checked.seq, hash: checked.sum };
        this.#length += json.length + 1;
      } else if (hasLostSector(json, this.#length)) {
        this.#mustEnd = true;
        this.#unended = [json, piece.subarray(end, end + 1)];
      } else {
        return this.#broken();
      }
      start = end + 1;
    }
    if (start < piece.length) this.#unended.push(piece.subarray(start));
    return done(lines);
  }

  /** After the last piece. */
  end(): ReadJournal {
    const torn = Buffer.concat(this.#unended);
    return { length: this.#length, head: this.#head, torn: torn.length > 0 ? torn : null };
  }

  #endLine(rest: Buffer): Buffer {
    if (this.#unended.length === 0) return rest;
    const whole = Buffer.concat([...this.#unended, rest]);
    this.#unended = [];
    return whole;
  }

  #broken() {
    return refuse('store.chainBroken', { line: this.#head.seq + 1 });
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
