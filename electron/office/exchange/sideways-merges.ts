/**
 * Cells merged sideways. A header over several columns names each of them that holds anything; a value belongs to its
 * first column; a row that is nothing but one merged cell is a heading among the people.
 */
import type { ImportField } from '#shared/contract/exchange.ts';
import type { NameOrder } from '#shared/domain/records/table-import.ts';
import { takeApart } from '#shared/text/full-name.ts';

/** The first and the last column, zero-based, of cells merged in one row. */
export type SidewaysRun = { first: number; last: number };
/** By the row's index. */
export type SidewaysRuns = ReadonlyMap<number, readonly SidewaysRun[]>;
export const noneMerged: SidewaysRuns = new Map();

type Rows = readonly (readonly string[])[];

/** A header that names several columns together. */
export type SharedHeader = { text: string; columns: readonly number[] };
export type Header = { texts: string[]; shared: SharedHeader[] };

/**
 * The headers of a table's columns. Those that share one are told apart by a number (`ФИО · 1`, `ФИО · 2`), so that
 * what the clerk says of each is remembered. Where only one of them holds anything, the header is that one's.
 */
export function readHeader(rows: Rows, headerRow: number, sideways: SidewaysRuns): Header {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const own = headerRow < 0 ? [] : (rows[headerRow] ?? []);
  const texts = Array.from({ length: width }, (_, column) => own[column] ?? '');
  const shared: SharedHeader[] = [];
  for (const { first, last } of sideways.get(headerRow) ?? []) {
    const text = texts[first] ?? '';
    if (text === '') continue;
    const columns = texts.flatMap((_, column) =>
      column >= first && column <= last && holdsAnything(rows, headerRow, column, sideways) ? [column] : [],
    );
    texts[first] = '';
    if (columns.length < 2) texts[columns[0] ?? first] = text;
    else shared.push({ text, columns });
    if (columns.length > 1) for (const [at, column] of columns.entries()) texts[column] = `${text} · ${String(at + 1)}`;
  }
  return { texts, shared };
}

const holdsAnything = (rows: Rows, headerRow: number, column: number, sideways: SidewaysRuns): boolean =>
  rows.some((row, index) => index > headerRow && (row[column] ?? '') !== '' && !isHeading(row, sideways.get(index)));

/** `OSCE / ODIHR` across the whole table above its people, or a total below them. */
export function isHeading(cells: readonly string[], runs: readonly SidewaysRun[] = []): boolean {
  if (runs.length === 0) return false;
  const filled = cells.flatMap((cell, column) => (cell === '' ? [] : [column]));
  return filled.length === 1 && runs.some(({ first }) => first === filled[0]);
}

/** A whole name merged over the columns of surname and given names is taken apart into them. */
export function withNamesApart(
  cells: readonly string[],
  fields: readonly (ImportField | null)[],
  runs: readonly SidewaysRun[],
  order: NameOrder,
): string[] {
  const apart = [...cells];
  for (const script of ['latin', 'ky', 'ru'] as const) {
    const surname = fields.indexOf(`surname.${script}`);
    const given = fields.indexOf(`given.${script}`);
    const run = runs.find(({ first, last }) => [surname, given].every((at) => at >= first && at <= last));
    const whole = run && cells[run.first];
    if (!whole || run.first > Math.min(surname, given)) continue;
    const taken = takeApart(whole, surname > given ? 'surname-last' : order);
    apart[surname] = taken.surname;
    apart[given] = taken.given;
  }
  return apart;
}
