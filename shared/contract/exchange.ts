/** What comes in from a spreadsheet and what goes out on a stick. */
import { z } from 'zod';
import { FieldFaultCode, RefusalParams } from '../domain/errors.ts';
import { Handover, HandoverLevel, HandoverScope } from '../domain/handover.ts';
import { Id, Language, Line } from '../domain/primitives.ts';
import { Done, Job, operation } from './operation.ts';

/** What a column of a body's table can hold. */
export const importFields = [
  'surname.latin',
  'given.latin',
  'surname.ky',
  'given.ky',
  'surname.ru',
  'given.ru',
  'sex',
  'birthDate',
  'citizenship',
  'document.kind',
  'document.number',
  'document.issuer',
  'document.expiry',
  'category',
  'position.ky',
  'position.ru',
  'position.en',
  'stayFrom',
  'stayTo',
  'remarks',
] as const;
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

export const ImportPreview = z.strictObject({
  importId: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  /** The headers found and what each column is taken for, null when it is left out. */
  columns: z.array(z.strictObject({ letter: z.string(), header: z.string(), field: ImportField.nullable() })),
  /** Rows that would become people. */
  people: z.int(),
  /** The first rows as read, for the clerk to look at: the spreadsheet's row number and its cells. */
  rows: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
  faults: z.array(ImportFault),
  /** All faults, also those beyond the ones listed. */
  faultCount: z.int(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const HandoverPlan = z.strictObject({
  people: z.int(),
  bodies: z.int(),
  files: z.array(z.string()),
  encrypted: z.boolean(),
});

export const exchangeOperations = {
  /** Asks for a file and reads it; null when the clerk thought better of it. */
  'import.choose': operation(z.strictObject({ eventId: Id, bodyId: Id, language: Language }), ImportPreview.nullable()),
  'import.remap': operation(
    z.strictObject({ importId: z.string(), fields: z.array(ImportField.nullable()) }),
    ImportPreview,
  ),
  /** All the people of the preview, or none. */
  'import.commit': operation(z.strictObject({ importId: z.string() }), z.strictObject({ count: z.int() })),
  'import.discard': operation(z.strictObject({ importId: z.string() }), Done),
  /** Saves the empty table to send to bodies, with headers in three languages. */
  'import.saveTemplate': operation(z.strictObject({ language: Language }), z.strictObject({ saved: z.boolean() })),

  'handover.list': operation(z.strictObject({ eventId: Id }), z.array(Handover)),
  'handover.plan': operation(z.strictObject({ eventId: Id, scope: HandoverScope, level: HandoverLevel }), HandoverPlan),
  /** Asks for the stick's folder; null when the clerk thought better of it. */
  'handover.chooseFolder': operation(
    z.strictObject({ language: Language }),
    z.strictObject({ folder: z.string(), freeBytes: z.number() }).nullable(),
  ),
  /** Writes the bag, reads it back and compares, then records the handover. */
  'handover.write': operation(
    z.strictObject({
      eventId: Id,
      scope: HandoverScope,
      level: HandoverLevel,
      /** As answered by `handover.chooseFolder`; another folder is refused. */
      folder: z.string(),
      giver: Line,
      receiver: Line,
      /** Needed for the full level, whose personal data is encrypted; at least 12 characters. */
      passphrase: z.string().max(200).nullable(),
      languages: z.array(Language).min(1).max(3),
      job: Job,
    }),
    Handover,
  ),
};
