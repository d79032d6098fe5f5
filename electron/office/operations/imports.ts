/** An organisation's table, from the file to the register: chosen, looked at, fixed, and taken in whole or not at all. */
import { adjust, cellsOf, headerOf, openSession, readRows, readingOf, rowsOf } from '../exchange/import-session.ts';
import { isOnlyAlike, isOpen, lacksPermit, standings, type Standing } from '../exchange/import-row-status.ts';
import { columnLetter } from '../exchange/import-people.ts';
import { readInThread } from '../exchange/read-in-thread.ts';
import { writeTemplate } from '../exchange/write-template.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { hostCountry } from '#shared/domain/rules/application-rules.ts';
import { roleRefusal } from '#shared/domain/rules/command-roles.ts';
import { heads } from '#shared/domain/records/operator.ts';
import { isJustified } from '#shared/domain/decide/application.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { wordsOf } from '../wording/words.ts';
import { saveBytes } from '../context/save-file.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';
import type { Alike, ImportSession, Surroundings } from '../exchange/import-session.ts';
import type { ImportPreview, ImportRow, ImportSummary, importRowsShown } from '#shared/contract/exchange.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { JobControl } from '../context/jobs.ts';
import type { NewVerdict } from '#shared/domain/records/application.ts';
import type { TableImport, TableReading } from '#shared/domain/records/table-import.ts';

type ImportOperation =
  | 'import.choose'
  | 'import.adjust'
  | 'import.rows'
  | 'import.commit'
  | 'import.discard'
  | 'import.list'
  | 'import.withdraw'
  | 'import.saveTemplate';

/** The top of the sheet, for finding the headers by eye. */
const rowsAtTop = 12;
/** A reading of the register and the table; at each change of the register it is made again before anybody comes in. */
type Pending = { session: ImportSession; seq: number };

const isShown: Record<(typeof importRowsShown)[number], (standing: Standing) => boolean> = {
  all: () => true,
  open: isOpen,
  alike: isOnlyAlike,
  skipped: ({ skipped }) => skipped,
};

export function importHandlers(office: OfficeContext): Handlers<ImportOperation> {
  /** One at a time: choosing another file lets go of the one before. */
  let pending: Pending | null = null;

  const surroundings = (electionId: Id): Outcome<Surroundings> => {
    const state = office.state();
    const election = state.elections.get(electionId);
    return election ? done({ state, context: { today: office.today(), election } }) : refuse('election.unknown');
  };
  const lookThrough = async (session: ImportSession, rows: number[] | 'all', control: JobControl) => {
    const { seq } = office.head();
    const around = surroundings(session.electionId);
    if (!around.ok) return around;
    await readRows(session, rows, around.value, control);
    return done(seq);
  };
  /** Also what was cancelled in the middle: half a table must never come in as a whole one. */
  const letGo = (importId: Id): void => {
    if (pending?.session.importId === importId) pending = null;
  };
  const lastReading = (organisationId: Id): TableReading | null => lastOf(office, organisationId)?.reading ?? null;

  return {
    'import.choose': async ({ electionId, organisationId, language, job }) => {
      if (!office.state().organisations.has(organisationId)) return refuse('organisation.unknown');
      const words = wordsOf(office.state())[language].imports.dialog;
      const path = await office.ports.dialogs.openFile({
        title: words.choose,
        // What cannot be read may be chosen too: the refusal says how to save it so that it can.
        filters: [
          { name: words.spreadsheets, extensions: ['xlsx', 'csv', 'tsv', 'txt', 'xls', 'xlsm', 'ods', 'docx', 'doc'] },
        ],
      });
      if (!path) return done(null);
      pending = null;
      return office.jobs.run(job, async (control) => {
        const workbook = await readInThread(office.spreadsheetWorkerFile, path, control.signal);
        if (!workbook.ok) return workbook;
        const place = { importId: office.newId(), electionId, organisationId };
        const session = openSession(place, workbook.value, lastReading(organisationId));
        const looked = await lookThrough(session, 'all', control);
        if (!looked.ok) return looked;
        pending = { session, seq: looked.value };
        return done(previewOf(session, standings(session, office.state())));
      });
    },
    'import.adjust': async ({ importId, change, job }) => {
      if (pending?.session.importId !== importId) return refuse('import.unknown');
      const { session } = pending;
      if (change.kind === 'hostCitizenPermit' && change.leave && !isJustified(change.leave)) {
        return refuse('application.overrideIncomplete');
      }
      const notAllowed = change.kind === 'hostCitizenPermit' ? roleRefusal(office.actor(), heads) : null;
      if (notAllowed) return notAllowed;
      const waiting = change.kind === 'skipAlike' ? standings(session, office.state()).filter(isOnlyAlike) : [];
      const rows = adjust(
        session,
        change,
        lastReading(session.organisationId),
        waiting.map(({ person }) => person.row),
      );
      const outcome = await office.jobs.run(job, async (control) => {
        if (rows === 'all' || rows.length > 0) {
          const looked = await lookThrough(session, rows, control);
          if (!looked.ok) return looked;
          if (rows === 'all') pending = { session, seq: looked.value };
        }
        return done(previewOf(session, standings(session, office.state())));
      });
      if (!outcome.ok) letGo(importId);
      return outcome;
    },
    'import.rows': ({ importId, show, offset, limit }) => {
      if (pending?.session.importId !== importId) return refuse('import.unknown');
      const { session } = pending;
      const shown = standings(session, office.state()).filter(isShown[show]);
      const rows = shown.slice(offset, offset + limit).map((one) => rowOf(office, session, one));
      return done({ total: shown.length, rows });
    },
    'import.commit': async ({ importId, job }) => {
      if (pending?.session.importId !== importId) return refuse('import.unknown');
      const { session } = pending;
      if (pending.seq !== office.head().seq) {
        // The register has changed since: somebody may have come in meanwhile.
        const looked = await office.jobs.run(job, (control) => lookThrough(session, 'all', control));
        if (!looked.ok) {
          letGo(importId);
          return looked;
        }
        pending = { session, seq: looked.value };
      }
      const all = standings(session, office.state());
      const open = all.filter(isOpen).length;
      if (open > 0) return refuse('import.unresolved', { count: open });
      const taken = all.filter(({ skipped }) => !skipped);
      const ids = new Map(taken.map(({ person }) => [person.row, office.newId()]));
      const received = { receivedOn: office.today(), receivedHow: 'letter' as const };
      const outcome = await office.execute({
        type: 'application.import',
        id: importId,
        electionId: session.electionId,
        organisationId: session.organisationId,
        fileName: session.workbook.fileName.slice(0, 500),
        reading: readingOf(session),
        rows: taken.map(({ person, alike, apart }) => ({
          id: ids.get(person.row) ?? '',
          fields: { ...person.fields, ...received },
          verdicts: verdictsOn(alike, apart, ids),
          hostOverride: session.hostCitizenPermits.get(person.row) ?? null,
        })),
      });
      if (!outcome.ok) return outcome;
      pending = null;
      return done({ id: importId, count: taken.length });
    },
    'import.discard': ({ importId }) => {
      letGo(importId);
      return done({});
    },
    'import.list': ({ electionId }) => done(importsOf(office, electionId)),
    'import.withdraw': ({ id }) => carryOut(office, { type: 'import.withdraw', id }),
    'import.saveTemplate': async ({ language }) => {
      const words = wordsOf(office.state());
      return saveBytes(office.ports.dialogs, await writeTemplate(words, language), {
        title: words[language].imports.dialog.saveTemplate,
        name: 'observers-template.xlsx',
        filters: [{ name: words[language].imports.dialog.spreadsheets, extensions: ['xlsx'] }],
      });
    },
  };
}

/** All tables taken in for an election, the latest first. */
export function importsOf(office: OfficeContext, electionId: Id): ImportSummary[] {
  const own = [...office.state().imports.values()].filter((record) => record.electionId === electionId);
  own.sort((a, b) => (a.at < b.at ? 1 : -1));
  return own.map((record) => summaryOf(office, record));
}

function lastOf(office: OfficeContext, organisationId: Id): TableImport | null {
  let last: TableImport | null = null;
  for (const record of office.state().imports.values()) {
    if (record.organisationId === organisationId && record.reading.columns.length > 0 && (!last || record.at > last.at))
      last = record;
  }
  return last;
}

function verdictsOn(alike: readonly Alike[], remark: string | null, ids: ReadonlyMap<number, Id>): NewVerdict[] {
  if (remark === null) return [];
  return alike.flatMap(({ id, row }) => {
    const other = id ?? (row === null ? undefined : ids.get(row));
    return other ? [{ other, verdict: 'different-people' as const, remark }] : [];
  });
}

function previewOf(session: ImportSession, all: readonly Standing[]): ImportPreview {
  const { importId, workbook, fields } = session;
  const header = headerOf(session);
  const skipped = all.filter((one) => one.skipped).length;
  const open = all.filter(isOpen);
  const holdsName = (field: (typeof fields)[number]) => field === 'surname.latin' || field === 'fullName.latin';
  return {
    importId,
    fileName: workbook.fileName,
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: session.sheet,
    headerRow: session.headerRow + 1,
    top: rowsOf(session)
      .slice(0, rowsAtTop)
      .map((cells, index) => ({ row: index + 1, cells: [...cells] })),
    columns: fields.map((field, index) => ({ letter: columnLetter(index), header: header[index] ?? '', field })),
    remembered: session.remembered,
    nameOrder: fields.some((field) => field?.startsWith('fullName.')) ? session.nameOrder : null,
    named: fields.some(holdsName),
    total: all.length,
    people: all.length - skipped - open.length,
    skipped,
    open: open.length,
    known: open.filter(({ faults }) => faults.some(({ code }) => code === 'import.sameDocumentInRegister')).length,
    alike: open.filter(isOnlyAlike).length,
    hostCitizens: open.filter(lacksPermit).length,
    lookalikes: all.filter(({ person }) => person.lookalikes).length,
    fixed: session.fix,
  };
}

function rowOf(office: OfficeContext, session: ImportSession, standing: Standing): ImportRow {
  const { person, skipped, faults, alike, apart } = standing;
  const { latin } = person.fields.names;
  return {
    row: person.row,
    cells: cellsOf(session, person.row),
    corrected: [...(session.corrections.get(person.row)?.keys() ?? [])],
    name: latin.surname,
    given: latin.given,
    document: person.fields.document.number,
    skipped,
    faults,
    possibleDuplicates: alike.map((one) => possibleDuplicateOf(office, session, one)),
    apart: apart !== null,
    hostCitizen: person.fields.citizenship === hostCountry,
    hostCitizenPermit: session.hostCitizenPermits.get(person.row) ?? null,
  };
}

function possibleDuplicateOf(office: OfficeContext, session: ImportSession, { id, row, likeness }: Alike) {
  const state = office.state();
  const kept = id === null ? undefined : state.applications.get(id);
  const fields = kept ?? session.people.get(row ?? 0)?.fields;
  return {
    number: kept?.number ?? null,
    row,
    name: fields ? fullName(fields.names.latin) : '',
    birthDate: fields?.birthDate ?? null,
    document: fields?.document.number ?? '',
    organisation: (kept && state.organisations.get(kept.organisationId)?.name) ?? null,
    likeness,
  };
}

function summaryOf(office: OfficeContext, record: TableImport): ImportSummary {
  const state = office.state();
  const { id, organisationId, fileName, at, applicationIds, withdrawnAt } = record;
  const initialStatus = applicationIds.every((one) => state.applications.get(one)?.importId === id);
  return {
    id,
    organisationId,
    organisation: state.organisations.get(organisationId)?.name ?? { ky: '', ru: '', en: '' },
    fileName,
    at,
    people: applicationIds.length,
    state: withdrawnAt ? 'withdrawn' : initialStatus ? 'initialStatus' : 'touched',
  };
}
