/** Every parser of what comes from outside, each with random, nearly right and hand-made bytes: none may throw or hang. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { ZipFile } from 'yazl';
import { readCorrections, correctionsFile } from '../../electron/office/exchange/wordings-file.ts';
import { designFile, readDesignFile } from '../../electron/office/exchange/design-file.ts';
import { readCountry, readChoice, readDate } from '../../electron/office/exchange/import-values.ts';
import { readSpreadsheet } from '../../electron/office/exchange/read-spreadsheet.ts';
import { writeCsv, writeXlsx } from '../../electron/office/lists/write-table.ts';
import { guessColumns } from '../../electron/office/exchange/import-columns.ts';
import { readHead } from '../../electron/office/backup/backup-format.ts';
import { checkEmblem } from '../../electron/office/store/emblems.ts';
import { nodeFiles } from '../../electron/office/device/device.ts';
import { JournalReader } from '../../electron/office/store/journal-reader.ts';
import { checkPicture } from '../../electron/office/store/photos.ts';
import { SnapshotReader } from '../../electron/office/store/snapshot-format.ts';
import { readAddress } from '../../electron/shell/addresses.ts';
import { readRecoveryCode } from '../../electron/office/access/recovery-code.ts';
import { decodeCode } from '#shared/badge-check/statement.ts';
import { readQrText } from '#shared/domain/records/certificate.ts';
import { defaultDesign } from '#shared/domain/design/default.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { photoMatcher } from '#shared/domain/rules/photo-matching.ts';
import { parseTypedDate } from '#shared/text/dates.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { orderOfHeader, takeApart } from '#shared/text/full-name.ts';
import { findLookalikes, fixLookalikes } from '#shared/text/letters.ts';
import { mrzIn } from '#shared/text/mrz-text.ts';
import { parseMrz } from '#shared/text/mrz.ts';
import { isOneSlipOff, nameSound } from '#shared/text/name-likeness.ts';
import { sortKey } from '#shared/text/sort.ts';
import { suggestKyrgyz, suggestRussian } from '#shared/text/transliterate.ts';
import { jpegOf, pngOf } from '../unit/store/pictures.ts';
import { runs } from './effort.ts';
import { hostileTexts } from './hostile-texts.ts';

const today = '2026-11-10';
const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...hostileTexts), { maxLength: 5 }).map((texts) => texts.join('')),
);
const anyBytes = fc.uint8Array({ maxLength: 2_000 });

/** A file with some of its bytes changed, cut out or put in. */
const spoilt = (bytes: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .array(fc.record({ at: fc.nat(bytes.length), length: fc.nat(8), by: fc.uint8Array({ maxLength: 8 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) =>
      changes.reduce<Uint8Array<ArrayBuffer>>(
        (now, { at, length, by }) => Uint8Array.from([...now.subarray(0, at), ...by, ...now.subarray(at + length)]),
        Uint8Array.from(bytes),
      ),
    );

/** JSON with one of its values replaced by another, anywhere in it. */
function spoiltJson(json: unknown): fc.Arbitrary<unknown> {
  const places: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    places.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], [...path, key]);
  };
  walk(json, []);
  const value = fc.oneof(fc.jsonValue(), anyText, fc.constantFrom(null, -1, 1e308, [], {}, '', true));
  return fc.tuple(fc.constantFrom(...places), value).map(([path, by]) => replaced(json, path, by));
}
function replaced(json: unknown, [key, ...rest]: (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: unknown = Array.isArray(json) ? [...(json as unknown[])] : { ...(json as object) };
  (copy as Record<string | number, unknown>)[key] = replaced((json as Record<string | number, unknown>)[key], rest, by);
  return copy;
}

const encode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'utf8'));
const long = 1_000_000;

/** Sound with nothing thrown, for each text of a million signs as well as for random ones. */
const texts =
  (read: (text: string) => unknown, more: readonly string[] = []) =>
  (seed: number): void => {
    for (const text of [...hostileTexts, ...more]) read(text);
    fc.assert(
      fc.property(anyText, (text) => void read(text)),
      { seed, numRuns: runs(150, 2_000) },
    );
  };
const bytes =
  (
    read: (given: Uint8Array<ArrayBuffer>) => unknown,
    right: readonly Uint8Array[],
    more: readonly Uint8Array<ArrayBuffer>[] = [],
  ) =>
  (seed: number): void => {
    for (const given of more) read(given);
    const given = fc.oneof(
      anyBytes.map((one) => Uint8Array.from(one)),
      ...right.map((one) => spoilt(one)),
    );
    fc.assert(
      fc.property(given, (one) => void read(one)),
      { seed, numRuns: runs(150, 2_000) },
    );
  };

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9v9z"/></svg>';
const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
const journal = '{"prev":"0","seq":1,"schema":1,"at":"","who":"","command":"","events":[],"sum":"0"}\n';

/** A workbook of these parts, zipped. */
function workbookOf(parts: Record<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const usual = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="x" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': '<worksheet/>',
  };
  return new Promise((settle) => {
    const file = new ZipFile();
    const pieces: Buffer[] = [];
    file.outputStream
      .on('data', (piece: Buffer) => pieces.push(piece))
      .on('end', () => {
        settle(Uint8Array.from(Buffer.concat(pieces)));
      });
    for (const [name, content] of Object.entries({ ...usual, ...parts })) file.addBuffer(Buffer.from(content), name);
    file.end();
  });
}

async function spreadsheets(seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    const table = {
      sheet: 'Тизме',
      header: ['Surname', 'Given names'],
      rows: hostileTexts.map((text) => [text.slice(0, 500), 'x']),
    };
    const clean = { ...table, rows: [['Oakthorpe', 'Ann']] };
    const right = {
      'list.xlsx': Uint8Array.from(await writeXlsx(clean)),
      'list.csv': Uint8Array.from(writeCsv(table)),
    };
    const read = async (name: string, given: Uint8Array) => {
      await writeFile(join(folder, name), given);
      const outcome = await readSpreadsheet(join(folder, name));
      if (!outcome.ok && !outcome.refusal.code.startsWith('import.')) throw new Error(outcome.refusal.code);
    };
    for (const given of [
      '"'.repeat(long),
      `"${'a\n'.repeat(200_000)}`,
      ';'.repeat(long),
      '\n'.repeat(long),
      '\ufeff',
      `a${'\t'.repeat(5_000)}\n`.repeat(100),
    ]) {
      await read('long.csv', encode(given));
    }
    for (const sheet of ['<row '.repeat(600_000), ' '.repeat(20_000_000), '<c r="A'.repeat(400_000)]) {
      await read('tags.xlsx', await workbookOf({ 'xl/worksheets/sheet1.xml': sheet }));
    }
    for (const part of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']) {
      await read('parts.xlsx', await workbookOf({ [part]: '<sheet <Relationship '.repeat(150_000) }));
    }
    for (const [name, whole] of Object.entries(right)) {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            spoilt(whole),
            anyBytes.map((one) => Uint8Array.from([0x50, 0x4b, 3, 4, ...one])),
          ),
          (given) => read(name, given),
        ),
        { seed, numRuns: runs(30, 300) },
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const parsers: Record<string, (seed: number) => void | Promise<void>> = {
  'machine readable zones': texts(
    (text) => [parseMrz(text, today), mrzIn(text)],
    [
      zone,
      '<'.repeat(long),
      'A'.repeat(long),
      '\n'.repeat(long),
      ' '.repeat(long),
      `${'P<'.repeat(44)}\n`.repeat(2_000),
    ],
  ),
  'names, dates and other cells': texts(
    (text) => [
      parseTypedDate(text),
      readDate(text),
      readChoice('sex')(text),
      readCountry(text),
      foldForSearch(text),
      takeApart(text, 'surname-first'),
      orderOfHeader(text),
      findLookalikes(text),
      fixLookalikes(text),
      nameSound(text),
      isOneSlipOff(text, `${text}x`),
      sortKey(text, 'ky'),
      suggestKyrgyz(text),
      suggestRussian(text),
      guessColumns([[text, text]], []),
    ],
    ['1.'.repeat(50_000), ' '.repeat(100_000), 'а'.repeat(100_000), '-'.repeat(100_000)],
  ),
  'codes of badges, keys on paper': texts(
    (text) => [readQrText(text), decodeCode(text), decodeCode(`KGO2${text}`), readRecoveryCode(text)],
    [
      `KG-OBS/1;${';'.repeat(long)}`,
      `KG-OBS/1;${'a'.repeat(long)}`,
      `KGO2${'A'.repeat(long)}`,
      `KGO2${'-'.repeat(long)}`,
      'А'.repeat(long),
    ],
  ),
  addresses: texts((text) => {
    for (const url of [text, `app://office/${text}`, `app://office/photo/${text}`, `app://office/document/${text}`]) {
      const address = readAddress(url);
      const parts = address?.kind === 'file' ? address.path : [];
      if (parts.some((part) => part === '' || part.startsWith('.') || /[\\/:%]/u.test(part))) throw new Error(url);
    }
  }),
  'names of photo files': texts(photoMatcher([]), ['a '.repeat(100_000), '1'.repeat(100_000), '/'.repeat(100_000)]),
  pictures: bytes(
    checkPicture,
    [pngOf(300, 400), jpegOf(300, 400)],
    [Uint8Array.from([0xff, 0xd8, ...new Uint8Array(1_000_000).fill(0xff)])],
  ),
  emblems: bytes(
    checkEmblem,
    [encode(drawing), pngOf(300, 400)],
    [
      '<svg '.repeat(200_000),
      `<svg ${'<svg '.repeat(190_000)}</svg>`,
      `<svg>url(${' '.repeat(900_000)})</svg>`,
      `<svg>href=${' '.repeat(900_000)}"#</svg>`,
      `<svg>${'</svg'.padEnd(900_000)}`,
      `<svg>${'</svg '.padEnd(900_000)}x</svg>`,
      `<svg>${' '.repeat(900_000)}</svg>`,
      `<svg>${'</svg '.repeat(150_000)}</svg>`,
      `<svg>url(${' '.repeat(900_000)}</svg>`,
      `<svg>${'url( '.repeat(180_000)}</svg>`,
      `<svg>href=${' '.repeat(900_000)}</svg>`,
      `<svg>${'href '.repeat(180_000)}</svg>`,
      `<svg>${'< '.repeat(400_000)}</svg>`,
      `<svg>on${'a'.repeat(900_000)}</svg>`,
      `<svg>${' on'.repeat(300_000)}</svg>`,
      `<svg viewBox="${' '.repeat(900_000)}"></svg>`,
      `<svg viewBox="${'1'.repeat(900_000)}"></svg>`,
      `<svg viewBox="${'- '.repeat(400_000)}"></svg>`,
      `<svg>${'<'.repeat(900_000)}</svg>`,
    ].map(encode),
  ),
  'files of designs': (seed) => {
    const right = JSON.parse(
      Buffer.from(designFile({ design: defaultDesign, emblem: null })).toString('utf8'),
    ) as object;
    bytes(
      readDesignFile,
      [encode(JSON.stringify(right))],
      [encode('['.repeat(100_000)), encode('{"a":'.repeat(100_000))],
    )(seed);
    fc.assert(
      fc.property(spoiltJson(right), (json) => void readDesignFile(encode(JSON.stringify(json)))),
      { seed, numRuns: runs(80, 1_000) },
    );
  },
  'files of wordings': (seed) => {
    const right = correctionsFile([
      { id: 'ky|a.b', language: 'ky', key: 'a.b', text: 'x', officer: 'Үлгүев', at: '2026-11-10T06:00:00.000Z' },
    ]);
    bytes(readCorrections, [right], [encode('['.repeat(100_000))])(seed);
    const json = JSON.parse(Buffer.from(right).toString('utf8')) as object;
    fc.assert(
      fc.property(spoiltJson(json), (one) => void readCorrections(encode(JSON.stringify(one)))),
      { seed, numRuns: runs(80, 1_000) },
    );
  },
  'lines of the journal': bytes(
    (given) => {
      const reader = new JournalReader();
      const taken = reader.take(Buffer.from(given));
      if (taken.ok) reader.end();
    },
    [encode(journal), encode(journal.repeat(3))],
    [encode('\n'.repeat(long)), new Uint8Array(long), encode('{'.repeat(long))],
  ),
  snapshots: bytes(
    (given) => {
      const reader = new SnapshotReader();
      try {
        reader.take(Buffer.from(given));
      } catch (error) {
        // The store takes what is thrown for a snapshot that is lost.
        if (!(error instanceof Error)) throw error;
        return;
      }
      if (reader.end()) throw new Error('it was taken for a snapshot');
    },
    [encode('{"state":[\n["bodies",[{}]]\n],"schema":1,"journal":{},"sum":"0"}\n')],
    [encode('{"state":[\n' + '['.repeat(long)), encode('{"state":[\n["__proto__",[{"a":1}]]\n')],
  ),
  facts: (seed) => {
    const base = { type: 'organisation.saved', id: 'b', fields: {} };
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), spoiltJson(base)), (json) => void OfficeEvent.safeParse(json)),
      { seed, numRuns: runs(150, 2_000) },
    );
    if (({} as { a?: unknown }).a !== undefined) throw new Error('a prototype was changed');
  },
  'heads of backups': async (seed) => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (given) => {
        const files = { ...nodeFiles, read: () => Promise.resolve(Buffer.from(given)) };
        const head = await readHead(files, '/nowhere');
        if (head?.pictures.some((path) => path.includes('..'))) throw new Error('a path out of the folder');
      }),
      { seed, numRuns: runs(80, 1_000) },
    );
  },
  spreadsheets: spreadsheets,
};
