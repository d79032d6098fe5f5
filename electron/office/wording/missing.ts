/** What an application was sent back for, in the words of a language: for letters, lists and the history. */
import type { Application } from '#shared/domain/records/application.ts';
import { isStandardPaper, paperPath } from '#shared/domain/records/checklist.ts';
import type { FieldFault } from '#shared/domain/base/refusals.ts';
import { isIsoDate, type Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';
import { formatDate } from '#shared/text/dates.ts';
import type { Words } from '#locales/index.ts';
import { fill } from './fill.ts';
import { wordsOf } from './words.ts';

/** One line a thing, papers and fields first; what the clerk wrote stands as it was written, in every language. */
export function missingIn(
  state: Pick<State, 'wordings'>,
  { missing, missingFaults }: Pick<Application, 'missing' | 'missingFaults'>,
  language: Language,
): string[] {
  const words = wordsOf(state)[language];
  return [...missingFaults.map((fault) => faultLine(fault, words, language)), ...missing].map(
    (line) => line.charAt(0).toLocaleUpperCase('ru') + line.slice(1),
  );
}

/** An empty field or a missing paper is named; a wrong field is named and explained. */
function faultLine({ path, code, params = {} }: FieldFault, words: Words, language: Language): string {
  const place = path.startsWith(paperPath)
    ? paperName(path.slice(paperPath.length), params[language], words)
    : wordingAt(words.errors.place, path);
  if (code === 'field.required') return place;
  const values = Object.entries(params).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' && isIsoDate(value) ? formatDate(value) : String(value),
  ]);
  const explained = fill(wordingAt(words.errors, code), Object.fromEntries(values));
  return code === 'field.namesNotConfirmed' ? explained : `${place}: ${explained}`;
}

const paperName = (id: string, own: string | number | undefined, { domain }: Words): string =>
  own === undefined ? (isStandardPaper(id) ? domain.paper[id] : id) : String(own);

/** The wording at a dotted key that is put together at run time; the key itself when there is none. */
export function wordingAt(group: object, key: string): string {
  let found: unknown = group;
  for (const part of key.split('.')) {
    found = found !== null && typeof found === 'object' ? (found as Record<string, unknown>)[part] : undefined;
  }
  return typeof found === 'string' ? found : key;
}
