/** Gathers the support report: versions, the computer, the self-checks and recent failures. No name, no number, no path. */
import { arch, cpus, freemem, platform, release, totalmem, uptime } from 'node:os';
import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { SupportReport, type Failure, type SelfCheck } from '#shared/contract/support.ts';
import type { EntryStatus } from '#shared/contract/entry.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { journalName } from '../store/journal.ts';
import { migrations } from '../store/migrations.ts';
import type { OfficeFindings } from './office-findings.ts';
import { diskSpace } from './self-checks.ts';

export type Gathered = {
  /** The data folder, and the one of the office in it. */
  folder: string;
  officeFolder: string;
  language: Language;
  now: Date;
  status: Pick<EntryStatus, 'phase' | 'sample' | 'refusal' | 'runtime' | 'version'>;
  office: OfficeFindings | null;
  checks: SelfCheck[];
  failures: Failure[];
};

/** The schema has the last word: what has no place in it cannot get into a report. */
export async function gatherReport(gathered: Gathered): Promise<SupportReport> {
  const { folder, officeFolder, language, now, status, office, checks, failures } = gathered;
  const disk = await diskSpace(folder);
  const counts = office?.counts;
  return SupportReport.parse({
    format: 'observer-accreditation-support-report',
    formatVersion: 1,
    at: now.toISOString(),
    language,
    program: {
      version: plain(status.version),
      runtime: status.runtime,
      electron: plain(process.versions.electron),
      chromium: plain(process.versions.chrome),
      node: plain(process.versions.node),
      schema: migrations.current,
    },
    computer: {
      platform: plain(platform()),
      release: plain(release()),
      architecture: plain(arch()),
      processors: cpus().length,
      memory: totalmem(),
      memoryFree: freemem(),
      memoryUsed: process.memoryUsage().rss,
      diskSize: disk?.size ?? null,
      diskFree: disk?.free ?? null,
      upMinutes: Math.round(uptime() / 60),
    },
    office: {
      phase: status.phase,
      sample: status.sample,
      refusal: status.refusal?.code ?? null,
      changes: counts?.changes ?? null,
      people: counts?.people ?? null,
      decisions: counts?.decisions ?? null,
      certificates: counts?.certificates ?? null,
      journalBytes: await bytesOf(join(officeFolder, journalName)),
    },
    checks,
    failures,
  } satisfies SupportReport);
}

/** Versions come from the system in many shapes; only what a version needs is kept. */
const plain = (version: string | undefined): string => (version ?? '').replace(/[^A-Za-z0-9.+~_-]/gu, '-').slice(0, 80);

const bytesOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  );
