/**
 * A table being looked at before it is taken in: which sheet and columns are read, what the clerk has corrected,
 * skipped and judged, and how each row stands. Reading goes in slices, so that the office answers meanwhile.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { possibleDuplicatesOf, type Compared, type Likeness } from '#shared/domain/rules/duplicates.ts';
import { putApplication } from '#shared/domain/evolve/application.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { orderOfHeader } from '#shared/text/full-name.ts';
import { initialStatus, type Application, type HostOverride } from '#shared/domain/records/application.ts';
import type { ImportChange, ImportField } from '#shared/contract/exchange.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { NameOrder, TableReading } from '#shared/domain/records/table-import.ts';
import type { RuleContext } from '#shared/domain/rules/application-rules.ts';
import type { JobControl } from '../context/jobs.ts';
import { columnsOf, guessColumns } from './import-columns.ts';
import { readPerson, type ReadPerson, type TableLayout } from './import-people.ts';
import { isHeading, noneMerged, readHeader, withNamesApart, type SidewaysRuns } from './sideways-merges.ts';
import { isExample } from './write-template.ts';
import type { Workbook } from './read-spreadsheet.ts';

/** What the session asks of the register. */
export type Surroundings = { state: State; context: RuleContext };

export type Alike = { id: Id | null; row: number | null; likeness: Likeness };
export type Person = ReadPerson & { row: number; alike: Alike[] };

export type ImportSession = {
  readonly importId: Id;
  readonly electionId: Id;
  readonly organisationId: Id;
  readonly workbook: Workbook;
  sheet: number;
  headerRow: number;
  fields: (ImportField | null)[];
  remembered: boolean;
  nameOrder: NameOrder;
  fix: boolean;
  corrections: Map<number, Map<number, string>>;
  skipped: Set<number>;
  /** Rows judged to be other people than all who are like them, with the remark. */
  apart: Map<number, string>;
  /** Rows of citizens of the host country whom an officer has allowed. */
  hostCitizenPermits: Map<number, Pick<HostOverride, 'justification'>>;
  people: Map<number, Person>;
  /** The rows as if they were in a register of their own: who of them are alike is found as in the real one. */
  file: State;
};

const rowsASlice = 50;

export function openSession(
  place: Pick<ImportSession, 'importId' | 'electionId' | 'organisationId'>,
  workbook: Workbook,
  before: TableReading | null,
): ImportSession {
  const session: ImportSession = {
    ...place,
    workbook,
    sheet: 0,
    headerRow: 0,
    fields: [],
    remembered: false,
    nameOrder: before?.nameOrder ?? 'surname-first',
    fix: false,
    corrections: new Map(),
    skipped: new Set(),
    apart: new Map(),
    hostCitizenPermits: new Map(),
    people: new Map(),
    file: emptyState,
  };
  const guesses = workbook.sheets.map(({ rows, sideways }) => guessColumns(rows, before?.columns ?? [], sideways));
  const known = guesses.map(({ fields }) => fields.filter(Boolean).length);
  session.sheet = known.indexOf(Math.max(...known));
  layColumns(session, guesses[session.sheet] ?? { headerRow: 0, fields: [], remembered: false }, before);
  return session;
}

export const rowsOf = (session: ImportSession): readonly (readonly string[])[] =>
  session.workbook.sheets[session.sheet]?.rows ?? [];

const mergedOf = (session: ImportSession): SidewaysRuns =>
  session.workbook.sheets[session.sheet]?.sideways ?? noneMerged;

export function headerOf(session: ImportSession): string[] {
  const { texts } = readHeader(rowsOf(session), session.headerRow, mergedOf(session));
  return session.fields.map((_, column) => texts[column] ?? '');
}

/** The cells of a row with the clerk's corrections; `row` is the spreadsheet's number. */
export function cellsOf(session: ImportSession, row: number): string[] {
  const corrected = session.corrections.get(row);
  const runs = mergedOf(session).get(row - 1) ?? [];
  const written = rowsOf(session)[row - 1] ?? [];
  const cells = runs.length === 0 ? written : withNamesApart(written, session.fields, runs, session.nameOrder);
  return session.fields.map((_, column) => corrected?.get(column) ?? cells[column] ?? '');
}

function layColumns(session: ImportSession, columns: ReturnType<typeof columnsOf>, before: TableReading | null): void {
  session.headerRow = columns.headerRow;
  session.fields = eachOnce(columns.fields);
  session.remembered = columns.remembered;
  const named = session.fields.findIndex((field) => field?.startsWith('fullName.'));
  const told = named < 0 ? null : orderOfHeader(headerOf(session)[named] ?? '');
  session.nameOrder = (columns.remembered ? before?.nameOrder : null) ?? told ?? session.nameOrder;
  session.corrections.clear();
  session.skipped.clear();
  session.apart.clear();
  session.hostCitizenPermits.clear();
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

/**
 * Takes a step of the clerk; `waiting` are the rows that wait for a verdict about somebody alike. Answers with the rows
 * to be read again: those named, or all of them.
 */
export function adjust(
  session: ImportSession,
  change: ImportChange,
  before: TableReading | null,
  waiting: readonly number[],
): number[] | 'all' {
  const remembered = before?.columns ?? [];
  switch (change.kind) {
    case 'sheet':
      session.sheet = Math.min(change.sheet, session.workbook.sheets.length - 1);
      layColumns(session, guessColumns(rowsOf(session), remembered, mergedOf(session)), before);
      return 'all';
    case 'headerRow':
      layColumns(session, columnsOf(rowsOf(session), change.row - 1, remembered, mergedOf(session)), before);
      return 'all';
    case 'columns':
      session.fields = eachOnce(session.fields.map((_, column) => change.fields[column] ?? null));
      return 'all';
    case 'nameOrder':
      session.nameOrder = change.order;
      return 'all';
    case 'fix':
      session.fix = change.on;
      return 'all';
    case 'cell': {
      const row = session.corrections.get(change.row) ?? new Map<number, string>();
      session.corrections.set(change.row, row.set(change.column, change.text.trim()));
      // Another person now, who may be like others, and for whom nobody has given leave.
      session.apart.delete(change.row);
      session.hostCitizenPermits.delete(change.row);
      return [change.row];
    }
    case 'skip':
      for (const row of change.rows) {
        if (change.on) session.skipped.add(row);
        else session.skipped.delete(row);
      }
      return [];
    case 'skipKnown':
      for (const { row, alike } of session.people.values()) if (alike.some(isHolder)) session.skipped.add(row);
      return [];
    case 'apart':
      if (change.on) session.apart.set(change.row, change.remark);
      else session.apart.delete(change.row);
      return [];
    case 'apartMany':
      for (const row of change.rows) session.apart.set(row, change.remark);
      return [];
    case 'skipAlike':
      for (const row of waiting) session.skipped.add(row);
      return [];
    case 'hostCitizenPermit':
      for (const row of change.rows) {
        if (change.leave) session.hostCitizenPermits.set(row, change.leave);
        else session.hostCitizenPermits.delete(row);
      }
      return change.rows;
  }
}

/** Has this row's very travel document, in the register. */
export const isHolder = ({ id, likeness }: Alike): boolean => id !== null && likeness.document === 'same';

/** Reads all rows, or some again, and looks for who is like whom. Throws when it is cancelled. */
export async function readRows(
  session: ImportSession,
  rows: number[] | 'all',
  { state, context }: Surroundings,
  { signal, progress }: JobControl,
): Promise<void> {
  const layout = layoutOf(session);
  const wanted = rows === 'all' ? filledRows(session) : rows;
  if (rows === 'all') {
    session.people = new Map();
    session.file = emptyState;
  }
  const runCooperatively = async (list: readonly number[], from: number, work: (row: number) => void) => {
    for (const [index, row] of list.entries()) {
      if (index % rowsASlice === 0) {
        signal.throwIfAborted();
        progress(from + index, from + list.length);
        await nextTurn();
      }
      work(row);
    }
  };
  const partners = new Set<number>();
  const notePartners = (row: number) => {
    for (const alike of session.people.get(row)?.alike ?? []) if (alike.row !== null) partners.add(alike.row);
  };
  await runCooperatively(wanted, 0, (row) => {
    notePartners(row);
    const hostCitizenAllowed = session.hostCitizenPermits.has(row);
    const read = readPerson(layout, row, cellsOf(session, row), { ...context, hostCitizenAllowed });
    session.people.set(row, { ...read, row, alike: [] });
    session.file = putApplication(session.file, asApplication(session, row, read));
  });
  const compare = (row: number) => {
    const person = session.people.get(row);
    if (person) person.alike = alikeOf(session, person, state);
  };
  await runCooperatively(wanted, wanted.length, compare);
  if (rows !== 'all') {
    for (const row of wanted) notePartners(row);
    for (const row of partners) compare(row);
  }
}

export const layoutOf = (session: ImportSession): TableLayout => ({
  header: headerOf(session),
  fields: session.fields,
  nameOrder: session.nameOrder,
  fix: session.fix,
});

/** Rows below the headers that say anything in a column that is read. */
function filledRows(session: ImportSession): number[] {
  const [surname, given] = [session.fields.indexOf('surname.latin'), session.fields.indexOf('given.latin')];
  const bearsExample = (cells: readonly string[]) => isExample(cells[surname] ?? '', cells[given] ?? '');
  return rowsOf(session).flatMap((cells, index) => {
    const filled = session.fields.some((field, column) => field !== null && (cells[column] ?? '') !== '');
    const isPerson = filled && !bearsExample(cells) && !isHeading(cells, mergedOf(session).get(index));
    return index > session.headerRow && isPerson ? [index + 1] : [];
  });
}

const rowId = (row: number): Id => `row-${String(row)}`;

const asApplication = (session: ImportSession, row: number, { fields }: ReadPerson): Application => ({
  ...fields,
  id: rowId(row),
  electionId: session.electionId,
  organisationId: session.organisationId,
  number: row,
  ...initialStatus,
});

function alikeOf(session: ImportSession, { row, fields }: Person, state: State): Alike[] {
  const compared: Compared = { ...fields, id: rowId(row), electionId: session.electionId, verdicts: [] };
  return [
    ...possibleDuplicatesOf(state, compared).map(({ application, likeness }) => ({
      id: application.id,
      row: null,
      likeness,
    })),
    ...possibleDuplicatesOf(session.file, compared).map(({ application, likeness }) => ({
      id: null,
      row: application.number,
      likeness,
    })),
  ];
}

/** What the office remembers of the table for the organisation's next one. */
export const readingOf = (session: ImportSession): TableReading => {
  const header = headerOf(session);
  return {
    columns: session.fields.flatMap((field, column) => {
      const text = (header[column] ?? '').slice(0, 500);
      return field && text !== '' ? [{ header: text, field }] : [];
    }),
    nameOrder: session.nameOrder,
  };
};
