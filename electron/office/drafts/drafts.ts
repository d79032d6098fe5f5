/**
 * The clerk's desk, kept beside the register and no part of it: unsaved work and what was opened lately. It is one file,
 * for unsaved work holds personal data: whoever seals the office's folder seals this file as well. A damaged file is as
 * good as none, for everything that was saved is in the journal.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { KeptWork, RecordRef } from '#shared/contract/desk.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { Instant, type Id } from '#shared/domain/base/primitives.ts';
import { nodeFiles } from '../device/device.ts';
import { isDiskFull, systemCode, type Files } from '../device/files.ts';
import { writeWhole } from '../device/atomic-write.ts';
import type { Clock } from '../context/ports.ts';
import type { UnfinishedWork } from '#shared/contract/desk.ts';

export const deskName = 'desk.json';

const Opened = RecordRef.extend({ at: Instant });
export type OpenedRecord = z.infer<typeof Opened>;

/** More unfinished forms than anybody comes back to: the oldest beyond them is let go. */
const mostUnfinished = 100;
const mostOpened = 60;

const DeskFile = z.strictObject({ unfinished: z.array(KeptWork), opened: z.array(Opened) });
type DeskFile = z.infer<typeof DeskFile>;

export type Desk = {
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

export async function openDesk(folder: string, clock: Clock, files: Files = nodeFiles): Promise<Desk> {
  const path = join(folder, deskName);
  let desk = await readDesk(files, path);
  let writing: Promise<Outcome<Record<string, never>>> | null = null;
  let next: Promise<Outcome<Record<string, never>>> | null = null;

  /** However fast the clerk types, at most one writing goes on and one waits, with the latest of everything. */
  function write(): Promise<Outcome<Record<string, never>>> {
    if (!writing) {
      writing = writeDesk(files, path, () => desk).finally(() => {
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
      return desk.unfinished.filter((work) => isOf(work, by));
    },
    take: (key, by) => desk.unfinished.find((work) => work.key === key && isOf(work, by)) ?? null,
    keep(work, by) {
      const others = desk.unfinished.filter((other) => other.key !== work.key || !isOf(other, by));
      const kept = { ...work, at: clock.now().toISOString(), by };
      desk = { ...desk, unfinished: [kept, ...others].slice(0, mostUnfinished) };
      return write();
    },
    discard(key, by) {
      const unfinished = desk.unfinished.filter((work) => work.key !== key || !isOf(work, by));
      if (unfinished.length === desk.unfinished.length) return Promise.resolve(done({}));
      desk = { ...desk, unfinished };
      return write();
    },
    opened: () => desk.opened,
    noteOpened({ kind, id }) {
      const others = desk.opened.filter((other) => other.kind !== kind || other.id !== id);
      desk = { ...desk, opened: [{ kind, id, at: clock.now().toISOString() }, ...others].slice(0, mostOpened) };
      return write();
    },
    close: settled,
  };
}

/** What was begun before there were operators is anybody's. */
const isOf = (work: KeptWork, by: Id): boolean => work.by === null || work.by === by;

async function readDesk(files: Files, path: string): Promise<DeskFile> {
  try {
    return DeskFile.parse(JSON.parse((await files.read(path))?.toString('utf8') ?? ''));
  } catch {
    return { unfinished: [], opened: [] };
  }
}

async function writeDesk(files: Files, path: string, desk: () => DeskFile): Promise<Outcome<Record<string, never>>> {
  try {
    await writeWhole(files, path, () => JSON.stringify(desk()));
    return done({});
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    return isDiskFull(error) ? refuse('store.diskFull') : refuse('store.writeFailed', { reason });
  }
}
