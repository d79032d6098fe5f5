/**
 * What the checksum of an adopted decision is made of: all that the commission adopted and nothing that was said of it
 * since. Adoption reckons it, the check of the records and whoever is handed the decision reckon it again.
 */
import { z } from 'zod';
import { AdoptedRow, DecisionFields, type Decision } from '../records/decision.ts';
import { sameRecord } from '../base/equal-records.ts';

/** The decision as adopted, its notes and the draft's own annex aside. */
type AdoptedContent = DecisionFields &
  Pick<Decision, 'id' | 'electionId' | 'number' | 'date'> & { adoptedRows: readonly AdoptedRow[] };

const Rows = z.array(AdoptedRow.strip());
const Fields = DecisionFields.strip();

/** Fields that came with a later version, the last one first, with the value that stands in decisions of before. */
const addedSince = [['present', null]] as const satisfies readonly (readonly [keyof DecisionFields, unknown])[];

/**
 * The text whose SHA-256 is the checksum: JSON with the fields in the order of their shapes, however they came to
 * stand in the record. Number and day are set into the draft as it stood, which no checksum had yet.
 */
export function contentText(decision: AdoptedContent): string {
  return textWith(decision, Fields.parse(decision));
}

/** True when an adopted decision says what its checksum was reckoned from; of a draft nothing is claimed. */
export function isAsAdopted(decision: Decision, sha256: (text: string) => string): boolean {
  const { status, rows, adoptedRows, contentHash } = decision;
  if (status !== 'adopted') return true;
  const annex = adoptedRows.map(({ applicationId, action, reason }) => ({ applicationId, action, reason }));
  return sameRecord(rows, annex) && contentTexts(decision).some((text) => sha256(text) === contentHash);
}

/**
 * Every text from which the checksum may have been reckoned, today's first: a decision that was adopted before a field
 * came was reckoned without it. A field that says anything stands in all of them.
 */
function contentTexts(decision: AdoptedContent): string[] {
  let fields: Partial<DecisionFields> = Fields.parse(decision);
  const texts = [textWith(decision, fields)];
  for (const [name, before] of addedSince) {
    const { [name]: said, ...older } = fields;
    if (said !== before) break;
    fields = older;
    texts.push(textWith(decision, fields));
  }
  return texts;
}

function textWith(decision: AdoptedContent, fields: Partial<DecisionFields>): string {
  const { id, electionId, number, date, adoptedRows } = decision;
  const header = {
    ...fields,
    id,
    eventId: electionId,
    status: 'draft',
    number,
    date,
    adoptedAt: null,
    contentHash: null,
  };
  return JSON.stringify({ ...header, rows: Rows.parse(adoptedRows).map(rowAsFirstNamed) });
}

/** The keys that a row had when the first decisions were adopted, in their order: every checksum is made of them. */
const rowAsFirstNamed = (row: AdoptedRow): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [firstNames[key] ?? key, value]));

const firstNames: Readonly<Record<string, string>> = { organisation: 'body', organisationId: 'bodyId' };
