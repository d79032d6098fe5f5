/** Reads a body's table as it stands in the file: rows of cells, with the file's own row numbers kept. */
import { open, readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import readXlsxFile, { InvalidInputError } from 'read-excel-file/node';
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';
import { unpackedSize } from './zip-size.ts';

/** Text as read, a date cell as YYYY-MM-DD, an empty cell as ''. */
export type Table = { fileName: string; sheet: string; rows: string[][] };

/** 20 MiB: a list of ten thousand people is under 2 MiB. */
const maximumBytes = 20 * 1024 * 1024;
/** A zipped file that grows beyond this is an accident or an attack. */
const maximumUnpackedBytes = 200 * 1024 * 1024;
export const maximumRows = 20_000;

/** Reads XLSX, or CSV in UTF-8 with any of the usual separators. The file is never trusted to be what its name says. */
export async function readSpreadsheet(path: string): Promise<Outcome<Table>> {
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
  const read = isZip(head) ? await readXlsx(path, fileName) : await readText(path, fileName, head);
  if (!read.ok) return read;
  const { rows } = read.value;
  if (rows.length > maximumRows) return refuse('import.tooManyRows', { file: fileName, rows: maximumRows });
  return rows.some((row) => row.some((cell) => cell !== '')) ? read : refuse('import.empty', { file: fileName });
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

async function readXlsx(path: string, fileName: string): Promise<Outcome<Table>> {
  const unpacked = await unpackedSize(path);
  if (unpacked === null) return refuse('import.notASpreadsheet', { file: fileName });
  if (unpacked > maximumUnpackedBytes) {
    return refuse('import.tooLarge', { file: fileName, megabytes: maximumUnpackedBytes / 1024 / 1024 });
  }
  try {
    const sheets = await readXlsxFile(await readFile(path));
    // A body's table stands on the first sheet that holds anything.
    const sheet = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null))) ?? sheets[0];
    if (!sheet) return refuse('import.empty', { file: fileName });
    return done({ fileName, sheet: sheet.sheet, rows: sheet.data.map((row) => row.map(cellText)) });
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof Error) {
      return refuse('import.notASpreadsheet', { file: fileName });
    }
    throw error;
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

async function readText(path: string, fileName: string, head: Buffer): Promise<Outcome<Table>> {
  const knownText = ['.csv', '.txt', '.tsv'].includes(extname(path).toLowerCase());
  if (!knownText || head.includes(0)) return refuse('import.notASpreadsheet', { file: fileName });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    // CP1251 lacks Ң Ө Ү, so a file in it has already lost letters: it is sent back, not guessed at.
    return refuse('import.unreadable', { file: fileName });
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
    return done({ fileName, sheet: '', rows: rows.map((row) => row.map((cell) => clean(unprefixed(cell)))) });
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
const unprefixed = (cell: string): string => (/^'[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);
