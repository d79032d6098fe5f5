/**
 * The shapes of the records that a snapshot holds, by collection. A field that came with a later version has a default
 * in its schema, so parsing an older record completes it.
 */
import type { z } from 'zod';
import { Application } from '../../../shared/domain/application.ts';
import { Body } from '../../../shared/domain/body.ts';
import { Certificate } from '../../../shared/domain/certificate.ts';
import { Decision } from '../../../shared/domain/decision.ts';
import { DesignVersion } from '../../../shared/domain/design.ts';
import { ElectoralEvent } from '../../../shared/domain/event.ts';
import { Handover } from '../../../shared/domain/handover.ts';
import { OfficeSettings } from '../../../shared/domain/office.ts';
import { ReceivedHandover, RecordVersion } from '../../../shared/domain/received-handover.ts';
import { Operator } from '../../../shared/domain/operator.ts';
import { TableImport } from '../../../shared/domain/table-import.ts';
import { Printer } from '../../../shared/domain/printer.ts';
import { SigningKey } from '../../../shared/domain/signing-key.ts';
import { Wording } from '../../../shared/domain/wording.ts';
import type { Collections } from './snapshot-format.ts';

export const recordShapes: Readonly<Record<string, z.ZodType>> = {
  settings: OfficeSettings.nullable(),
  events: ElectoralEvent,
  bodies: Body,
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
