/** Refusals and faults in the clerk's words: codes and parameters come from the office, the sentence from `locales/`. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { certificateStatuses } from '#shared/domain/records/certificate.ts';
import { paperPath } from '#shared/domain/records/checklist.ts';
import type { FieldFault, Refusal, RefusalParams } from '#shared/domain/base/refusals.ts';
import { Language, isIsoDate } from '#shared/domain/base/primitives.ts';
import { shownStatuses } from '#shared/domain/records/application.ts';
import type { ImportFault } from '#shared/contract/exchange.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatDecimal } from '#shared/text/numbers.ts';
import { i18n } from './i18n.ts';

/** A word by a key put together at run time; the key itself when there is no such word. */
export const word = (key: string, params: Record<string, string | number> = {}): string =>
  // The typed `t` knows fixed keys; a code of the office is checked against `locales/` by a test instead.
  (i18n.t as (key: string, params: object) => string)(key, params);

const statuses: readonly string[] = shownStatuses;
const certificateWords: readonly string[] = certificateStatuses;

const spoken = (): Language => Language.catch('ky').parse(i18n.language);

/** Days are written out, decimals have the language's own point, and words of the domain and names of fields are put in the clerk's language. */
function readable(code: string, params: RefusalParams = {}): RefusalParams {
  const entries = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (typeof value !== 'string') return [name, Number.isInteger(value) ? value : formatDecimal(value, spoken())];
    if (isIsoDate(value)) return [name, formatDate(value)];
    if (name === 'status') {
      if (code.startsWith('certificate.') && certificateWords.includes(value)) {
        return [name, word(`domain:certificateState.${value}`)];
      }
      if (statuses.includes(value)) return [name, word(`domain:status.${value}`)];
    }
    if (name === 'format') return [name, word(`designs:formats.${value}`)];
    if (name === 'role') return [name, word(`domain:role.${value}`)];
    if (name === 'face' || name === 'field') return [name, word(`designs:${name}s.${value}`)];
    if (name === 'other') return [name, word(`errors:place.${value}`)];
    return [name, value];
  });
  return Object.fromEntries(entries);
}

const sentence = (code: string, params?: RefusalParams): string => word(`errors:${code}`, readable(code, params));

/** A paper's name: the office's own, which came with the fault, or the program's. */
const paperWords = (id: string, names: RefusalParams = {}): string =>
  String(names[i18n.language] ?? word(`domain:paper.${id}`));

/** As a line of a list: an empty field or a missing paper is named, a wrong field is explained as well. */
function missingLine({ path, code, params }: FieldFault): string {
  const place = path.startsWith(paperPath)
    ? paperWords(path.slice(paperPath.length), params)
    : word(`errors:place.${path}`);
  const line =
    code === 'field.required'
      ? place
      : code === 'field.namesNotConfirmed'
        ? sentence(code)
        : `${place}: ${sentence(code, params)}`;
  return line.charAt(0).toUpperCase() + line.slice(1);
}

export type Wording = {
  refusal: (refusal: Refusal) => string;
  /** What is missing before an application is ready, without its field beside it. */
  missing: (fault: FieldFault) => string;
  fault: (fault: FieldFault | ImportFault) => string;
};

/** Words refusals and faults in the language of the screens, and again when it changes. */
export function useWording(): Wording {
  useTranslation('errors');
  const refusal = useCallback((given: Refusal) => sentence(given.code, given.params), []);
  const fault = useCallback((given: FieldFault | ImportFault) => sentence(given.code, given.params), []);
  const missing = useCallback((given: FieldFault) => missingLine(given), []);
  return { refusal, fault, missing };
}
