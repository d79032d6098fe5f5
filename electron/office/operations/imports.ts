/** A body's table, from the file to the register: chosen, previewed, and taken in whole or not at all. */
import { readSpreadsheet, type Table } from '../exchange/read-spreadsheet.ts';
import { columnLetter, importPeople, type ImportResult, type ImportTable } from '../exchange/import-people.ts';
import { findColumns, templateHeader } from '../exchange/import-columns.ts';
import { writeXlsx } from '../exchange/write-table.ts';
import { importFields, type ImportField, type ImportPreview } from '../../../shared/contract/exchange.ts';
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';
import { wordsOf } from '../words.ts';
import { saveBytes } from './save-bytes.ts';
import type { Handlers, OfficeContext } from './handlers.ts';
import type { Id } from '../../../shared/domain/primitives.ts';

type ImportOperation = 'import.choose' | 'import.remap' | 'import.commit' | 'import.discard' | 'import.saveTemplate';

/** A table being looked at. One at a time: choosing another file lets go of the one before. */
type Pending = {
  importId: string;
  eventId: Id;
  bodyId: Id;
  table: Table;
  read: ImportTable;
  result: ImportResult;
};

const rowsShown = 50;
const faultsShown = 500;

export function importHandlers(office: OfficeContext): Handlers<ImportOperation> {
  let pending: Pending | null = null;

  function look(importId: string, eventId: Id, bodyId: Id, table: Table, read: ImportTable): Outcome<ImportPreview> {
    const state = office.state();
    const event = state.events.get(eventId);
    if (!event) return refuse('event.unknown');
    if (!state.bodies.has(bodyId)) return refuse('body.unknown');
    const result = importPeople(read, { today: office.today(), event }, (key) => {
      const holder = state.byDocument.get(`${eventId}|${key}`);
      return holder ? (state.applications.get(holder)?.number ?? null) : null;
    });
    pending = { importId, eventId, bodyId, table, read, result };
    return done(previewOf(pending));
  }

  return {
    'import.choose': async ({ eventId, bodyId, language }) => {
      const words = wordsOf(office.state())[language].imports.dialog;
      const path = await office.ports.dialogs.openFile({
        title: words.choose,
        filters: [{ name: words.spreadsheets, extensions: ['xlsx', 'csv', 'tsv', 'txt'] }],
      });
      if (!path) return done(null);
      const table = await readSpreadsheet(path);
      if (!table.ok) return table;
      const columns = findColumns(table.value.rows);
      if (!columns) return refuse('import.noNameColumn', { file: table.value.fileName });
      return look(office.newId(), eventId, bodyId, table.value, { rows: table.value.rows, ...columns });
    },
    'import.remap': ({ importId, fields }) => {
      if (pending?.importId !== importId) return refuse('import.unknown');
      const { eventId, bodyId, table, read } = pending;
      return look(importId, eventId, bodyId, table, { ...read, fields: eachOnce(fields) });
    },
    'import.commit': async ({ importId }) => {
      if (pending?.importId !== importId) return refuse('import.unknown');
      // Looked at again: the register may have changed since the preview.
      const fresh = look(importId, pending.eventId, pending.bodyId, pending.table, pending.read);
      if (!fresh.ok) return fresh;
      const { eventId, bodyId, result } = pending;
      if (result.faults.length > 0) return refuse('import.hasFaults', { count: result.faults.length });
      const received = { receivedOn: office.today(), receivedHow: 'letter' as const };
      const rows = result.people.map(({ fields }) => ({ id: office.newId(), fields: { ...fields, ...received } }));
      const reading = { columns: [], nameOrder: 'surname-first' as const };
      const { fileName } = pending.table;
      const id = office.newId();
      const outcome = await office.execute({
        type: 'application.import',
        id,
        eventId,
        bodyId,
        fileName,
        reading,
        rows,
      });
      if (!outcome.ok) return outcome;
      pending = null;
      return done({ count: rows.length });
    },
    'import.discard': ({ importId }) => {
      if (pending?.importId === importId) pending = null;
      return done({});
    },
    'import.saveTemplate': async ({ language }) => {
      const words = wordsOf(office.state())[language].imports.dialog;
      const bytes = await writeXlsx({ sheet: words.templateSheet, header: importFields.map(templateHeader), rows: [] });
      return saveBytes(office, bytes, {
        title: words.saveTemplate,
        name: 'observers-template.xlsx',
        filters: [{ name: words.spreadsheets, extensions: ['xlsx'] }],
      });
    },
  };
}

function previewOf({ importId, table, read, result }: Pending): ImportPreview {
  const header = read.rows[read.headerRow] ?? [];
  return {
    importId,
    fileName: table.fileName,
    sheet: table.sheet,
    columns: header.map((text, index) => ({
      letter: columnLetter(index),
      header: text,
      field: read.fields[index] ?? null,
    })),
    people: result.people.length,
    rows: result.people.slice(0, rowsShown).map(({ row }) => ({ row, cells: [...(read.rows[row - 1] ?? [])] })),
    faults: result.faults.slice(0, faultsShown),
    faultCount: result.faults.length,
  };
}

/** One field stands in one column; a second choice of it is left out. */
function eachOnce(fields: readonly (ImportField | null)[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return fields.map((field) => {
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}
