/** Finds the header row of a table and what each of its columns holds, in any of the three languages. */
import { importFields, type ImportField } from '../../../shared/contract/exchange.ts';
import { languages } from '../../../shared/domain/primitives.ts';
import { foldForSearch } from '../../../shared/text/fold.ts';
import { locales } from '../../../locales/index.ts';

export type Columns = { headerRow: number; fields: (ImportField | null)[] };

/** Tables often open with a title and a date: the header is looked for in so many rows. */
const rowsLookedThrough = 20;

/** The row with the most columns known by their header; null when no row has two of them. */
export function findColumns(rows: readonly (readonly string[])[]): Columns | null {
  let best: Columns | null = null;
  let most = 1;
  rows.slice(0, rowsLookedThrough).forEach((row, headerRow) => {
    const fields = fieldsOf(row);
    const known = fields.filter(Boolean).length;
    if (known > most) {
      best = { headerRow, fields };
      most = known;
    }
  });
  return best;
}

/** Each field once: the first column that bears its header. */
function fieldsOf(header: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return header.map((text) => {
    const field = fieldByHeader().get(normal(text)) ?? null;
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

const normal = (text: string): string =>
  foldForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

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
