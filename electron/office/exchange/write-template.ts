/** The empty table to send to organisations: headers in three languages, an example row, and a sheet of notes. */
import writeXlsxFile from 'write-excel-file/node';
import type { ImportField } from '#shared/contract/exchange.ts';
import { importExample } from '#shared/domain/records/observer-lists.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { locales } from '#locales/index.ts';
import type { OfficeWords } from '../wording/words.ts';
import { templateFields, templateHeader } from './import-columns.ts';

/** Wide enough for a header of three lines and for what people write below it, in characters. */
const columnWidth = 30;
const headerHeight = 62;

/** Example data that says how each column is filled in; nobody who exists. */
function exampleOf(field: ImportField): string {
  const { example } = locales.en.imports.template;
  const values = locales.en['import-headers'].values;
  const first = (list: string) => list.split('|')[0] ?? '';
  const own: Partial<Record<ImportField, string>> = {
    'surname.latin': example.surname,
    'given.latin': example.given,
    'surname.ky': locales.ky.imports.template.example.surname,
    'given.ky': locales.ky.imports.template.example.given,
    'surname.ru': locales.ru.imports.template.example.surname,
    'given.ru': locales.ru.imports.template.example.given,
    sex: first(values.sex.female),
    citizenship: countryName('MNG', 'en'),
    'document.kind': first(values.documentKind.passport),
    'document.issuer': countryName('MNG', 'en'),
    category: first(values.category['short-term']),
    'position.ky': locales.ky.imports.template.example.position,
    'position.ru': locales.ru.imports.template.example.position,
    'position.en': example.position,
  };
  return own[field] ?? importExample(field);
}

/** True for the template's example row, when it comes back as it was sent. */
export const isExample = (surname: string, given: string): boolean =>
  surname === locales.en.imports.template.example.surname && given === locales.en.imports.template.example.given;

export async function writeTemplate(words: OfficeWords, language: Language): Promise<Uint8Array> {
  const text = (value: string) => ({ value, type: String, wrap: true, alignVertical: 'top' as const });
  const people = [
    templateFields.map((field) => ({
      ...text(templateHeader(field)),
      fontWeight: 'bold' as const,
      backgroundColor: '#E8EDF3',
      height: headerHeight,
    })),
    templateFields.map((field) => ({ ...text(exampleOf(field)), fontStyle: 'italic' as const, color: '#6B7280' })),
  ];
  const notes = languages.flatMap((one) => {
    const { title, lines } = words[one].imports.template;
    return [
      [{ ...text(title), fontWeight: 'bold' as const }],
      ...Object.values(lines).map((line) => [text(line)]),
      [text('')],
    ];
  });
  const { templateSheet, notesSheet } = words[language].imports.dialog;
  return writeXlsxFile([
    {
      data: people,
      sheet: templateSheet,
      columns: templateFields.map(() => ({ width: columnWidth })),
      stickyRowsCount: 1,
    },
    { data: notes, sheet: notesSheet, columns: [{ width: 110 }] },
  ]).toBuffer();
}
