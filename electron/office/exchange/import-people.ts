/** Turns a row of a table into an application; every cell that cannot be taken is named by its row and column. */
import { checkApplication, type RuleContext } from '#shared/domain/rules/application-rules.ts';
import { emptyApplicationFields, type ApplicationFields } from '#shared/domain/records/application.ts';
import { isOfKind, observerField, observerFieldNames } from '#shared/domain/records/observer-lists.ts';
import type { PlainFieldName } from '../lists/plain-text.ts';
import { fixLookalikes } from '#shared/text/letters.ts';
import { takeApart } from '#shared/text/full-name.ts';
import type { ImportFault, ImportField } from '#shared/contract/exchange.ts';
import type { NameOrder } from '#shared/domain/records/table-import.ts';
import type { FieldFault, RefusalParams } from '#shared/domain/base/refusals.ts';
import { withPatronymic, withSeries } from './joined-columns.ts';
import { readChoice, readCountry, readDate, readDocumentKind } from './import-values.ts';

export type TableLayout = {
  header: readonly string[];
  fields: readonly (ImportField | null)[];
  nameOrder: NameOrder;
  /** Letters that only look right are read as those they stand for. */
  fix: boolean;
};

export type ReadPerson = {
  fields: ApplicationFields;
  faults: ImportFault[];
  /** Some name or position holds letters that only look right. */
  lookalikes: boolean;
};

/** `row` is the spreadsheet's own row number, from 1. */
export function readPerson(
  layout: TableLayout,
  row: number,
  cells: readonly string[],
  context: RuleContext,
): ReadPerson {
  const faults: ImportFault[] = [];
  const fault: Fault = (field, code, params = {}) => {
    faults.push({ ...placeOfField(layout, field), row, code, params });
  };
  let lookalikes = false;
  const read = (field: ImportField): string => {
    const column = layout.fields.indexOf(field);
    const cell = (column < 0 ? '' : (cells[column] ?? '')).trim();
    if (!hasWords(field)) return cell;
    const fixed = fixLookalikes(cell);
    lookalikes ||= fixed !== cell;
    return layout.fix ? fixed : cell;
  };
  const fields = fieldsOf(layout, read, fault);
  for (const found of checkApplication(fields, context))
    fault(partAtFault(layout, fields, found, read, context), found.code, found.params);
  return { fields, faults, lookalikes };
}

/** The column a fault is shown in; one that the table lacks is shown with the name. */
export function placeOfField(
  { header, fields }: Pick<TableLayout, 'header' | 'fields'>,
  field: ImportField,
): Pick<ImportFault, 'column' | 'header'> {
  const own = fields.indexOf(field);
  const column = own >= 0 ? own : fields.findIndex((one) => one === 'surname.latin' || one === 'fullName.latin');
  return { column: columnLetter(Math.max(0, column)), header: header[Math.max(0, column)] ?? '' };
}

const hasWords = (field: ImportField): boolean => /^(surname|given|patronymic|fullName|position)\./u.test(field);

type Fault = (field: ImportField, code: ImportFault['code'], params?: RefusalParams) => void;

const longestCell = 500;
const longestName = 120;
const longestNumber = 24;

function fieldsOf(layout: TableLayout, read: (field: ImportField) => string, fault: Fault): ApplicationFields {
  const text = (field: ImportField, longest = longestCell): string => {
    const cell = read(field);
    if (cell.length <= longest) return cell;
    fault(field, 'import.valueTooLong', { longest });
    return '';
  };
  const known = <T>(field: ImportField, readValue: (cell: string) => T | null | undefined): T | null => {
    const cell = text(field);
    if (cell === '') return null;
    const value = readValue(cell);
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
  const name = (script: 'latin' | 'ky' | 'ru') => {
    const surname = text(`surname.${script}`, longestName);
    const own = text(`given.${script}`, longestName);
    const patronymic = text(`patronymic.${script}`, longestName);
    const isWhole = surname === '' && layout.fields.includes(`fullName.${script}`);
    const parts = isWhole
      ? takeApart(text(`fullName.${script}`, longestName), layout.nameOrder)
      : { surname, given: own };
    const given = withPatronymic(parts.given, patronymic);
    if (given.length <= longestName) return { ...parts, given };
    fault(`patronymic.${script}`, 'import.valueTooLong', { longest: longestName });
    return parts;
  };
  const number = (): string => {
    const whole = withSeries(text('document.series', longestNumber), text('document.number', longestNumber));
    if (whole === null) fault('document.number', 'field.required');
    if (whole === null || whole.length <= longestNumber) return whole ?? '';
    fault('document.number', 'import.valueTooLong', { longest: longestNumber });
    return '';
  };
  /** A plain field, read by its kind. */
  const plain = (name: PlainFieldName): unknown => {
    if (isOfKind(name, 'trilingual')) {
      return { ky: text(`${name}.ky`), ru: text(`${name}.ru`), en: text(`${name}.en`) };
    }
    const [column] = columnsOf(name);
    if (column === undefined) return emptyApplicationFields[name];
    if (isOfKind(name, 'date')) return date(column);
    if (isOfKind(name, 'country')) return known(column, readCountry);
    if (isOfKind(name, 'choice')) return known(column, readChoice(name)) ?? emptyApplicationFields[name];
    return text(column);
  };
  const plainNames = observerFieldNames.filter((one): one is PlainFieldName => !isOfKind(one, 'own'));
  const plainFields = Object.fromEntries(plainNames.map((one) => [one, plain(one)])) as Pick<
    ApplicationFields,
    PlainFieldName
  >;
  return {
    ...emptyApplicationFields,
    ...plainFields,
    names: { latin: name('latin'), ky: name('ky'), ru: name('ru'), confirmed: false },
    document: {
      kind: known('document.kind', readDocumentKind) ?? 'passport',
      number: number().toUpperCase(),
      issuer: known('document.issuer', readCountry) ?? plainFields.citizenship,
      expiry: date('document.expiry'),
      mrz: [],
    },
  };
}

const columnsOf = (name: PlainFieldName): ImportField[] =>
  observerField(name).imports.map(([column]) => column as ImportField);

/** The column that a fault comes from: of a value joined from two, the one without which it would not be there. */
function partAtFault(
  layout: TableLayout,
  fields: ApplicationFields,
  { path, code }: FieldFault,
  read: (field: ImportField) => string,
  context: RuleContext,
): ImportField {
  const column = columnOfPath(layout, path);
  const [, script] = /^names\.(latin|ky|ru)\.given$/u.exec(path) ?? [];
  const added = script
    ? (`patronymic.${script}` as ImportField)
    : path === 'document.number'
      ? 'document.series'
      : null;
  if (added === null || !layout.fields.includes(added) || read(added) === '') return column;
  const { names, document } = fields;
  const without: ApplicationFields = script
    ? { ...fields, names: { ...names, [script]: { ...names[script as 'ky'], given: read(column) } } }
    : { ...fields, document: { ...document, number: read('document.number') } };
  const stays = checkApplication(without, context).some((one) => one.path === path && one.code === code);
  return stays ? column : added;
}

/** `names.latin.surname` is the column `surname.latin`, or the one with the whole name; other paths are named alike. */
function columnOfPath({ fields }: TableLayout, path: string): ImportField {
  const [, script, part] = /^names\.(latin|ky|ru)\.(surname|given)$/u.exec(path) ?? [];
  if (script === undefined || part === undefined) return path as ImportField;
  const own = `${part}.${script}` as ImportField;
  return fields.includes(own) ? own : (`fullName.${script}` as ImportField);
}

/** A, B, … Z, AA: as spreadsheet programs name columns. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
