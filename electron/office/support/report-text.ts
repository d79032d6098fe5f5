/** The support report as a file: words for the clerk, and behind them the same as JSON for whoever fixes the program. */
import type { Words } from '#locales/index.ts';
import type { SelfCheck, SupportReport } from '#shared/contract/support.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatBytes, formatNumber } from '#shared/text/numbers.ts';
import { fill } from '../wording/fill.ts';

/** Stands before the JSON; what follows it is one object. */
export const jsonMark = '-----JSON-----';

/** UTF-8 with a byte-order mark and Windows line ends, for the editor of any laptop opens it. */
export function reportText(report: SupportReport, words: Words, language: Language): string {
  const { support } = words;
  const { program, computer, office, checks, failures } = report;
  const lines = [
    support.report.title,
    formatDateTime(report.at, offsetOf(report.at)),
    '',
    support.report.promise,
    '',
    heading(support.report.program),
    `${support.report.version}: ${program.version} (${support.report.schema}: ${String(program.schema)})`,
    `${support.report.engine}: Electron ${program.electron} · Chromium ${program.chromium} · Node ${program.node}`,
    '',
    heading(support.report.computer),
    `${support.report.system}: ${computer.platform} ${computer.release} ${computer.architecture}, ${formatNumber(computer.processors, language)} ×`,
    `${support.report.memory}: ${size(computer.memory)} · ${support.report.free}: ${size(computer.memoryFree)} · ${support.report.used}: ${size(computer.memoryUsed)}`,
    `${support.report.disk}: ${size(computer.diskSize)} · ${support.report.free}: ${size(computer.diskFree)}`,
    '',
    heading(support.report.office),
    support.phase[office.phase] + (office.sample ? ` (${support.report.sample})` : ''),
    ...(office.refusal === null ? [] : [`${support.report.refusal}: ${office.refusal}`]),
    ...(office.changes === null ? [] : [`${support.report.changes}: ${formatNumber(office.changes, language)}`]),
    '',
    heading(support.checks),
    ...checks.map((check, index) => checkLine(check, index + 1, words, language)),
    '',
    heading(support.report.failures),
    ...(failures.length === 0 ? [support.report.noFailures] : []),
    ...failures.map(
      ({ at, kind, what, operation, places }) =>
        `${formatDateTime(at, offsetOf(at))}  ${support.kind[kind]}: ${[what, operation, places[0]].filter(Boolean).join(' · ')}`,
    ),
    '',
    support.report.machine,
    jsonMark,
    JSON.stringify(report, null, 2),
    '',
  ];
  return `\uFEFF${lines.join('\r\n').replaceAll(/(?<!\r)\n/gu, '\r\n')}`;

  function size(bytes: number | null): string {
    return bytes === null ? '—' : formatBytes(bytes, language);
  }
}

const heading = (title: string): string => `${title}\r\n${'-'.repeat(title.length)}`;

function checkLine(check: SelfCheck, number: number, { support }: Words, language: Language): string {
  const figures = Object.entries(check.figures).map(([name, value]): [string, string] => [
    name,
    name === 'bytes' ? formatBytes(value, language) : formatNumber(value, language),
  ]);
  const finding = fill(support.finding[check.finding], Object.fromEntries(figures));
  return `${String(number).padStart(2)}. ${support.check[check.name]}: ${support.standing[check.standing]}. ${finding}`;
}

/** Minutes east of Greenwich at a moment, on this computer. */
const offsetOf = (at: string): number => -new Date(at).getTimezoneOffset();
