/** Turns the rows of a table into applications; every cell that cannot be taken is named by its row and column. */
import { checkApplication, type RuleContext } from '../../../shared/domain/application-rules.ts';
import { emptyApplicationFields, type ApplicationFields } from '../../../shared/domain/application.ts';
import { documentKey } from '../../../shared/domain/person.ts';
import type { ImportFault, ImportField } from '../../../shared/contract/exchange.ts';
import type { RefusalParams } from '../../../shared/domain/errors.ts';
import { readCategory, readCountry, readDate, readDocumentKind, readSex } from './import-values.ts';

export type ImportedPerson = { row: number; fields: ApplicationFields };
export type ImportResult = { people: ImportedPerson[]; faults: ImportFault[] };

export type ImportTable = {
  rows: readonly (readonly string[])[];
  /** Index of the header row; the people stand below it. */
  headerRow: number;
  fields: readonly (ImportField | null)[];
};

/** Where the register already holds a travel document: the number of that application, or null. */
export type HolderOf = (key: string) => number | null;

export function importPeople(table: ImportTable, context: RuleContext, holderOf: HolderOf): ImportResult {
  const people: ImportedPerson[] = [];
  const faults: ImportFault[] = [];
  const seen = new Map<string, number>();
  const header = table.rows[table.headerRow] ?? [];
  table.rows.slice(table.headerRow + 1).forEach((cells, index) => {
    const row = table.headerRow + index + 2;
    if (!table.fields.some((field, column) => field && (cells[column] ?? '') !== '')) return;
    const fault = (field: ImportField | null, code: ImportFault['code'], params: RefusalParams = {}) => {
      const column = Math.max(0, field ? table.fields.indexOf(field) : 0);
      faults.push({ row, column: columnLetter(column), header: header[column] ?? '', code, params });
    };
    const fields = readRow(table, cells, fault);
    for (const found of checkApplication(fields, context)) {
      const field = fieldOfPath(found.path);
      fault(table.fields.includes(field) ? field : 'surname.latin', found.code, found.params);
    }
    const key = documentKey(fields.document);
    if (key) {
      const earlier = seen.get(key);
      const holder = holderOf(key);
      if (earlier !== undefined) fault('document.number', 'import.sameDocumentInFile', { other: earlier });
      else if (holder !== null) fault('document.number', 'import.sameDocumentInRegister', { number: holder });
      else seen.set(key, row);
    }
    people.push({ row, fields });
  });
  return { people, faults };
}

type Fault = (field: ImportField, code: ImportFault['code'], params?: RefusalParams) => void;

const longestCell = 500;
const longestName = 120;

function readRow(table: ImportTable, cells: readonly string[], fault: Fault): ApplicationFields {
  const text = (field: ImportField, longest = longestCell): string => {
    const column = table.fields.indexOf(field);
    const cell = (column < 0 ? '' : (cells[column] ?? '')).trim();
    if (cell.length <= longest) return cell;
    fault(field, 'import.valueTooLong', { longest });
    return '';
  };
  const known = <T>(field: ImportField, read: (cell: string) => T | null | undefined): T | null => {
    const cell = text(field);
    if (cell === '') return null;
    const value = read(cell);
    if (value !== null && value !== undefined) return value;
    fault(field, 'import.unknownValue', { value: cell });
    return null;
  };
  const date = (field: ImportField): string | null => {
    const cell = text(field);
    const day = cell === '' ? null : readDate(cell);
    if (cell !== '' && !day) fault(field, 'field.date', { value: cell });
    return day;
  };
  const name = (script: 'latin' | 'ky' | 'ru') => ({
    surname: text(`surname.${script}`, longestName),
    given: text(`given.${script}`, longestName),
  });
  const citizenship = known('citizenship', readCountry);
  return {
    ...emptyApplicationFields,
    category: known('category', readCategory) ?? emptyApplicationFields.category,
    names: { latin: name('latin'), ky: name('ky'), ru: name('ru'), confirmed: false },
    sex: known('sex', readSex),
    birthDate: date('birthDate'),
    citizenship,
    document: {
      kind: known('document.kind', readDocumentKind) ?? 'passport',
      number: text('document.number', 24).toUpperCase(),
      issuer: known('document.issuer', readCountry) ?? citizenship,
      expiry: date('document.expiry'),
      mrz: [],
    },
    position: { ky: text('position.ky'), ru: text('position.ru'), en: text('position.en') },
    stayFrom: date('stayFrom'),
    stayTo: date('stayTo'),
    remarks: text('remarks'),
  };
}

/** `names.latin.surname` is the column `surname.latin`; the other paths are named alike. */
function fieldOfPath(path: string): ImportField {
  const name = /^names\.(latin|ky|ru)\.(surname|given)$/u.exec(path);
  return (name ? `${name[2] ?? ''}.${name[1] ?? ''}` : path) as ImportField;
}

/** A, B, … Z, AA: as spreadsheet programs name columns. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
