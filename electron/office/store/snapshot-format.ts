/**
 * What is inside a snapshot: one JSON object, with some records of one collection on each line, so that it is written
 * and parsed in many short turns; it ends with the mark of the journal's line it stands behind and the sum of all of it:
 *
 *     {"state":[
 *     ["bodies",[{…},{…}]],
 *     ["applications",[{…},{…},{…}]]
 *     ],"schema":1,"journal":{"seq":7,"hash":"<sum of line 7>",…},"sum":"…"}
 */
import { createHash } from 'node:crypto';
import { LineSplitter } from './line-splitter.ts';
import { readChecksum } from './checksum.ts';
import type { Mark } from './journal-reader.ts';

/** The records of a state by the name of their collection. */
export type Collections = Record<string, unknown[]>;

/** About so many characters of records are on one line: small enough to be parsed fast, and thrown away young. */
const lineLength = 32 * 1024;
const firstLine = '{"state":[';
const lastLineStart = ']'.charCodeAt(0);
const comma = ','.charCodeAt(0);

export type LastLine = { schema: number; journal: Mark };

/** The snapshot as text, but for its checksum. */
export function* snapshotText(
  records: Iterable<readonly [collection: string, record: unknown]>,
  lastLine: LastLine,
): Generator<string> {
  let name: string | null = null;
  let line: string[] = [];
  let length = 0;
  let separator = '';
  const ended = (): string => {
    const text = `${separator}\n[${JSON.stringify(name)},[${line.join(',')}]]`;
    [line, length, separator] = [[], 0, ','];
    return text;
  };
  yield firstLine;
  for (const [collection, record] of records) {
    if (line.length > 0 && (collection !== name || length >= lineLength)) yield ended();
    name = collection;
    const text = JSON.stringify(record);
    line.push(text);
    length += text.length;
  }
  if (line.length > 0) yield ended();
  yield `\n],${JSON.stringify(lastLine).slice(1, -1)}`;
}

/** Parses line by line as the bytes come, and tells at the end whether they are the ones that were written. */
export class SnapshotReader {
  readonly #splitter = new LineSplitter();
  readonly #hash = createHash('sha256');
  readonly #collections: Collections = {};
  #started = false;
  #ended: LastLine | null = null;

  /** Throws for what does not parse. */
  take(piece: Buffer): void {
    for (const line of this.#splitter.take(piece)) {
      if (this.#ended) throw new SyntaxError('something follows the last line');
      if (line[0] === lastLineStart) this.#ended = this.#endWith(line);
      else {
        if (this.#started) this.#takeRecords(line);
        else if (line.toString('latin1') !== firstLine) throw new SyntaxError('not a snapshot');
        this.#started = true;
        this.#hash.update(line).update('\n');
      }
    }
  }

  /** Null for what is not whole, or not as it was written. */
  end(): (LastLine & { collections: Collections }) | null {
    return this.#ended && this.#splitter.rest().length === 0
      ? { ...this.#ended, collections: this.#collections }
      : null;
  }

  #takeRecords(line: Buffer): void {
    const end = line.at(-1) === comma ? line.length - 1 : line.length;
    const [name, records] = JSON.parse(line.toString('utf8', 0, end)) as [string, unknown[]];
    const collection = (this.#collections[name] ??= []);
    for (const record of records) collection.push(record);
  }

  #endWith(line: Buffer): LastLine {
    const checksum = readChecksum(line);
    const sum = checksum && this.#hash.update(checksum.body).digest('hex');
    if (sum === null || sum !== checksum?.sum) throw new SyntaxError('the sum is another');
    return JSON.parse(`{${line.toString('utf8', 2)}`) as LastLine;
  }
}
