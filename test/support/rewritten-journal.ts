/** A journal that somebody rewrote with care: every line altered as wanted, chained and encrypted anew. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeLine, firstPrev, type JournalLine } from '../../electron/office/store/journal-line.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';

/** Of an office's folder whose journal is not encrypted. Snapshots go, so that the register is made from the journal. */
export async function rewriteJournal(folder: string, alter: (event: OfficeEvent) => OfficeEvent): Promise<void> {
  const file = join(folder, 'journal.jsonl');
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  let prev = firstPrev;
  const rewritten = lines.map((text) => {
    const { events, seq, schema, at, who, command, why } = JSON.parse(text) as JournalLine<OfficeEvent>;
    const eventsJson = JSON.stringify(events.map(alter));
    const line = encodeLine({ eventsJson, schema, at, who, command, ...(why !== undefined && { why }) }, prev, seq);
    prev = line.sum;
    return line.bytes;
  });
  await writeFile(file, Buffer.concat(rewritten));
  for (const name of ['snapshot.json', 'snapshot.previous.json']) await rm(join(folder, name), { force: true });
}

/** The first person of an adopted annex gets another name; the checksum stays. */
export const withAnotherName = (event: OfficeEvent): OfficeEvent =>
  event.type === 'decision.adopted'
    ? { ...event, rows: event.rows.map((row, at) => (at === 0 ? { ...row, latin: 'SOMEBODY Else' } : row)) }
    : event;
