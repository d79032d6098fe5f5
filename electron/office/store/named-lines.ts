/**
 * The lines of the journal that name a record. The first time, every line is opened once to see what it names; after
 * that only those that may name what is asked for, and what was written since, are read from the device.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { done, refuse, type Outcome, type Refused } from '#shared/domain/base/refusals.ts';
import { LineIndex, sumsOf } from './line-index.ts';
import { LineSplitter } from './line-splitter.ts';
import { unreadable } from './opening.ts';
import type { Files } from '../device/files.ts';
import type { JournalLine } from './journal-line.ts';
import type { LineCodec } from './line-codec.ts';

export type NamedLines<E> = {
  /** Whoever reads the journal from its beginning lets the index see the lines. */
  index: LineIndex;
  lines(texts: ReadonlySet<string>): AsyncGenerator<Outcome<JournalLine<E>>>;
  /** The line of a number; null when there is none. */
  line(seq: number): Promise<Outcome<JournalLine<E> | null>>;
};

export type NamedLinesOptions<E> = {
  path: string;
  files: Files;
  codec: LineCodec;
  /** Bytes of acknowledged lines now. */
  length: () => number;
  /** One line by itself, checked by its own sum. */
  readLine: (json: Buffer, seq: number) => Outcome<JournalLine<E>>;
};

/** Bytes that are read at once: lines that are this near to each other. */
const span = 64 * 1024;
/** Lines that are looked through before anything else gets its turn. */
const perTurn = 50_000;

export function namedLines<E>({ path, files, codec, length, readLine }: NamedLinesOptions<E>): NamedLines<E> {
  const index = new LineIndex();
  let catching: Promise<Refused | null> | null = null;

  /** Answers the refusal of the first line that does not open; those before it are in the index. */
  async function catchUp(): Promise<Refused | null> {
    const splitter = new LineSplitter();
    const acknowledged = length();
    let seq = index.lines;
    for await (const piece of files.pieces(path, index.length, acknowledged)) {
      for (const stored of splitter.take(piece)) {
        seq += 1;
        const json = codec.decode(stored, seq);
        if (!json) return refuse('store.chainBroken', { line: seq });
        index.take(seq, json, stored.length + 1);
      }
    }
    // Somebody has cut the file: what is missing will not come, however often it is looked for.
    return index.length < acknowledged ? refuse('store.chainBroken', { line: index.lines + 1 }) : null;
  }

  async function caughtUp(): Promise<Refused | null> {
    let broken: Refused | null = null;
    while (!broken && index.length < length()) {
      catching ??= catchUp().finally(() => (catching = null));
      broken = await catching;
    }
    return broken;
  }

  async function read(from: number, to: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of files.pieces(path, from, to)) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  }

  /** Null for a line that does not open; `from`: where the bytes begin in the file. */
  function opened(bytes: Buffer, from: number, seq: number): Buffer | null {
    const place = index.placeOf(seq);
    return codec.decode(bytes.subarray(place.from - from, place.to - from - 1), seq);
  }

  async function* named(texts: ReadonlySet<string>): AsyncGenerator<Outcome<JournalLine<E>>> {
    let wanted = sumsOf(texts);
    let known = texts.size;
    const mayHold = (seq: number): boolean => {
      if (texts.size !== known) [wanted, known] = [sumsOf(texts), texts.size];
      return index.mayHold(seq, wanted);
    };
    const last = index.lines;
    for (let seq = 1; seq <= last; seq += 1) {
      if (seq % perTurn === 0) await nextTurn();
      if (!mayHold(seq)) continue;
      const { from } = index.placeOf(seq);
      let until = seq;
      while (until < last && index.placeOf(until + 1).to - from <= span) until += 1;
      const bytes = await read(from, index.placeOf(until).to);
      for (; seq <= until; seq += 1) {
        if (!mayHold(seq)) continue;
        const json = opened(bytes, from, seq);
        if (!json) {
          yield refuse('store.chainBroken', { line: seq });
          return;
        }
        if (![...texts].some((text) => json.includes(text))) continue;
        const line = readLine(json, seq);
        yield line;
        if (!line.ok) return;
      }
      seq = until;
    }
  }

  return {
    index,
    async *lines(texts) {
      try {
        const broken = await caughtUp();
        yield* named(texts);
        if (broken) yield broken;
      } catch (error) {
        yield unreadable(error);
      }
    },
    async line(seq) {
      try {
        const broken = await caughtUp();
        if (seq > index.lines) return broken ?? done(null);
        const { from, to } = index.placeOf(seq);
        const json = opened(await read(from, to), from, seq);
        return json ? readLine(json, seq) : refuse('store.chainBroken', { line: seq });
      } catch (error) {
        return unreadable(error);
      }
    },
  };
}
