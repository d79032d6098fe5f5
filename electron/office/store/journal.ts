/**
 * The journal: `journal.jsonl`, append-only, the truth of the office. A line is written and flushed before it counts;
 * its cost does not depend on how long the journal is.
 */
import { join } from 'node:path';
import { done, refuse, type Outcome } from '../../../shared/domain/errors.ts';
import { codeOf, type FileHandle, type Files } from './files.ts';
import { checkLine, encodeLine, firstPrev, newline, type JournalLine } from './journal-line.ts';

export const journalName = 'journal.jsonl';

export type Head = { seq: number; hash: string };
export const noLines: Head = { seq: 0, hash: firstPrev };

export type Journal = {
  head: Head;
  append(line: Omit<JournalLine<unknown>, 'prev' | 'seq'>): Promise<Outcome<Head>>;
  close(): Promise<void>;
};

export type ReadJournal = {
  /** Bytes up to the end of the last whole line. */
  length: number;
  head: Head;
  /** What a power cut left behind the last whole line, if anything. */
  torn: Buffer | null;
};

/** So many zero bytes in a row are never text: a block that the device never got. */
const lostBlock = Buffer.alloc(16);

/**
 * Reads and checks every line by its bytes, and calls `onLine` for each. A tail that was never acknowledged is told
 * apart from damage: a line is acknowledged only when it stands whole on the device, newline and all. An unended line,
 * or a last line with a block of zeros in it, is what a power cut leaves; everything else that does not hold is damage
 * and refuses the journal.
 */
export function readJournal(
  bytes: Buffer,
  onLine: (seq: number, seal: string, json: Buffer) => void,
): Outcome<ReadJournal> {
  let head = noLines;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(newline, start);
    if (end < 0) break;
    const line = bytes.subarray(start, end);
    const checked = checkLine(line, head.hash, head.seq + 1);
    if (!checked) {
      const isLast = bytes.indexOf(newline, end + 1) < 0;
      if (isLast && line.includes(lostBlock)) return done({ length: start, head, torn: bytes.subarray(start) });
      return refuse('store.chainBroken', { line: head.seq + 1 });
    }
    head = { seq: checked.seq, hash: checked.seal };
    onLine(checked.seq, checked.seal, checked.json);
    start = end + 1;
  }
  const tail = bytes.subarray(start);
  return done({ length: start, head, torn: tail.length > 0 ? tail : null });
}

/** Opens the journal for writing behind its last whole line; the torn tail must have been set aside before. */
export async function openJournal(
  folder: string,
  read: { length: number; head: Head },
  files: Files,
): Promise<Journal> {
  const file = await files.openAppend(join(folder, journalName));
  let { length } = read;
  let stuck = false;
  const journal: Journal = {
    head: read.head,
    async append(line) {
      if (stuck) return refuse('store.stuck');
      const { bytes, seal } = encodeLine({ prev: journal.head.hash, seq: journal.head.seq + 1, ...line });
      try {
        await file.append(bytes);
        await file.sync();
      } catch (error) {
        stuck = !(await takeBack(file, length));
        const full = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
        return full ? refuse('store.diskFull') : refuse('store.writeFailed', { reason: codeOf(error) });
      }
      length += bytes.length;
      journal.head = { seq: journal.head.seq + 1, hash: seal };
      return done(journal.head);
    },
    close: () => file.close(),
  };
  return journal;
}

/** Half a line is taken back; while that fails nothing more may be written behind it. */
async function takeBack(file: FileHandle, length: number): Promise<boolean> {
  try {
    await file.truncate(length);
    await file.sync();
    return true;
  } catch {
    return false;
  }
}
