/**
 * The drafts of forms that were not saved yet, and what was opened lately. They stand beside the register and are no part
 * of it. It is one file, because unsaved work holds personal data: whoever encrypts the office's folder encrypts this file
 * as well. A damaged file is as good as none, for everything that was saved is in the journal.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { KeptWork, RecordRef } from '#shared/contract/drafts.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { Instant, type Id } from '#shared/domain/base/primitives.ts';
import { nodeFiles } from '../device/device.ts';
import { isDiskFull, systemCode, type Files } from '../device/files.ts';
import { writeWhole } from '../device/atomic-write.ts';
import { withTodaysNames } from '../store/first-names.ts';
import type { Clock } from '../context/ports.ts';
import type { UnfinishedWork } from '#shared/contract/drafts.ts';

export const draftsName = 'desk.json';

const Opened = RecordRef.extend({ at: Instant });
export type OpenedRecord = z.infer<typeof Opened>;

/** More unfinished forms than anybody comes back to: the oldest beyond them is let go. */
const mostUnfinished = 100;
const mostOpened = 60;

const DraftsFile = z.strictObject({ unfinished: z.array(KeptWork), opened: z.array(Opened) });
type DraftsFile = z.infer<typeof DraftsFile>;

export type Drafts = {
  /** The latest first, once it is on the device: what is shown as kept outlives a power cut. */
  unfinished(by: Id): Promise<readonly KeptWork[]>;
  /** Of one operator: another's, under the same key, is not theirs to see. */
  take(key: string, by: Id): KeptWork | null;
  /** Answers when it is on the device; `store.diskFull`, `store.writeFailed`. */
  keep(work: UnfinishedWork, by: Id): Promise<Outcome<Record<string, never>>>;
  discard(key: string, by: Id): Promise<Outcome<Record<string, never>>>;
  /** The latest first, each record once. */
  opened(): readonly OpenedRecord[];
  noteOpened(record: RecordRef): Promise<Outcome<Record<string, never>>>;
  /** Waits for what is being written. */
  close(): Promise<void>;
};

export async function openDrafts(folder: string, clock: Clock, files: Files = nodeFiles): Promise<Drafts> {
  const path = join(folder, draftsName);
  let drafts = await readDrafts(files, path);
  let writing: Promise<Outcome<Record<string, never>>> | null = null;
  let next: Promise<Outcome<Record<string, never>>> | null = null;

  /** However fast the clerk types, at most one writing goes on and one waits, with the latest of everything. */
  function write(): Promise<Outcome<Record<string, never>>> {
    if (!writing) {
      writing = writeDrafts(files, path, () => drafts).finally(() => {
        writing = null;
      });
      return writing;
    }
    next ??= writing.then(() => {
      next = null;
      return write();
    });
    return next;
  }

  async function settled(): Promise<void> {
    while (writing ?? next) await (next ?? writing);
  }

  return {
    async unfinished(by) {
      await settled();
      return drafts.unfinished.filter((work) => isOf(work, by));
    },
    take: (key, by) => drafts.unfinished.find((work) => work.key === key && isOf(work, by)) ?? null,
    keep(work, by) {
      const others = drafts.unfinished.filter((other) => other.key !== work.key || !isOf(other, by));
      const kept = { ...work, at: clock.now().toISOString(), by };
      drafts = { ...drafts, unfinished: [kept, ...others].slice(0, mostUnfinished) };
      return write();
    },
    discard(key, by) {
      const unfinished = drafts.unfinished.filter((work) => work.key !== key || !isOf(work, by));
      if (unfinished.length === drafts.unfinished.length) return Promise.resolve(done({}));
      drafts = { ...drafts, unfinished };
      return write();
    },
    opened: () => drafts.opened,
    noteOpened({ kind, id }) {
      const others = drafts.opened.filter((other) => other.kind !== kind || other.id !== id);
      drafts = { ...drafts, opened: [{ kind, id, at: clock.now().toISOString() }, ...others].slice(0, mostOpened) };
      return write();
    },
    close: settled,
  };
}

/** What was begun before there were operators is anybody's. */
const isOf = (work: KeptWork, by: Id): boolean => work.by === null || work.by === by;

async function readDrafts(files: Files, path: string): Promise<DraftsFile> {
  try {
    const read: unknown = JSON.parse((await files.read(path))?.toString('utf8') ?? '');
    return DraftsFile.parse(withTodaysNames(read));
  } catch {
    return { unfinished: [], opened: [] };
  }
}

async function writeDrafts(
  files: Files,
  path: string,
  drafts: () => DraftsFile,
): Promise<Outcome<Record<string, never>>> {
  try {
    await writeWhole(files, path, () => JSON.stringify(drafts()));
    return done({});
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    return isDiskFull(error) ? refuse('store.diskFull') : refuse('store.writeFailed', { reason });
  }
}
