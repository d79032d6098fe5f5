/** The words of documents: from `locales/`, with their placeholders filled and the plural the number asks for. */
import type { Language } from '#shared/domain/base/primitives.ts';
import { formatNumber, pluralCategory } from '#shared/text/numbers.ts';

/** Fills `{{name}}` in a wording; a placeholder with no value is a bug. */
export function fill(wording: string, values: Record<string, string>): string {
  return wording.replace(/\{\{(\w+)\}\}/gu, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {{${name}}}`);
    return value;
  });
}

/** The wording of `words[name_category]` for a count, with `{{count}}` filled in. */
export function fillCounted(
  words: Record<string, unknown>,
  name: string,
  count: number,
  language: Language,
  values: Record<string, string> = {},
): string {
  const wording = words[`${name}_${pluralCategory(language, count)}`];
  if (typeof wording !== 'string') throw new Error(`no plural of ${name} for ${language}`);
  return fill(wording, { ...values, count: formatNumber(count, language) });
}
