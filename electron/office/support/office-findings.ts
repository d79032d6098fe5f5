/** What the open office finds when it looks at itself, in numbers alone: for the self-checks. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BackupStatus } from '#shared/contract/backups.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { systemCode } from '../device/files.ts';
import { picturesOf, type AuditedRecords } from '../audit/verify-records.ts';

export type OfficeFindings = {
  counts: { changes: number; people: number; decisions: number; certificates: number };
  /** Lines that were read and found whole; `broken` is the first one that was not. */
  journal: { lines: number; broken: number | null };
  /** When the last line was written; null in an empty journal. */
  lastAt: string | null;
  pictures: { total: number; missing: number };
  snapshotRebuilt: boolean;
  backup: BackupStatus;
};

const perTurn = 200;

export async function lookAtOffice(
  records: AuditedRecords,
  snapshotRebuilt: boolean,
  backup: () => Promise<BackupStatus>,
): Promise<OfficeFindings> {
  const state = records.state();
  const { seq } = records.head();
  const journal: OfficeFindings['journal'] = { lines: 0, broken: null };
  let lastAt: string | null = null;
  for await (const line of linesUntil(records, seq)) {
    if (!line.ok) {
      journal.broken = brokenLine(line.refusal) ?? journal.lines + 1;
      break;
    }
    journal.lines += 1;
    lastAt = line.value.at;
    if (journal.lines % perTurn === 0) await nextTurn();
  }
  if (journal.broken === null && journal.lines < seq) journal.broken = journal.lines + 1;
  const pictures = { total: 0, missing: 0 };
  for (const { hash, shelf } of picturesOf(state)) {
    pictures.total += 1;
    if (!(await records[shelf].find(hash)).ok) pictures.missing += 1;
  }
  return {
    counts: {
      ...{ changes: seq, people: state.applications.size },
      ...{ decisions: state.decisions.size, certificates: state.certificates.size },
    },
    ...{ journal, lastAt, pictures, snapshotRebuilt, backup: await backup() },
  };
}

async function* linesUntil({ lines }: AuditedRecords, seq: number): ReturnType<AuditedRecords['lines']> {
  try {
    for await (const line of lines()) {
      if (line.ok && line.value.seq > seq) return;
      yield line;
    }
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

const brokenLine = ({ params }: Refusal): number | null => (typeof params?.line === 'number' ? params.line : null);
