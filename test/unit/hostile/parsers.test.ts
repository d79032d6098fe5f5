/** Everything that reads what comes from outside, with hostile input, in a thread with bounds of time and memory. */
import { describe, expect, it } from 'vitest';
import { parse as parseCsv } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { fromBuffer } from 'yauzl';
import { writeCsv, writeXlsx } from '../../../electron/office/lists/write-table.ts';
import { inBounds } from '../../support/bounded.ts';
import { cases, testSeed } from '../../support/effort.ts';
import { parsers } from '../../support/hostile-parsers.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';

console.info(`hostile input by seed ${String(testSeed)}`);
/** What a parser that hangs never keeps; a machine at work with other things takes a part of it. */
const bounds = { seconds: 100, megabytes: 512 };

describe('a parser of what comes from outside neither throws, nor hangs, nor eats the memory', () => {
  it.each(Object.keys(parsers))('%s', (name) => inBounds(name, bounds));

  it('and one that hangs would be found', async () => {
    await expect(inBounds('nothing of the kind', bounds)).rejects.toThrow('no such parser');
  });
});

const cell = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 40 }));
const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

describe('a table that goes out', () => {
  it('as CSV has no cell that a spreadsheet program would run, and nothing of a cell gets into another', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const csv = new TextDecoder().decode(writeCsv({ sheet: 'x', header: ['a', 'b'], rows }));
        const read: string[][] = parseCsv(csv, { delimiter: ';', relax_column_count: true, record_delimiter: '\r\n' });
        expect(read).toHaveLength(rows.length + 1);
        for (const row of read) {
          expect(row).toHaveLength(2);
          for (const one of row) expect(one).not.toMatch(formula);
        }
      }),
      {
        ...cases(150, 1_000),
        examples: hostileTexts.map((text) => [[[text, text]]] as [[string, string][]]),
      },
    );
  });

  it('as a workbook has text in every cell and no formula', async () => {
    const rows = hostileTexts.map((text) => [text, text]);
    const bytes = Buffer.from(await writeXlsx({ sheet: '[x]:*?/\\', header: ['=1', '+1'], rows }));
    const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toMatch(/<f[\s>]/u);
    const kinds = [...sheet.matchAll(/<c\b[^>]*\bt="(\w+)"/gu)].map(([, kind]) => kind);
    expect(new Set(kinds).isSubsetOf(new Set(['s', 'inlineStr']))).toBe(true);
    expect(kinds.length).toBeGreaterThan(100);
  });
});

function partOf(bytes: Buffer, name: string): Promise<string> {
  return new Promise((settle, fail) => {
    fromBuffer(bytes, (error, zip) => {
      if (error) {
        fail(error);
        return;
      }
      zip.on('entry', (entry: { fileName: string }) => {
        if (entry.fileName !== name) return;
        zip.openReadStream(entry as never, (wrong, stream) => {
          if (wrong) {
            fail(wrong);
            return;
          }
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            settle(Buffer.concat(pieces).toString('utf8'));
          });
        });
      });
    });
  });
}
