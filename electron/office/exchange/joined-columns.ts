/**
 * What a table keeps in several columns and the register in one: a patronymic after the given names, as where a whole
 * name stands in one cell, and a passport's series before its number.
 */
import type { ImportField } from '#shared/contract/exchange.ts';
import { orderOfHeader } from '#shared/text/full-name.ts';
import type { SharedHeader } from './sideways-merges.ts';

type Rows = readonly (readonly string[])[];

const namesPatronymic = /отчеств|атасынын|patronymic|middle name/iu;
const namesSurname = /фамили|surname|last name|family name/iu;

/**
 * One header over the columns of a name: in which stands the surname, in which the given names, and where there are
 * three, in which the patronymic. A header that names no surname is of given names and patronymic alone.
 */
export function nameColumns({ text, columns }: SharedHeader, field: ImportField | undefined): Map<number, ImportField> {
  const script = /^(?:fullName|given)\.(latin|ky|ru)$/u.exec(field ?? '')?.[1] as 'latin' | 'ky' | 'ru' | undefined;
  const [one, other, third] = columns;
  if (script === undefined || one === undefined || other === undefined) return new Map();
  const givenOnly = namesPatronymic.test(text) && !namesSurname.test(text) && field?.startsWith('given.') === true;
  const surnameLast = orderOfHeader(text) === 'surname-last';
  const parts =
    third === undefined
      ? givenOnly
        ? { given: one, patronymic: other }
        : surnameLast
          ? { given: one, surname: other }
          : { surname: one, given: other }
      : surnameLast
        ? { given: one, patronymic: other, surname: third }
        : { surname: one, given: other, patronymic: third };
  return new Map(Object.entries(parts).map(([part, column]) => [column, `${part}.${script}` as ImportField]));
}

/** Rows below the headers that are looked at to tell a series from a number. */
const rowsSampled = 50;
/** A series is short: AN, 75, IV-АБ; a number has digits, and is no date. */
const looksLikeSeries = /^[\p{L}\p{N} -]{1,6}$/u;
const looksLikeNumber = /^(?:№|N)?\s*\p{L}{0,2}\s*\d[\d ]{4,}$/u;

/** One header over the columns of a document: a series beside its number, told by what stands in them. */
export function seriesColumns(
  { columns }: SharedHeader,
  field: ImportField | undefined,
  below: Rows,
): Map<number, ImportField> {
  if (field !== 'document.number') return new Map();
  const hold = (column: number, looks: RegExp) => {
    const cells = below.slice(0, rowsSampled).flatMap((row) => (row[column] ? [row[column]] : []));
    return cells.filter((cell) => looks.test(cell)).length * 2 > cells.length;
  };
  const at = columns.findIndex((column, index) => {
    const next = columns[index + 1];
    return next !== undefined && hold(column, looksLikeSeries) && hold(next, looksLikeNumber);
  });
  const [series, number] = [columns[at], columns[at + 1]];
  if (series === undefined || number === undefined) return new Map();
  return new Map<number, ImportField>([
    [series, 'document.series'],
    [number, 'document.number'],
  ]);
}

/** A column headed by the word for a number alone is the document's where a series stands beside it. */
export function numberBesideSeries(
  fields: readonly (ImportField | null)[],
  isBareNumber: (column: number) => boolean,
): (ImportField | null)[] {
  const series = fields.indexOf('document.series');
  if (series < 0 || fields.includes('document.number')) return [...fields];
  const number = [series + 1, series - 1].find((at) => fields[at] === null && isBareNumber(at));
  return fields.map((field, column) => (column === number ? 'document.number' : field));
}

/** Tables put a dash where there is nothing; joined to something it would stay in it. */
const isDash = (text: string): boolean => /^[\p{Pd}−]+$/u.test(text);

const words = (text: string): string[] => text.toUpperCase().split(/\s+/u);

/** The patronymic stands after the given names already, as a passport has it. Alone it is a given name of the same sound. */
function endsWith(given: string, patronymic: string): boolean {
  const [all, last] = [words(given), words(patronymic)];
  return all.length > last.length && all.slice(-last.length).join(' ') === last.join(' ');
}

/** Given names and patronymic, as the register holds them. */
export const withPatronymic = (given: string, patronymic: string): string =>
  isDash(patronymic) || endsWith(given, patronymic)
    ? given
    : [given, patronymic].filter((part) => part !== '').join(' ');

/** Cells merged over series and number hold the whole number in the first of them. */
const isWholeNumber = (series: string): boolean => (series.match(/\d/gu)?.length ?? 0) >= 5;

const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '');

/**
 * The number of a document as its machine readable lines have it: the series before it, with no blank between. Null when
 * there is a series and no number to it. A number that bears its series already is left as it is.
 */
export function withSeries(series: string, number: string): string | null {
  const short = withoutBlanks(series);
  if (short === '' || isDash(short)) return number;
  if (number === '' || isDash(number)) return isWholeNumber(short) ? short : null;
  const bearsIt = /\p{L}/u.test(short) && withoutBlanks(number).toUpperCase().startsWith(short.toUpperCase());
  return bearsIt ? number : `${short}${number}`;
}
