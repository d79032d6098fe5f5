/** The report on a check of the records, as its template reads it; one part a language. */
import { formatDateTime } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import type { AuditFault, AuditReport } from '#shared/contract/audit.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { wordsOf } from '../wording/words.ts';
import { frame } from './list-data.ts';
import { fill, fillCounted } from '../wording/fill.ts';

const moment = (at: string): string => formatDateTime(at, -new Date(at).getTimezoneOffset());

export function verificationParts(state: State, checked: AuditReport, languages: readonly Language[]) {
  return languages.map((language) => {
    const { report, check, fault, emblem } = wordsOf(state)[language].records;
    const number = (value: number) => formatNumber(value, language);
    const { first, last, clockBack, faultCount, faults } = checked;
    const faultWords = ({ kind, what }: AuditFault) => fill(fault[kind], { what: what === '' ? emblem : what });
    const by = checked.by ?? check.byProgram;
    return {
      ...frame(state, language, report.title),
      title: report.title,
      facts: [
        { name: report.checkedAt, value: moment(checked.at) },
        { name: report.checkedBy, value: by },
        { name: report.lines, value: number(checked.lines) },
        { name: report.between, value: first && last ? `${moment(first)} – ${moment(last)}` : '—' },
        { name: report.people, value: number(checked.people) },
        { name: report.pictures, value: number(checked.pictures) },
        { name: report.numbers, value: number(checked.numbers) },
        { name: report.decisions, value: number(checked.decisions) },
        ...(clockBack > 0 ? [{ name: report.clockBack, value: number(clockBack) }] : []),
      ],
      head: { name: report.head, value: checked.head.hash },
      method: report.method,
      isWhole: faultCount === 0,
      result: {
        name: report.result,
        value: faultCount === 0 ? check.whole : fillCounted(check, 'faults', faultCount, language),
      },
      faults: faults.map(faultWords),
      more:
        faultCount > faults.length
          ? fill(check.moreFaults, { named: number(faults.length), all: number(faultCount) })
          : '',
      signature: { name: checked.by ?? '', under: report.signature },
    };
  });
}
