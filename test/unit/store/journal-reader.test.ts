import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalReader, noLines, type Head, type Mark } from '../../../electron/office/store/journal-reader.ts';
import { encodeLine, type CheckedLine } from '../../../electron/office/store/journal-line.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';

type Found = { refusal: Refusal } | { lines: CheckedLine[]; mark: Mark; torn: Buffer | null };

function readPieces(pieces: readonly Buffer[]): Found {
  const reader = new JournalReader();
  const lines: CheckedLine[] = [];
  for (const piece of pieces) {
    const taken = reader.take(piece);
    if (!taken.ok) return { refusal: taken.refusal };
    lines.push(...taken.value);
  }
  const { place, torn } = reader.end();
  return { lines, mark: place.mark(), torn };
}
const read = (bytes: Buffer): Found => readPieces([bytes]);

/** A journal of so many lines, each with a text of its own. */
function journalOf(texts: readonly string[]): { lines: Buffer[]; heads: Head[]; bytes: Buffer } {
  const lines: Buffer[] = [];
  const heads = [noLines];
  for (const text of texts) {
    const { hash, seq } = heads.at(-1) ?? noLines;
    const fields = { schema: 1, at: '2025-11-30T08:00:00.000Z', who: 'A', command: 'c' };
    const { bytes, sum } = encodeLine({ ...fields, eventsJson: JSON.stringify([text]) }, hash, seq + 1);
    lines.push(bytes);
    heads.push({ seq: seq + 1, hash: sum });
  }
  return { lines, heads, bytes: Buffer.concat(lines) };
}

const small = journalOf(['бир', 'эки', 'үч']);
const withoutLast = small.bytes.length - (small.lines[2]?.length ?? 0);
const broken = (line: number): Found => ({ refusal: { code: 'store.chainBroken', params: { line } } });
const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const tornBehind = (line: number, torn: Buffer) =>
  expect.objectContaining({ mark: expect.objectContaining(small.heads[line]) as unknown, torn }) as unknown;

describe('a whole journal', () => {
  it('an empty one stands before the first line', () => {
    expect(read(Buffer.alloc(0))).toMatchObject({ lines: [], mark: { ...noLines, length: 0 }, torn: null });
  });

  it('reads the same however its bytes are cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.array(fc.nat(2_000)), (texts, cuts) => {
        const { bytes, heads } = journalOf(texts);
        const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        const found = readPieces(pieces);
        expect(found).toEqual(read(bytes));
        const mark = { ...heads.at(-1), length: bytes.length, sum: sumOf(bytes) };
        expect(found).toMatchObject({ mark, torn: null });
      }),
    );
  });
});

describe('what a power cut leaves', () => {
  it('a last line cut at any byte is a torn tail, and the lines before it stand', () => {
    for (let end = withoutLast + 1; end < small.bytes.length; end += 1) {
      expect(read(small.bytes.subarray(0, end))).toEqual(tornBehind(2, small.bytes.subarray(withoutLast, end)));
    }
  });

  it('a tail of zeros is torn, with or without a beginning of a line', () => {
    for (const beginning of [Buffer.alloc(0), Buffer.from('{"prev":"')]) {
      const tail = Buffer.concat([beginning, Buffer.alloc(4096)]);
      expect(read(Buffer.concat([small.bytes, tail]))).toEqual(tornBehind(3, tail));
    }
  });

  it('a last line that lost any of its disk sectors is torn, even when its end arrived', () => {
    const { bytes, lines, heads } = journalOf(['а', 'б', 'в'.repeat(1_500)]);
    const start = bytes.length - (lines[2]?.length ?? 0);
    for (let sector = Math.floor(start / 512); sector * 512 < bytes.length; sector += 1) {
      const lost = Buffer.from(bytes).fill(
        0,
        Math.max(start, sector * 512),
        Math.min(bytes.length, (sector + 1) * 512),
      );
      expect(read(lost)).toMatchObject({ mark: { length: start, ...heads[2] }, torn: lost.subarray(start) });
    }
  });
});

describe('what is damage', () => {
  it('any one bit changed anywhere refuses the journal, or leaves only the last line unended', () => {
    for (let bit = 0; bit < small.bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(small.bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const inLastNewline = bit >> 3 === small.bytes.length - 1;
      const line = small.lines.findIndex(
        (_, index) => bit >> 3 < Buffer.concat(small.lines.slice(0, index + 1)).length,
      );
      expect(read(flipped), `bit ${String(bit)}`).toEqual(
        inLastNewline ? tornBehind(2, flipped.subarray(withoutLast)) : broken(line + 1),
      );
    }
  });

  it('a sector of zeros in any line but the last refuses the journal', () => {
    const { bytes } = journalOf(['а'.repeat(1_000), 'б']);
    expect(read(Buffer.from(bytes).fill(0, 512, 1024))).toEqual(broken(1));
  });

  it('a line left out, put twice or moved refuses the journal', () => {
    const [first, second, third] = small.lines as [Buffer, Buffer, Buffer];
    expect(read(Buffer.concat([first, third]))).toEqual(broken(2));
    expect(read(Buffer.concat([second, third]))).toEqual(broken(1));
    expect(read(Buffer.concat([first, second, second, third]))).toEqual(broken(3));
    expect(read(Buffer.concat([first, third, second]))).toEqual(broken(2));
  });

  it('an empty line, or lines of something else, refuse the journal', () => {
    expect(read(Buffer.concat([small.bytes, Buffer.from('\n')]))).toEqual(broken(4));
    expect(read(Buffer.from('name;country\nA;KGZ\n'))).toEqual(broken(1));
  });
});
