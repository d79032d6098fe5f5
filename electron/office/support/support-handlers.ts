/** The self-checks and the support report as operations; they work with an office open, refused, or not there at all. */
import { locales } from '#locales/index.ts';
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import type { OperationName, Output, ParsedInput } from '#shared/contract/index.ts';
import type { EntryStatus } from '#shared/contract/entry.ts';
import type { SelfCheck, supportOperations } from '#shared/contract/support.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { Compiler } from '../documents/compiler.ts';
import { saveBytes } from '../context/save-file.ts';
import { todayOf, type Clock, type Ports } from '../context/ports.ts';
import type { FailureLog } from './failure-log.ts';
import type { OfficeFindings } from './office-findings.ts';
import { gatherReport } from './report.ts';
import { reportText } from './report-text.ts';
import { runSelfChecks } from './self-checks.ts';

export type SupportOptions = {
  folder: string;
  ports: Ports;
  clock: Clock;
  compiler: Compiler;
  failures: FailureLog;
  status(): Promise<EntryStatus>;
  /** What the open office finds when it looks at itself; null while none is open. */
  look(): Promise<OfficeFindings | null>;
};

export type SupportOperation = Extract<OperationName, keyof typeof supportOperations>;
export type SupportHandlers = {
  [N in SupportOperation]: (input: ParsedInput<N>) => Promise<Outcome<Output<N>>> | Outcome<Output<N>>;
};

export function supportHandlers(options: SupportOptions): SupportHandlers {
  const { folder, ports, clock, compiler, failures, status, look } = options;

  async function check(): Promise<{ known: EntryStatus; office: OfficeFindings | null; checks: SelfCheck[] }> {
    const known = await status();
    // An office that cannot look at itself is the very case a report is made for.
    const office = await look().catch((thrown: unknown) => {
      failures.note({ kind: 'operation', thrown, operation: 'support.check' });
      return null;
    });
    const checks = await runSelfChecks({
      ...{ folder, office, refusal: known.refusal, compiler, now: clock.now(), runtime: known.runtime },
      isOnlyInstance: ports.isOnlyInstance ?? (() => true),
    });
    return { known, office, checks };
  }

  async function text(language: Language): Promise<string> {
    const { known, office, checks } = await check();
    const report = await gatherReport({
      ...{ folder, officeFolder: known.folder, language, now: clock.now(), status: known, office, checks },
      failures: failures.recent(),
    });
    return reportText(report, locales[language], language);
  }

  return {
    'support.check': async () => {
      const { checks } = await check();
      return done({ checks, failures: failures.recent().length });
    },
    'support.save': async ({ language }) => {
      const words = locales[language].support;
      return saveBytes(ports.dialogs, Buffer.from(await text(language), 'utf8'), {
        title: words.save,
        name: `observer-support-${todayOf(clock)}.txt`,
        filters: [{ name: words.file, extensions: ['txt'] }],
      });
    },
    'support.note': ({ name, stack }) => {
      const { what, places } = failures.note({ kind: 'screen', thrown: { name, stack } });
      return done({ what, places });
    },
  };
}
