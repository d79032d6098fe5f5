/** A wording of a screen or a document, corrected by an authorised officer for this office. */
import { z } from 'zod';
import type { FieldFault } from '../base/refusals.ts';
import { Instant, Language, Line, Paragraph } from '../base/primitives.ts';
import { findLookalikes } from '../../text/letters.ts';

/** The file's name and the dotted path in it, as `documents.list.title`. */
export const WordingKey = z
  .string()
  .max(200)
  .regex(/^[a-z][a-z-]*(\.[A-Za-z0-9_-]+)+$/);
export type WordingKey = z.infer<typeof WordingKey>;

/** `text: null` takes the correction back. */
export const WordingChange = z.strictObject({ language: Language, key: WordingKey, text: Paragraph.nullable() });
export type WordingChange = z.infer<typeof WordingChange>;

/** A correction in force, with who answers for it. */
export const Wording = z.strictObject({
  id: z.string(),
  language: Language,
  key: WordingKey,
  text: Paragraph,
  officer: Line,
  at: Instant,
});
export type Wording = z.infer<typeof Wording>;

export const wordingId = ({ language, key }: Pick<Wording, 'language' | 'key'>): string => `${language}:${key}`;

/** The names in `{{…}}` that the program fills in. */
export const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/gu)].map(([, name = '']) => name))].sort();

/**
 * What is wrong with a correction of `original`, at `path`: it says something, has no lookalike letters, and keeps every
 * place that the program fills in, but for the number itself, which a singular may leave out.
 */
export function checkWording(
  { language, key, text }: WordingChange,
  original: string,
  path: string = language,
): FieldFault[] {
  if (text === null) return [];
  if (text.trim() === '') return [{ path, code: 'field.required' }];
  const asked = placeholdersOf(original);
  const given = placeholdersOf(text);
  const missing = asked.find((name) => !given.includes(name) && !(name === 'count' && key.endsWith('_one')));
  if (missing) return [{ path, code: 'field.placeholderMissing', params: { placeholder: `{{${missing}}}` } }];
  const unknown = given.find((name) => !asked.includes(name));
  if (unknown) return [{ path, code: 'field.placeholderUnknown', params: { placeholder: `{{${unknown}}}` } }];
  const strange = language === 'en' ? undefined : findLookalikes(text)[0];
  return strange
    ? [{ path, code: 'field.lookalikes', params: { found: strange.found, suggested: strange.suggested } }]
    : [];
}
