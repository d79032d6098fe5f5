/** The numbered self-checks: each looks at one thing and finds one of a few things. None of them changes a record. */
import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { selfCheckNames, type SelfCheck } from '#shared/contract/support.ts';
import type { EntryStatus } from '#shared/contract/entry.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import type { Compiler } from '../documents/compiler.ts';
import type { OfficeFindings } from './office-findings.ts';

export type Checked = {
  /** The data folder. */
  folder: string;
  /** Null while no office is open. */
  office: OfficeFindings | null;
  /** Why the office was not opened. */
  refusal: Refusal | null;
  compiler: Compiler;
  now: Date;
  runtime: EntryStatus['runtime'];
  /** This program alone is open on the folder. */
  isOnlyInstance: () => boolean;
};

type Found = Omit<SelfCheck, 'name'>;
type Check = (checked: Checked) => Promise<Found> | Found;

const found = (standing: Found['standing'], finding: Found['finding'], figures: Found['figures'] = {}): Found => ({
  ...{ standing, finding, figures },
});

const megabyte = 1024 * 1024;
/** Below the first a clerk should make room; below the second a table of photos may not fit any more. */
const littleSpace = 2048 * megabyte;
const noSpace = 200 * megabyte;
/** A clock that stands back by more than this has been set back, or its battery is empty. */
const clockMayDiffer = 2 * 60_000;
const hour = 60 * 60_000;
/** A compiler that starts on a slow disk needs a while; one that hangs is stopped. */
const compilerMayTake = 90_000;

/** Runs them one after another; one that itself fails finds `notChecked`. */
export async function runSelfChecks(checked: Checked): Promise<SelfCheck[]> {
  const results: SelfCheck[] = [];
  for (const name of selfCheckNames) {
    try {
      results.push({ name, ...(await checks[name](checked)) });
    } catch {
      results.push({ name, ...found('unknown', 'notChecked') });
    }
  }
  return results;
}

const checks: Record<(typeof selfCheckNames)[number], Check> = {
  async folder({ folder }) {
    const probe = join(folder, '.self-check');
    try {
      const file = await open(probe, 'w', 0o600);
      try {
        await file.writeFile('ok');
        await file.sync();
      } finally {
        await file.close();
      }
      return found('good', 'folderWritable');
    } catch {
      return found('bad', 'folderNotWritable');
    } finally {
      await rm(probe, { force: true }).catch(() => undefined);
    }
  },
  async space({ folder }) {
    const space = await diskSpace(folder);
    if (!space) return found('unknown', 'spaceUnknown');
    const figures = { bytes: space.free };
    if (space.free < noSpace) return found('bad', 'spaceGone', figures);
    return space.free < littleSpace ? found('attention', 'spaceLow', figures) : found('good', 'spaceEnough', figures);
  },
  journal({ office, refusal }) {
    if (refusal) {
      const { line } = refusal.params ?? {};
      return typeof line === 'number' ? found('bad', 'journalBroken', { line }) : found('bad', 'journalRefused');
    }
    if (!office) return found('unknown', 'noOffice');
    const { lines, broken } = office.journal;
    return broken === null ? found('good', 'journalWhole', { lines }) : found('bad', 'journalBroken', { line: broken });
  },
  snapshot({ office }) {
    if (!office) return found('unknown', 'noOffice');
    return office.snapshotRebuilt ? found('attention', 'snapshotRebuilt') : found('good', 'snapshotUsed');
  },
  photos({ office }) {
    if (!office) return found('unknown', 'noOffice');
    const { total: pictures, missing } = office.pictures;
    return missing > 0
      ? found('bad', 'photosMissing', { pictures, missing })
      : found('good', 'photosWhole', { pictures });
  },
  async compiler({ compiler }) {
    const made = await compiler.compile(
      { template: 'self-check.typ', data: '{}', files: [] },
      AbortSignal.timeout(compilerMayTake),
    );
    return made.ok && made.value.length > 0 ? found('good', 'compilerWorks') : found('bad', 'compilerFails');
  },
  async fonts({ compiler }) {
    const sizes = await Promise.all(
      compiler.fonts.map((path) =>
        stat(path).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    );
    const missing = sizes.filter((size) => size === 0).length;
    const fonts = sizes.length;
    return missing > 0 ? found('bad', 'fontsMissing', { missing, fonts }) : found('good', 'fontsWhole', { fonts });
  },
  clock({ office, now }) {
    if (!office) return found('unknown', 'noOffice');
    const back = office.lastAt === null ? 0 : Date.parse(office.lastAt) - now.getTime();
    return back > clockMayDiffer
      ? found('bad', 'clockBehind', { minutes: Math.round(back / 60_000) })
      : found('good', 'clockPlausible');
  },
  instance: ({ isOnlyInstance }) =>
    isOnlyInstance() ? found('good', 'onlyOne') : found('attention', 'severalInstances'),
  backup({ office, now }) {
    if (!office) return found('unknown', 'noOffice');
    const { folder, last, behind, late, failure } = office.backup;
    if (folder === null) return found('attention', 'backupNone');
    if (failure) return found('bad', 'backupFailed');
    if (!last) return found('attention', 'backupNone');
    const hours = Math.max(0, Math.round((now.getTime() - Date.parse(last.at)) / hour));
    if (late) return found('attention', 'backupLate', { hours, changes: behind });
    return behind === 0
      ? found('good', 'backupFresh', { hours })
      : found('good', 'backupBehind', { hours, changes: behind });
  },
  runtime: ({ runtime }) =>
    runtime === 'official' ? found('good', 'runtimeOfficial') : found('attention', 'runtimeDevelopment'),
};

/** Bytes; null where the system does not tell. */
export async function diskSpace(folder: string): Promise<{ size: number; free: number } | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { size: blocks * bsize, free: bavail * bsize };
  } catch {
    return null;
  }
}
