/**
 * Failed attempts to get in, and how long the next one must wait. They are kept in a file, so a restart forgives
 * nothing; an attempt is counted before it is judged, so killing the program does not take it back; and a clock set back
 * starts the wait anew. Only who reads the disk itself gets around this: against that one stands the cost of scrypt.
 *
 * Names that nobody has are counted together and not kept: people type passwords into the wrong field.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { systemCode, type Files } from '../device/files.ts';
import { writeWhole } from '../device/atomic-write.ts';

export const attemptsName = 'attempts.json';

/** Seconds to wait after so many failures in a row; the last of them for all that follow. */
const waits = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600, 900];

const Slots = z.record(z.string(), z.strictObject({ failures: z.int().min(0), at: z.number() }));
type Slots = z.infer<typeof Slots>;

export type Clocks = {
  /** Milliseconds since 1970 by the laptop's clock, which anybody can set. */
  now: () => number;
  /** Milliseconds by a clock that nobody can set, from any beginning. */
  steady: () => number;
};

export type Attempts = {
  /** Whole seconds until the next attempt is allowed; 0: now. */
  wait(slot: string): Promise<number>;
  /** An attempt is made now. */
  begin(slot: string): Promise<void>;
  /** It succeeded: nothing is held against the slot any more. */
  forgive(slot: string): Promise<void>;
};

export async function openAttempts(folder: string, files: Files, { now, steady }: Clocks): Promise<Attempts> {
  const path = join(folder, attemptsName);
  let slots = await readSlots(files, path);
  /** By the steady clock, for this run. */
  const begun = new Map<string, number>();

  /** On a full or read-only disk the waits still hold for as long as the program runs. */
  async function keep(next: Slots): Promise<void> {
    slots = next;
    try {
      await writeWhole(files, path, () => JSON.stringify(slots));
    } catch (error) {
      if (systemCode(error) === null) throw error;
    }
  }

  return {
    async wait(slot) {
      const kept = slots[slot];
      if (!kept) return 0;
      const whole = (waits[Math.min(kept.failures, waits.length) - 1] ?? 0) * 1000;
      const today = now();
      if (today < kept.at) await keep({ ...slots, [slot]: { ...kept, at: today } });
      const since = Math.min(
        today - Math.min(kept.at, today),
        steady() - (begun.get(slot) ?? Number.NEGATIVE_INFINITY),
      );
      return Math.max(0, Math.ceil((whole - since) / 1000));
    },
    async begin(slot) {
      begun.set(slot, steady());
      await keep({ ...slots, [slot]: { failures: (slots[slot]?.failures ?? 0) + 1, at: now() } });
    },
    async forgive(slot) {
      begun.delete(slot);
      await keep(Object.fromEntries(Object.entries(slots).filter(([name]) => name !== slot)));
    },
  };
}

async function readSlots(files: Files, path: string): Promise<Slots> {
  try {
    return Slots.parse(JSON.parse((await files.read(path))?.toString('utf8') ?? ''));
  } catch {
    return {};
  }
}
