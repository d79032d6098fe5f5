/** What comes in from a spreadsheet and what goes out on a stick. */
import { z } from 'zod';
import { FieldFaultCode, RefusalParams } from '../domain/base/refusals.ts';
import { Handover, HandoverLevel, HandoverScope } from '../domain/records/handover.ts';
import { Id, Instant, IsoDate, Language, Line, Trilingual } from '../domain/base/primitives.ts';
import { KeyId } from '../domain/records/signing-key.ts';
import { importedFields } from '../domain/records/observer-lists.ts';
import { NameOrder } from '../domain/records/table-import.ts';
import { HostOverride } from '../domain/records/application.ts';
import { PossibleDuplicateRow } from './applications.ts';
import { workers } from '../domain/records/operator.ts';
import { Done, Job, Window, operation, writing } from './operation.ts';

/** More columns than any list of people has. */
export const maximumColumns = 200;

/**
 * What a column of an organisation's table can hold: the columns of the observer's fields, and whole names. A patronymic is
 * joined to the given names, and a series goes before the number: the register holds neither by itself.
 */
export const importFields = [...importedFields, 'fullName.latin', 'fullName.ky', 'fullName.ru'] as const;
export const ImportField = z.enum(importFields);
export type ImportField = z.infer<typeof ImportField>;

export const importFaultCodes = [
  ...FieldFaultCode.options,
  'import.unknownValue',
  'import.sameDocumentInFile',
  'import.sameDocumentInRegister',
  'import.valueTooLong',
] as const;

/** A bad cell; `row` is the spreadsheet's own row number, `column` its letter (A, B, … AA). */
export const ImportFault = z.strictObject({
  row: z.int(),
  column: z.string(),
  header: z.string(),
  code: z.enum(importFaultCodes),
  params: RefusalParams,
});
export type ImportFault = z.infer<typeof ImportFault>;

/** A row as its sheet has it: the spreadsheet's own row number and its cells. */
export const SheetRow = z.strictObject({ row: z.int(), cells: z.array(z.string()) });

export const ImportPreview = z.strictObject({
  importId: z.string(),
  fileName: z.string(),
  sheets: z.array(z.string()),
  /** Index of the sheet that is read. */
  sheet: z.int(),
  /** The spreadsheet's row number of the headers; 0 when the table has none. */
  headerRow: z.int(),
  /** The top of the sheet, to find the headers in. */
  top: z.array(SheetRow),
  /** The headers found and what each column is taken for, null when it is left out. */
  columns: z.array(z.strictObject({ letter: z.string(), header: z.string(), field: ImportField.nullable() })),
  /** The columns are read as in the last table of the same organisation. */
  remembered: z.boolean(),
  /** How cells with a whole name are taken apart; null when no column holds any. */
  nameOrder: NameOrder.nullable(),
  /** Some column holds the surname as on the passport. */
  named: z.boolean(),
  /** Rows that hold anything below the headers. */
  total: z.int(),
  /** Rows that would become people now: neither skipped nor with an open question. */
  people: z.int(),
  skipped: z.int(),
  /** Rows with a bad cell or with somebody alike: each is fixed, settled or skipped before anybody is taken in. */
  open: z.int(),
  /** Of these, rows whose travel document is in the register already. */
  known: z.int(),
  /** Of these, rows with no bad cell whose person is like somebody and was not judged yet. */
  alike: z.int(),
  /** Of these, rows of citizens of the host country for whom no head has given leave. */
  hostCitizens: z.int(),
  /** Rows with letters that only look right. */
  lookalikes: z.int(),
  fixed: z.boolean(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Somebody like the person of a row: in the register, with a number, or in another row of the table. */
export const ImportPossibleDuplicate = z.strictObject({
  number: z.int().nullable(),
  row: z.int().nullable(),
  name: z.string(),
  birthDate: IsoDate.nullable(),
  document: z.string(),
  organisation: Trilingual.nullable(),
  likeness: PossibleDuplicateRow.shape.likeness,
});

/** A head's leave for a citizen of the host country, recorded with the person. */
const HostCitizenPermit = HostOverride.pick({ justification: true });

export const ImportRow = z.strictObject({
  row: z.int(),
  cells: z.array(z.string()),
  /** Columns whose cell the clerk has corrected here. */
  corrected: z.array(z.int()),
  /** The person as read. */
  name: z.string(),
  given: z.string(),
  /** The number of the travel document as read, with its series. */
  document: z.string(),
  skipped: z.boolean(),
  faults: z.array(ImportFault),
  possibleDuplicates: z.array(ImportPossibleDuplicate),
  /** Judged to be another person than all of these. */
  apart: z.boolean(),
  /** A citizen of the host country. */
  hostCitizen: z.boolean(),
  /** The head's leave for this citizen of the host country. */
  hostCitizenPermit: HostCitizenPermit.nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** One step of the clerk in the preview; rows are named by the spreadsheet's row number. */
export const ImportChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sheet'), sheet: z.int().min(0) }),
  z.strictObject({ kind: z.literal('headerRow'), row: z.int().min(0) }),
  z.strictObject({ kind: z.literal('columns'), fields: z.array(ImportField.nullable()).max(maximumColumns) }),
  z.strictObject({ kind: z.literal('nameOrder'), order: NameOrder }),
  z.strictObject({ kind: z.literal('fix'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('cell'), row: z.int(), column: z.int(), text: Line }),
  z.strictObject({ kind: z.literal('skip'), rows: z.array(z.int()).max(20_000), on: z.boolean() }),
  /** Skips every row whose travel document is in the register already. */
  z.strictObject({ kind: z.literal('skipKnown') }),
  /** Another person than all who are like this one; the verdict is kept with the remark. */
  z.strictObject({ kind: z.literal('apart'), row: z.int(), on: z.boolean(), remark: Line }),
  /** The same said of several rows at once: each is kept as its own verdict. */
  z.strictObject({ kind: z.literal('apartMany'), rows: z.array(z.int()).min(1).max(500), remark: Line }),
  /** Skips every row that waits for a verdict about somebody alike. */
  z.strictObject({ kind: z.literal('skipAlike') }),
  /** Leave for citizens of the host country, or none of it any more. */
  z.strictObject({
    kind: z.literal('hostCitizenPermit'),
    rows: z.array(z.int()).min(1).max(200),
    leave: HostCitizenPermit.nullable(),
  }),
]);
export type ImportChange = z.infer<typeof ImportChange>;

/** `alike`: only a verdict about somebody alike is wanted of them. */
export const importRowsShown = ['all', 'open', 'alike', 'skipped'] as const;

/** An import that was recorded, for the list from which it can be taken back. */
export const ImportSummary = z.strictObject({
  id: Id,
  organisationId: Id,
  organisation: Trilingual,
  fileName: z.string(),
  at: Instant,
  people: z.int(),
  state: z.enum(['initialStatus', 'touched', 'withdrawn']),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** With the page that checks badges without a network; left out where the office has no key to sign its list with. */
const WithVerifier = z.boolean().default(true);

export const HandoverPlan = z.strictObject({
  people: z.int(),
  organisations: z.int(),
  files: z.array(z.string()),
  encrypted: z.boolean(),
});

export const exchangeOperations = {
  /** Asks for a file and reads it in a thread of its own; null when the clerk thought better of it. */
  'import.choose': operation(
    workers,
    z.strictObject({ electionId: Id, organisationId: Id, language: Language, job: Job }),
    ImportPreview.nullable(),
  ),
  'import.adjust': operation(
    workers,
    z.strictObject({ importId: z.string(), change: ImportChange, job: Job }),
    ImportPreview,
  ),
  'import.rows': operation(
    workers,
    z.strictObject({ importId: z.string(), show: z.enum(importRowsShown), ...Window }),
    z.strictObject({ total: z.int(), rows: z.array(ImportRow) }),
  ),
  /** All the people of the preview who are not skipped, or none. */
  'import.commit': operation(
    writing('application.import'),
    z.strictObject({ importId: z.string(), job: Job }),
    z.strictObject({ id: Id, count: z.int() }),
  ),
  'import.discard': operation(workers, z.strictObject({ importId: z.string() }), Done),
  /** The imports of an election, the last first. */
  'import.list': operation('everybody', z.strictObject({ electionId: Id }), z.array(ImportSummary)),
  /** Takes back a whole import, as long as nobody has touched its people. */
  'import.withdraw': operation(writing('import.withdraw'), z.strictObject({ id: Id }), Done),
  /** Saves the empty table to send to organisations, with headers in three languages. */
  'import.saveTemplate': operation(
    'everybody',
    z.strictObject({ language: Language }),
    z.strictObject({ saved: z.boolean() }),
  ),

  'handover.list': operation('everybody', z.strictObject({ electionId: Id }), z.array(Handover)),
  'handover.plan': operation(
    workers,
    z.strictObject({ electionId: Id, scope: HandoverScope, level: HandoverLevel, withVerifier: WithVerifier }),
    HandoverPlan,
  ),
  /** Asks for the stick's folder; null when the clerk thought better of it. */
  'handover.chooseFolder': operation(
    workers,
    z.strictObject({ language: Language }),
    z.strictObject({ folder: z.string(), freeBytes: z.number() }).nullable(),
  ),
  /** Writes the bag, reads it back and compares, then records the handover. */
  'handover.write': operation(
    writing('handover.record'),
    z.strictObject({
      electionId: Id,
      scope: HandoverScope,
      level: HandoverLevel,
      /** As answered by `handover.chooseFolder`; another folder is refused. */
      folder: z.string(),
      giver: Line,
      receiver: Line,
      /** For the full level, whose personal data is encrypted with it; at least 12 characters. */
      passphrase: z.string().max(200).nullable(),
      /** In place of a passphrase: the key of the office that alone can open it, one that the register knows. */
      receiverKey: KeyId.nullable().default(null),
      languages: z.array(Language).min(1).max(3),
      withVerifier: WithVerifier,
      job: Job,
    }),
    Handover,
  ),
};
