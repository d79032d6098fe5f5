/** A wording with a number in it, in the form that its language uses for that number. */
import { formatNumber, pluralCategory } from '#shared/text/numbers.ts';
import type { Language } from '#shared/domain/base/primitives.ts';

/** `words`: a file of locales; `key`: of its wordings, without the ending for the number. */
export function counted(language: Language, words: object, key: string, count: number): string {
  const all = words as Record<string, unknown>;
  const found = all[`${key}_${pluralCategory(language, count)}`] ?? all[`${key}_other`];
  if (typeof found !== 'string') throw new Error(`no wording ${key} for ${String(count)} in ${language}`);
  return found.replace('{{count}}', formatNumber(count, language));
}
