/**
 * The shapes of the records that a snapshot holds, by collection. A field that came with a later version has a default
 * in its schema, so parsing an older record completes it.
 */
import type { z } from 'zod';
import { Application } from '#shared/domain/records/application.ts';
import { Organisation } from '#shared/domain/records/organisation.ts';
import { Certificate } from '#shared/domain/records/certificate.ts';
import { Decision } from '#shared/domain/records/decision.ts';
import { DesignVersion } from '#shared/domain/records/design.ts';
import { Election } from '#shared/domain/records/election.ts';
import { Handover } from '#shared/domain/records/handover.ts';
import { OfficeSettings } from '#shared/domain/records/office.ts';
import { ReceivedHandover, RecordVersion } from '#shared/domain/records/received-handover.ts';
import { Operator } from '#shared/domain/records/operator.ts';
import { TableImport } from '#shared/domain/records/table-import.ts';
import { Printer } from '#shared/domain/records/printer.ts';
import { SigningKey } from '#shared/domain/records/signing-key.ts';
import { Wording } from '#shared/domain/records/wording.ts';
import type { Collections } from './snapshot-format.ts';

export const recordShapes: Readonly<Record<string, z.ZodType>> = {
  settings: OfficeSettings.nullable(),
  elections: Election,
  organisations: Organisation,
  applications: Application,
  decisions: Decision,
  certificates: Certificate,
  handovers: Handover,
  received: ReceivedHandover,
  imports: TableImport,
  wordings: Wording,
  designs: DesignVersion,
  printers: Printer,
  signingKeys: SigningKey,
  versions: RecordVersion,
  operators: Operator,
};

/** Records of an older version with the fields that came since. Throws for a record that is none of ours. */
export function completed(records: Collections): Collections {
  return Object.fromEntries(
    Object.entries(records).map(([name, list]) => {
      const shape = recordShapes[name];
      return [name, shape ? list.map((record) => shape.parse(record)) : list];
    }),
  );
}
