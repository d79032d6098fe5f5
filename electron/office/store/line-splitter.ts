/** Cuts a file that comes in pieces into its lines. */
export const newline = 0x0a;

export class LineSplitter {
  /** The beginning of a line whose end has not come yet; copied, for a piece's bytes do not last. */
  #unended: Buffer[] = [];

  /** The lines, without their newline, that end in the next piece; good for as long as the piece's bytes are. */
  take(piece: Buffer): Buffer[] {
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, start)) {
      lines.push(this.#complete(piece.subarray(start, end)));
      start = end + 1;
    }
    if (start < piece.length) this.#unended.push(Buffer.from(piece.subarray(start)));
    return lines;
  }

  /** What came behind the last newline. */
  rest(): Buffer {
    return Buffer.concat(this.#unended);
  }

  #complete(end: Buffer): Buffer {
    if (this.#unended.length === 0) return end;
    const line = Buffer.concat([...this.#unended, end]);
    this.#unended = [];
    return line;
  }
}
