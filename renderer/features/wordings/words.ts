/** The words as rows of the screen: the program's own, with this office's corrections beside them. */
import { locales } from '#locales/index.ts';
import { canBeCorrected, everyWording } from '#locales/wordings.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import type { Wording } from '#shared/domain/records/wording.ts';
import { foldForSearch } from '#shared/text/fold.ts';

export const places = ['all', 'screens', 'documents', 'messages', 'corrected'] as const;
export type Place = (typeof places)[number];

/** Files of words that are printed or written to a file. */
const documents: readonly string[] = ['documents', 'handover-tables', 'statement'];

const placeOf = (key: string): Place => {
  const [file = ''] = key.split('.');
  if (file === 'errors') return 'messages';
  return documents.includes(file) ? 'documents' : 'screens';
};

/** Null where the language has no such plural form. */
type Original = { key: string; place: Place; original: Record<Language, string | null> };

/** In the order of the files: words of one screen stand together. */
const originals: readonly Original[] = (() => {
  const all = {
    ky: everyWording(locales.ky),
    ru: everyWording(locales.ru),
    en: everyWording(locales.en),
  };
  // Russian has every plural form that the others have.
  return [...all.ru.keys()].filter(canBeCorrected).map((key) => ({
    key,
    place: placeOf(key),
    original: { ky: all.ky.get(key) ?? null, ru: all.ru.get(key) ?? null, en: all.en.get(key) ?? null },
  }));
})();

export type WordRow = Original & { corrections: Partial<Record<Language, Wording>> };

export function wordRows(wordings: readonly Wording[]): WordRow[] {
  const byId = new Map(wordings.map((wording) => [wording.id, wording]));
  return originals.map((row) => {
    const own = languages.flatMap((language) => byId.get(`${language}:${row.key}`) ?? []);
    return { ...row, corrections: Object.fromEntries(own.map((wording) => [wording.language, wording])) };
  });
}

/** What the office says: its correction, else the program's own. */
export const textOf = ({ corrections, original }: WordRow, language: Language): string | null =>
  corrections[language]?.text ?? original[language];

export function foundWords(rows: readonly WordRow[], search: string, place: Place): WordRow[] {
  const wanted = foldForSearch(search);
  return rows.filter((row) => {
    if (place === 'corrected' ? Object.keys(row.corrections).length === 0 : place !== 'all' && row.place !== place) {
      return false;
    }
    const texts = languages.flatMap((language) => [row.original[language], textOf(row, language)]);
    return wanted === '' || texts.some((text) => text !== null && foldForSearch(text).includes(wanted));
  });
}
