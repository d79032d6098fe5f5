/** The support report when the program did not come so far as to open its entry. */
import { createCompiler, type Compiler } from '../documents/compiler.ts';
import { refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { EntryStatus } from '#shared/contract/entry.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { systemClock, type Ports } from '../context/ports.ts';
import type { FailureLog } from './failure-log.ts';
import { supportHandlers } from './support-handlers.ts';

export type StartReportOptions = {
  folder: string;
  ports: Ports;
  projectRoot: string;
  workerFile: string;
  runtime: EntryStatus['runtime'];
  version: string;
  failures: FailureLog;
  language: Language;
};

export async function saveStartReport(options: StartReportOptions): Promise<Outcome<unknown>> {
  const { folder, ports, failures, runtime, version, language } = options;
  const compiler = compilerOrNone(options);
  try {
    const { 'support.save': save } = supportHandlers({
      ...{ folder, ports, failures, compiler, clock: systemClock },
      status: () =>
        Promise.resolve({
          ...{
            phase: 'choose',
            operator: null,
            trial: null,
            sample: false,
            refusal: null,
            report: null,
            officeExists: false,
            offered: null,
          },
          ...{ runtime, folder, version },
        }),
      look: () => Promise.resolve(null),
    });
    return await save({ language });
  } finally {
    await compiler.close();
  }
}

/** A broken installation may have no fonts and no compiler: the report says so. */
function compilerOrNone({ workerFile, projectRoot }: StartReportOptions): Compiler {
  try {
    return createCompiler({ workerFile, projectRoot });
  } catch {
    const fails = () => Promise.resolve(refuse('document.compilerFell'));
    return { compile: fails, join: fails, fonts: [''], close: () => Promise.resolve() };
  }
}
