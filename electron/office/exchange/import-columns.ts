/** Finds the header row of a table and what each of its columns holds, in any of the three languages. */
import { importFields, type ImportField } from '#shared/contract/exchange.ts';
import type { TableReading } from '#shared/domain/records/table-import.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { nameColumns, numberBesideSeries, seriesColumns } from './joined-columns.ts';
import { noneMerged, readHeader, type SidewaysRuns } from './sideways-merges.ts';
import { locales } from '#locales/index.ts';

export type Columns = {
  /** Index of the header row; -1 when the table has none. */
  headerRow: number;
  fields: (ImportField | null)[];
  /** Some column is read as in the last table of the same organisation. */
  remembered: boolean;
};

/** Tables often open with a title and a date: the header is looked for in so many rows. */
const rowsLookedThrough = 20;

type Remembered = TableReading['columns'];

/**
 * The row with the most columns known by their header, from the last table of the organisation or in general. Where no row has
 * two of them, the first with two words is offered, with nothing mapped.
 */
export function guessColumns(
  rows: readonly (readonly string[])[],
  remembered: Remembered,
  sideways: SidewaysRuns = noneMerged,
): Columns {
  const known = (columns: Columns) => columns.fields.filter(Boolean).length;
  const best = rows
    .slice(0, rowsLookedThrough)
    .map((_, headerRow) => columnsOf(rows, headerRow, remembered, sideways))
    .reduce<Columns | null>((most, one) => (known(one) > (most ? known(most) : 1) ? one : most), null);
  if (best) return best;
  const wordy = rows.findIndex((row) => row.filter((cell) => cell !== '').length > 1);
  return columnsOf(rows, Math.max(0, wordy), remembered, sideways);
}

/** Reads a row as headers: each field once, in the first column that bears its header. */
export function columnsOf(
  rows: readonly (readonly string[])[],
  headerRow: number,
  remembered: Remembered,
  sideways: SidewaysRuns = noneMerged,
): Columns {
  const { texts: header, shared } = readHeader(rows, headerRow, sideways);
  const taken = new Set<ImportField>();
  const take = (field: ImportField | undefined): ImportField | null => {
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  };
  const before = new Map(remembered.map((column) => [normal(column.header), asField(column.field)]));
  // What the clerk said of this organisation's table goes before what a header usually means.
  const said = header.map((text) => (text === '' ? null : take(before.get(normal(text)))));
  const ofShared = new Map(
    shared
      // Headers of their own below it say more.
      .filter(({ columns }) => columns.every((column) => !isHeader(rows[headerRow + 1]?.[column])))
      .flatMap((one) => {
        const field = fieldByHeader().get(normal(one.text));
        return [...nameColumns(one, field), ...seriesColumns(one, field, rows.slice(headerRow + 1))];
      }),
  );
  const fields = header.map(
    (text, column) => said[column] ?? take(ofShared.get(column) ?? fieldByHeader().get(normal(text))),
  );
  const numbered = numberBesideSeries(fields, (column) => bareNumbers().has(normal(header[column] ?? '')));
  return {
    headerRow,
    fields: fromContent(rows, headerRow, numbered, taken),
    remembered: said.some((field) => field !== null),
  };
}

const asField = (name: string): ImportField | undefined => importFields.find((field) => field === name);

const rowsSampled = 50;

/** Headers lie about the script: `ФИО` over Latin names is the passport's name. A lone `Name` holds all of it. */
function fromContent(
  rows: readonly (readonly string[])[],
  headerRow: number,
  fields: (ImportField | null)[],
  taken: ReadonlySet<ImportField>,
): (ImportField | null)[] {
  const hasLatin = taken.has('surname.latin') || taken.has('fullName.latin');
  const isLatin = (column: number) => {
    const cells = rows.slice(headerRow + 1, headerRow + 1 + rowsSampled).map((row) => row[column] ?? '');
    const latin = cells.filter((cell) => /\p{Script=Latin}/u.test(cell) && !/\p{Script=Cyrillic}/u.test(cell)).length;
    return latin * 2 > cells.filter((cell) => cell !== '').length;
  };
  return fields.map((field, column) => {
    if (hasLatin && !field?.startsWith('patronymic.')) return field;
    if (field === 'given.latin' && !taken.has('surname.ru') && !taken.has('surname.ky')) return 'fullName.latin';
    const match = /^(surname|given|patronymic|fullName)\.(ky|ru)$/u.exec(field ?? '');
    const latin = match && asField(`${match[1] ?? ''}.latin`);
    // A patronymic that is missing here and there is in the letters of the given names that it joins.
    const beside = match?.[1] === 'patronymic' ? fields.indexOf(asField(`given.${match[2] ?? ''}`) ?? null) : column;
    return latin && !taken.has(latin) && [column, beside].some((at) => at >= 0 && isLatin(at)) ? latin : field;
  });
}

const normal = (text: string): string =>
  foldForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isHeader = (text = ''): boolean => fieldByHeader().has(normal(text));

let bare: Set<string> | null = null;

/** The word for a number alone, in any language: of what, the header beside it says. */
function bareNumbers(): Set<string> {
  bare ??= new Set(
    languages
      .flatMap((language) => locales[language]['import-headers'].numberBesideSeries.split('|').map(normal))
      .filter((header) => header !== ''),
  );
  return bare;
}

let known: Map<string, ImportField> | null = null;

/** Every header in use, folded: the template's own and the other usual ones of `locales/*\/import-headers.json`. */
function fieldByHeader(): Map<string, ImportField> {
  if (known) return known;
  known = new Map();
  for (const field of importFields) known.set(normal(templateHeader(field)), field);
  for (const language of languages) {
    const headers = locales[language]['import-headers'];
    for (const field of importFields) {
      for (const header of [headers.title[field], ...headers.alias[field].split('|')]) {
        const key = normal(header);
        if (key !== '' && !known.has(key)) known.set(key, field);
      }
    }
  }
  return known;
}

/** The template's headers: one a field, the three languages one under another. */
export const templateHeader = (field: ImportField): string =>
  languages.map((language) => locales[language]['import-headers'].title[field]).join(' / ');

/** What the template asks for: surname and given names apart, a number with its series. */
export const templateFields = importFields.filter(
  (field) => !/^(?:fullName|patronymic)\./u.test(field) && field !== 'document.series',
);
