/** Reads one cell as a field's value: the usual writings of sex, country, category, kind and date in three languages. */
import { observerCategories } from '#shared/domain/records/application.ts';
import { observerFields } from '#shared/domain/records/observer-fields.ts';
import type { FieldOfKind } from '#shared/domain/records/observer-lists.ts';
import { documentKinds, sexes } from '#shared/domain/records/person.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { allCountries, isCountry } from '#shared/text/countries.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { parseTypedDate } from '#shared/text/dates.ts';
import { locales } from '#locales/index.ts';

type ValueList = 'sex' | 'category' | 'documentKind';

const choices = {
  sex: sexes,
  category: observerCategories,
  documentKind: documentKinds,
} as const satisfies Record<ValueList, readonly string[]>;

const tables = new Map<ValueList, Map<string, string>>();

function tableOf(list: ValueList): Map<string, string> {
  const known = tables.get(list);
  if (known) return known;
  const table = new Map<string, string>();
  for (const language of languages) {
    const words: Record<string, string> = locales[language]['import-headers'].values[list];
    for (const choice of choices[list]) {
      for (const word of [choice, ...(words[choice] ?? '').split('|')]) table.set(foldForSearch(word.trim()), choice);
    }
  }
  table.delete('');
  tables.set(list, table);
  return table;
}

/** The value, or nothing when the cell says something that is not known. */
export const readChoice = (field: FieldOfKind<'choice'>) => {
  const { list } = observerFields[field].choice;
  return (cell: string): string | undefined =>
    list === 'receivedHow' ? undefined : tableOf(list).get(foldForSearch(cell));
};
export const readDocumentKind = (cell: string) =>
  tableOf('documentKind').get(foldForSearch(cell)) as (typeof documentKinds)[number] | undefined;

let countryByName: Map<string, string> | null = null;

/** An alpha-3 code, or a country's name in any of the three languages. */
export function readCountry(cell: string): string | undefined {
  const code = cell.trim().toUpperCase();
  if (/^[A-Z]{3}$/u.test(code) && isCountry(code)) return code;
  if (!countryByName) {
    countryByName = new Map();
    for (const language of languages) {
      for (const country of allCountries(language)) countryByName.set(foldForSearch(country.name), country.code);
    }
  }
  return countryByName.get(foldForSearch(cell));
}

/** Days since 30 December 1899, as a spreadsheet keeps a date whose cell is not formatted as one: 1927 to 2099. */
const serialDay = /^([1-7]\d{4})(?:\.0+)?$/u;
const dayInMilliseconds = 86_400_000;

/** A day as YYYY-MM-DD in any of the usual writings, a spreadsheet's serial number among them. */
export function readDate(cell: string): string | null {
  const serial = serialDay.exec(cell.trim());
  if (!serial) return parseTypedDate(cell);
  return new Date(Date.UTC(1899, 11, 30) + Number(serial[1]) * dayInMilliseconds).toISOString().slice(0, 10);
}
