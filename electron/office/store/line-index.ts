/**
 * In which lines of the journal an identifier stands. Kept in memory as short sums, four or so a line, so that the
 * history of one record opens the lines that name it and not every encrypted line of the journal.
 */

/** An identifier as a value in a line's JSON, and other words of its shape: lower-case letters, digits and hyphens. */
const idsInJson = /"([a-z0-9][a-z0-9-]{0,63})"(?!:)/gu;

/** Of an identifier; two may share one, so a line found by it is looked at before it counts. 30 bits, FNV-1a. */
function sumOfId(id: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) sum = Math.imul(sum ^ id.charCodeAt(at), 0x01000193);
  return sum >>> 2;
}

/** What is looked for ends in an identifier in quotes: `"id":"abc"`, `"abc"`. */
const idAtEnd = (text: string): string => text.slice(text.lastIndexOf('"', text.length - 2) + 1, -1);

export class LineIndex {
  /** Where each line ends in the file, its newline included. */
  readonly #ends: number[] = [];
  /** Where the sums of each line end among all sums. */
  readonly #sumEnds: number[] = [];
  readonly #sums: number[] = [];

  get lines(): number {
    return this.#ends.length;
  }

  /** Bytes of the lines that are in the index. */
  get length(): number {
    return this.#ends.at(-1) ?? 0;
  }

  /** Takes a line if it is the next one; `bytes`: of the stored line with its newline. */
  take(seq: number, json: Buffer, bytes: number): void {
    if (seq !== this.lines + 1) return;
    const found = new Set<number>();
    // Only ASCII is looked for, and reading bytes as characters is several times faster than reading UTF-8.
    for (const [, id = ''] of json.toString('latin1').matchAll(idsInJson)) found.add(sumOfId(id));
    for (const sum of found) this.#sums.push(sum);
    this.#sumEnds.push(this.#sums.length);
    this.#ends.push(this.length + bytes);
  }

  /** Where the line stands in the file. */
  placeOf(seq: number): { from: number; to: number } {
    return { from: this.#ends[seq - 2] ?? 0, to: this.#ends[seq - 1] ?? 0 };
  }

  /** True where a line may hold one of the texts. */
  mayHold(seq: number, wanted: ReadonlySet<number>): boolean {
    const end = this.#sumEnds[seq - 1] ?? 0;
    for (let at = this.#sumEnds[seq - 2] ?? 0; at < end; at += 1) if (wanted.has(this.#sums[at] ?? -1)) return true;
    return false;
  }
}

/** Sums of the identifiers in which texts end. */
export const sumsOf = (texts: ReadonlySet<string>): Set<number> =>
  new Set([...texts].map((text) => sumOfId(idAtEnd(text))));
