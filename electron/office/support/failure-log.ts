/**
 * Recent failures, in one small file of the data folder. It is written at once and synchronously, for the process may be
 * about to end; what cannot be written is remembered until then. No failure of its own reaches anybody.
 */
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#shared/contract/support.ts';
import { failureOf, type FailureParts } from './failure.ts';

export const failureLogName = 'recent-failures.jsonl';

/** So many are kept; the file is cut to them when it holds twice as many. */
const mostKept = 100;
/** The same failure over and over (a loop, a clock that ticks) is kept so many times a minute. */
const mostPerMinute = 20;

export type FailureLog = {
  /** Keeps what may be kept of a failure, and answers with it. */
  note(parts: Omit<FailureParts, 'at'>): Failure;
  /** The newest last. */
  recent(): Failure[];
};

export function openFailureLog(folder: string, now: () => Date = () => new Date()): FailureLog {
  const path = join(folder, failureLogName);
  let kept = read(path).slice(-mostKept);
  let lines = Number.POSITIVE_INFINITY;
  let minute = 0;
  let inMinute = 0;

  const write = (failure: Failure): void => {
    try {
      if (lines >= 2 * mostKept) {
        const partial = `${path}.partial`;
        writeFileSync(partial, kept.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 });
        renameSync(partial, path);
        lines = kept.length;
      } else {
        appendFileSync(path, `${JSON.stringify(failure)}\n`, { mode: 0o600 });
        lines += 1;
      }
    } catch {
      // A full disk, a folder that is gone: it stays in memory, and the report is made from there.
      lines = Number.POSITIVE_INFINITY;
    }
  };

  return {
    note(parts) {
      const failure = failureOf({ ...parts, at: now() });
      const thisMinute = Math.floor(Date.now() / 60_000);
      inMinute = thisMinute === minute ? inMinute + 1 : 1;
      minute = thisMinute;
      if (inMinute > mostPerMinute) return failure;
      kept = [...kept, failure].slice(-mostKept);
      write(failure);
      return failure;
    },
    recent: () => [...kept],
  };
}

/** A damaged line is passed over: another program may have written here. */
function read(path: string): Failure[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          const parsed = Failure.safeParse(JSON.parse(line));
          return parsed.success ? [parsed.data] : [];
        } catch {
          return [];
        }
      });
  } catch {
    return [];
  }
}
