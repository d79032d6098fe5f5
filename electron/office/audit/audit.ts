/** The audit of one office: its lines, the last check, and the check that the program makes by itself after opening. */
import type { AuditReport } from '#shared/contract/audit.ts';
import type { Outcome } from '#shared/domain/base/refusals.ts';
import type { JobControl } from '../context/jobs.ts';
import { journalIndex, type JournalIndex } from './journal-index.ts';
import { verifyRecords, type AuditedRecords } from './verify-records.ts';

export type Audit = {
  index: JournalIndex;
  latest(): AuditReport | null;
  /** `by`: who asked for it. */
  verify(by: string, control: JobControl): Promise<Outcome<AuditReport>>;
  /** Ends the program's own check. */
  close(): Promise<void>;
};

/** Milliseconds after opening, when the clerk has seen the first screen. */
const restAfterOpening = 20_000;

export function keepAudit({ onChecked, ...records }: AuditedRecords & { onChecked: () => void }): Audit {
  let latest: AuditReport | null = null;
  const closing = new AbortController();
  let running: Promise<unknown> = Promise.resolve();

  async function check(by: string | null, control: JobControl): Promise<Outcome<AuditReport>> {
    const checked = await verifyRecords(records, by, control);
    if (checked.ok) {
      latest = checked.value;
      onChecked();
    }
    return checked;
  }

  const timer = setTimeout(() => {
    if (latest === null) running = check(null, { signal: closing.signal, progress: () => undefined }).catch(() => null);
  }, restAfterOpening);
  timer.unref();

  return {
    index: journalIndex(records.lines),
    latest: () => latest,
    verify: (by, control) => check(by, control),
    async close() {
      clearTimeout(timer);
      closing.abort();
      await running;
    },
  };
}
