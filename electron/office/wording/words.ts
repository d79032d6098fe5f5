/** The words that this office prints and writes: those of the program, with the office's corrections over them. */
import { locales, type Words } from '#locales/index.ts';
import { everyWording, withCorrections } from '#locales/wordings.ts';
import { checkWording } from '#shared/domain/records/wording.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import type { State } from '#shared/domain/register/state.ts';

export type OfficeWords = Readonly<Record<Language, Words>>;

const originals = Object.fromEntries(
  languages.map((language) => [language, everyWording(locales[language])]),
) as Record<Language, Map<string, string>>;

/** The program's own wording of a key; null for a key that there is not. */
export const originalWording = (language: Language, key: string): string | null => originals[language].get(key) ?? null;

const made = new WeakMap<State['wordings'], OfficeWords>();

/** A correction that no longer fits the program's wording (another version came) is not used. */
export function wordsOf({ wordings }: Pick<State, 'wordings'>): OfficeWords {
  const known = made.get(wordings);
  if (known) return known;
  const corrections: Record<Language, Map<string, string>> = { ky: new Map(), ru: new Map(), en: new Map() };
  wordings.forEach(({ language, key, text }) => {
    const original = originalWording(language, key);
    if (original !== null && checkWording({ language, key, text }, original).length === 0) {
      corrections[language].set(key, text);
    }
  });
  const words = {
    ky: withCorrections(locales.ky, corrections.ky),
    ru: withCorrections(locales.ru, corrections.ru),
    en: withCorrections(locales.en, corrections.en),
  };
  made.set(wordings, words);
  return words;
}
