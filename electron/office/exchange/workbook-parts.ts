/**
 * Looks through the parts of a workbook before it is read: what must be refused is seen in the stream, without building
 * anything in memory, and merged cells are noted.
 */
import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import { maximumColumns } from '#shared/contract/exchange.ts';
import type { SidewaysRun } from './sideways-merges.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';

/** A vertical run of merged cells in one column, zero-based; the first row holds the value. */
export type MergedRun = { column: number; firstRow: number; lastRow: number };
/** Merged cells of one sheet: down its columns, and by rows sideways. */
export type MergedCells = { down: MergedRun[]; sideways: Map<number, SidewaysRun[]> };
/** Merged cells by the sheet's place in the workbook. */
export type WorkbookParts = { merged: MergedCells[] };

export type Limits = { fileName: string; unpackedBytes: number; rows: number };

const mebibyte = 1024 * 1024;
/** A table needs far fewer parts; more is an accident or an attack. */
const maximumParts = 2_000;
const encryptedFlag = 1;

/** Refuses what is no plain table: another kind of file, macros, a password, formulas, more than any list holds. */
export async function lookThroughWorkbook(path: string, limits: Limits): Promise<Outcome<WorkbookParts>> {
  const { fileName: file } = limits;
  const zip = await opened(path);
  if (!zip) return refuse('import.notASpreadsheet', { file });
  try {
    const entries = await entriesOf(zip);
    if (!entries) return refuse('import.notASpreadsheet', { file });
    const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (size > limits.unpackedBytes || entries.length > maximumParts) {
      return refuse('import.tooLarge', { file, megabytes: limits.unpackedBytes / mebibyte });
    }
    const named = new Map(entries.map((entry) => [entry.fileName.replace(/^\//u, ''), entry]));
    if (entries.some(({ generalPurposeBitFlag: flags }) => (flags & encryptedFlag) !== 0)) {
      return refuse('import.passwordProtected', { file });
    }
    if (named.has('word/document.xml')) return refuse('import.wordFile', { file });
    // LibreOffice's own kinds: a table can be saved as XLSX there, a text cannot.
    const kind = named.get('mimetype');
    const openDocument = kind ? /opendocument\.(\w+)/u.exec(await textOf(zip, kind))?.[1] : undefined;
    if (openDocument) return refuse(openDocument === 'text' ? 'import.wordFile' : 'import.openDocument', { file });
    if ([...named.keys()].some((name) => /vbaproject\.bin$|^xl\/macrosheets\//iu.test(name))) {
      return refuse('import.macros', { file });
    }
    const workbook = named.get('xl/workbook.xml');
    const relations = named.get('xl/_rels/workbook.xml.rels');
    if (!workbook || !relations) return refuse('import.notASpreadsheet', { file });
    const merged: MergedCells[] = [];
    for (const sheet of sheetsOf(await textOf(zip, workbook), await textOf(zip, relations))) {
      const part = named.get(sheet.path);
      const looked: Outcome<MergedCells> = part
        ? await lookThroughSheet(zip, part, sheet.name, limits)
        : done<MergedCells>({ down: [], sideways: new Map() });
      if (!looked.ok) return looked;
      merged.push(looked.value);
    }
    return done({ merged });
  } catch {
    // A part that does not unpack as its directory says.
    return refuse('import.notASpreadsheet', { file });
  } finally {
    zip.close();
  }
}

const opened = (path: string): Promise<ZipFile | null> =>
  new Promise((resolve) => {
    openZip(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      resolve(error ? null : zip);
    });
  });

const entriesOf = (zip: ZipFile): Promise<Entry[] | null> =>
  new Promise((resolve) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > maximumParts) resolve(entries);
      else zip.readEntry();
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', () => {
      resolve(null);
    });
    zip.readEntry();
  });

/** The text of a part, piece by piece; yauzl refuses a part that unpacks to more than its directory says. */
async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, found) => {
      if (error) reject(error);
      else resolve(found);
    });
  });
  stream.setEncoding('utf8');
  for await (const piece of stream) yield piece as string;
}

/** Directories of sheets are short; one that is not belongs to no workbook of ours. */
const longestDirectory = 4 * mebibyte;

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  let text = '';
  for await (const piece of piecesOf(zip, entry)) {
    text += piece;
    if (text.length > longestDirectory) throw new Error('a directory of sheets without end');
  }
  return text;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(tag)?.[1] ?? '';

/** Sheets in the workbook's order, with the path of their part. */
function sheetsOf(workbook: string, relations: string): { name: string; path: string }[] {
  const targets = new Map(
    [...relations.matchAll(/<(?:\w{1,40}:)?Relationship\b[^<>]*>/gu)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...workbook.matchAll(/<(?:\w{1,40}:)?sheet\b[^<>]*>/gu)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? '';
    return { name: attribute(tag, 'name'), path: target.startsWith('/') ? target.slice(1) : `xl/${target}` };
  });
}

const tags = /<(?:\w{1,40}:)?(row|c|f|mergeCell)(?=[\s/>])[^<>]*>/gu;
/** Far longer than any tag, or any text between two, that a table needs. */
const longestTag = 4 * mebibyte;

async function lookThroughSheet(
  zip: ZipFile,
  entry: Entry,
  sheet: string,
  { fileName: file, rows: maximumRows }: Limits,
): Promise<Outcome<MergedCells>> {
  const merged: MergedCells = { down: [], sideways: new Map() };
  let rest = '';
  let rows = 0;
  let cell = '';
  for await (const piece of piecesOf(zip, entry)) {
    const text = rest + piece;
    const end = text.lastIndexOf('>') + 1;
    rest = text.slice(end);
    if (rest.length > longestTag) throw new Error('a tag without end');
    for (const [tag, name] of text.slice(0, end).matchAll(tags)) {
      if (name === 'row') {
        rows += 1;
        if (rows > maximumRows) return refuse('import.tooManyRows', { file, rows: maximumRows });
      } else if (name === 'c') {
        cell = attribute(tag, 'r');
        const at = placeOf(cell);
        // A cell that only has a format holds nothing and is left out by the reader.
        if (!at || tag.endsWith('/>')) continue;
        if (at.row >= maximumRows) return refuse('import.tooManyRows', { file, rows: maximumRows });
        if (at.column >= maximumColumns) return refuse('import.tooManyColumns', { file, columns: maximumColumns });
      } else if (name === 'f') {
        return refuse('import.formulas', { file, sheet, cell });
      } else {
        const [from, to] = attribute(tag, 'ref').split(':').map(placeOf);
        if (!from || !to) continue;
        if (to.row > from.row) {
          merged.down.push({ column: from.column, firstRow: from.row, lastRow: Math.min(to.row, maximumRows) });
        }
        if (to.column > from.column) noteSideways(merged.sideways, from, to);
      }
    }
  }
  return done(merged);
}

/** A header is merged over few rows; what goes on for longer is no header and no heading. */
const tallestHeader = 20;

function noteSideways(sideways: Map<number, SidewaysRun[]>, from: Place, to: Place): void {
  if (to.row - from.row >= tallestHeader) return;
  for (let row = from.row; row <= to.row; row += 1) {
    const runs = sideways.get(row) ?? [];
    // No row of a real table has more: merged cells never overlap.
    if (runs.length < maximumColumns) runs.push({ first: from.column, last: Math.min(to.column, maximumColumns) });
    sideways.set(row, runs);
  }
}

type Place = { row: number; column: number };

/** `B7` as zero-based row and column; null for anything else. */
function placeOf(reference: string): Place | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/u.exec(reference);
  if (!match) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}
