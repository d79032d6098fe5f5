/** Reads an organisation's table as it stands in the file: rows of cells, with the file's own row numbers kept. */
import { open, readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import readXlsxFile, { InvalidInputError } from 'read-excel-file/node';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { maximumColumns } from '#shared/contract/exchange.ts';
import { noneMerged, type SidewaysRuns } from './sideways-merges.ts';
import { lookThroughWorkbook, type MergedRun } from './workbook-parts.ts';

/** Text as read, a date cell as YYYY-MM-DD, an empty cell as ''. */
export type Sheet = { name: string; rows: string[][]; sideways: SidewaysRuns };
export type Workbook = { fileName: string; sheets: Sheet[] };

/** 20 MiB: a list of ten thousand people is under 2 MiB. */
const maximumBytes = 20 * 1024 * 1024;
/** A zipped file that grows beyond this is an accident or an attack. */
const maximumUnpackedBytes = 200 * 1024 * 1024;
export const maximumRows = 20_000;

/** Reads XLSX, or CSV in UTF-8 with any of the usual separators. The file is never trusted to be what its name says. */
export async function readSpreadsheet(path: string): Promise<Outcome<Workbook>> {
  const fileName = basename(path);
  let head: Buffer;
  try {
    const { size } = await stat(path);
    if (size > maximumBytes)
      return refuse('import.tooLarge', { file: fileName, megabytes: maximumBytes / 1024 / 1024 });
    head = await firstBytes(path);
  } catch {
    return refuse('import.unreadable', { file: fileName });
  }
  if (head.length === 0) return refuse('import.empty', { file: fileName });
  if (isCompound(head)) return readCompound(path, fileName);
  const read = isZip(head) ? await readXlsx(path, fileName) : await readText(path, fileName, head);
  if (!read.ok) return read;
  // A sheet with nothing on it is no choice: most workbooks have two of them.
  const sheets = read.value.sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  if (sheets.length === 0) return refuse('import.empty', { file: fileName });
  for (const { rows } of sheets) {
    if (rows.length > maximumRows) return refuse('import.tooManyRows', { file: fileName, rows: maximumRows });
    const widest = rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== '') + 1), 0);
    if (widest > maximumColumns) return refuse('import.tooManyColumns', { file: fileName, columns: maximumColumns });
  }
  return done({ fileName, sheets });
}

/** Microsoft's older kind of file: XLS, DOC, and what Excel encrypts with a password. */
const isCompound = (head: Buffer): boolean => head.length >= 8 && head.readUInt32BE(0) === 0xd0cf11e0;

async function readCompound(path: string, fileName: string): Promise<Outcome<Workbook>> {
  const bytes = await readFile(path);
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return refuse('import.passwordProtected', { file: fileName });
  return refuse(holds('WordDocument') ? 'import.wordFile' : 'import.oldWorkbook', { file: fileName });
}

const isZip = (head: Buffer): boolean => head.length >= 4 && head.readUInt32LE(0) === 0x04034b50;

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(4096);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readXlsx(path: string, fileName: string): Promise<Outcome<Workbook>> {
  const parts = await lookThroughWorkbook(path, {
    fileName,
    unpackedBytes: maximumUnpackedBytes,
    rows: maximumRows,
  });
  if (!parts.ok) return parts;
  try {
    const sheets = await readXlsxFile(await readFile(path));
    return done({
      fileName,
      sheets: sheets.map(({ sheet, data }, index) => {
        const rows = data.map((row) => row.map(cellText));
        const merged = parts.value.merged[index];
        for (const run of merged?.down ?? []) fillDown(rows, run);
        return { name: sheet, rows, sideways: merged?.sideways ?? noneMerged };
      }),
    });
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof Error) {
      return refuse('import.notASpreadsheet', { file: fileName });
    }
    throw error;
  }
}

/** What is merged down a column is meant for each of its rows. */
function fillDown(rows: string[][], { column, firstRow, lastRow }: MergedRun): void {
  const value = rows[firstRow]?.[column] ?? '';
  for (let at = firstRow + 1; at <= lastRow && value !== ''; at += 1) {
    const row = rows[at];
    // A merged run that goes on below the last person brings nobody.
    if (row?.some((cell) => cell !== '')) row[column] = value;
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return clean(cell);
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return '';
}

/** One line without control characters: a cell may hold line breaks and tabs, a name may not. */
const clean = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f\u200b\ufeff]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

async function readText(path: string, fileName: string, head: Buffer): Promise<Outcome<Workbook>> {
  const knownText = ['.csv', '.txt', '.tsv'].includes(extname(path).toLowerCase());
  if (!knownText || head.includes(0)) return refuse('import.notASpreadsheet', { file: fileName });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    // CP1251 lacks Ң Ө Ү, so a file in it has already lost letters: it is sent back, not guessed at.
    return refuse('import.notUnicode', { file: fileName });
  }
  try {
    const rows: string[][] = parseCsv(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
    });
    return done({
      fileName,
      sheets: [{ name: '', rows: rows.map((row) => row.map((cell) => clean(unprefixed(cell)))), sideways: noneMerged }],
    });
  } catch {
    return refuse('import.notASpreadsheet', { file: fileName });
  }
}

function separatorOf(text: string): string {
  const firstLine = text.slice(0, 10_000).split(/\r?\n/u)[0] ?? '';
  const counts = [';', '\t', ','].map((separator) => ({ separator, count: firstLine.split(separator).length }));
  counts.sort((a, b) => b.count - a.count);
  return counts[0]?.separator ?? ';';
}

/** Takes off the mark that keeps a spreadsheet program from running a cell as a formula. */
const unprefixed = (cell: string): string => (/^'[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);
