/**
 * The journal: `journal.jsonl`, append-only, the truth of the office. A line is written and flushed before it counts;
 * its cost does not depend on how long the journal is.
 */
import { dirname, join } from 'node:path';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { isDiskFull, systemCode, type FileHandle, type Files } from '../device/files.ts';
import { plainLines, type LineCodec } from './line-codec.ts';
import { encodeLine, type NewLine } from './journal-line.ts';
import type { Head, Mark, ReadJournal } from './journal-reader.ts';

export const journalName = 'journal.jsonl';

export type Journal = {
  readonly head: Head;
  /** Bytes of whole lines. */
  readonly length: number;
  mark(): Mark;
  /**
   * Answers once the line is on the device. Refused with `store.diskFull` or `store.writeFailed`, the journal is as it
   * was. `store.stuck`: nor could the line be taken back, so the next opening decides about it; until then no other is
   * taken.
   */
  append(line: NewLine): Promise<Outcome<Head>>;
  close(): Promise<void>;
};

/** Opens the journal for writing behind its last whole line; a torn tail must have been set aside before. */
export async function openJournal(
  folder: string,
  { place, torn }: ReadJournal,
  files: Files,
  lines: LineCodec = plainLines,
): Promise<Journal> {
  const file = await files.openBehind(join(folder, journalName), place.length);
  let stuck = false;
  try {
    // The tail that was set aside goes; and the names of the file and of its folder last before anything relies on them.
    if (torn) {
      await file.truncate(place.length);
      await file.sync();
    }
    await files.syncFolder(folder);
    await files.syncFolder(dirname(folder));
  } catch (error) {
    await file.close();
    throw error;
  }
  return {
    get head() {
      return place.head;
    },
    get length() {
      return place.length;
    },
    mark: () => place.mark(),
    async append(line) {
      if (stuck) return refuse('store.stuck');
      const { bytes: plain, sum } = encodeLine(line, place.head.hash, place.head.seq + 1);
      const bytes = Buffer.concat([lines.encode(plain.subarray(0, -1), place.head.seq + 1), plain.subarray(-1)]);
      try {
        await file.append(bytes);
        await file.sync();
      } catch (error) {
        stuck = !(await takeBack(file, place.length));
        // Nobody knows now whether the line will be found whole: the next opening tells.
        if (stuck) return refuse('store.stuck');
        if (isDiskFull(error)) return refuse('store.diskFull');
        return refuse('store.writeFailed', { reason: systemCode(error) ?? 'unknown' });
      }
      place.pass({ seq: place.head.seq + 1, hash: sum }, bytes);
      return done(place.head);
    },
    close: () => file.close(),
  };
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
