/**
 * The files that an office's words travel in. Corrections are JSON, by language and key, as `locales/` has them, so that
 * whoever keeps the program's words can take them over; all words in a table are for a native reader.
 */
import { z } from 'zod';
import { languages } from '#shared/domain/base/primitives.ts';
import { WordingChange, type Wording } from '#shared/domain/records/wording.ts';
import { maximumWordings } from '#shared/contract/wordings.ts';
import { canBeCorrected, everyWording } from '#locales/wordings.ts';
import { todaysWording, todaysWordingKey } from '../store/first-names.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { OfficeWords } from '../wording/words.ts';
import type { WrittenTable } from '../lists/write-table.ts';

const format = 'observer-accreditation-wordings';
/** Version 1 had the keys and places of before schema 8. */
const currentVersion = 2;
const Texts = z.record(z.string(), z.string());
const File = z.strictObject({
  format: z.literal(format),
  version: z.union([z.literal(1), z.literal(currentVersion)]),
  wordings: z.strictObject({ ky: Texts, ru: Texts, en: Texts }),
});

/** UTF-8 JSON, sorted by key: two files can be compared line by line. */
export function correctionsFile(wordings: readonly Wording[]): Uint8Array {
  const of = (language: Language) =>
    Object.fromEntries(
      wordings
        .filter((wording) => wording.language === language)
        .map(({ key, text }): [string, string] => [key, text])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const file: z.infer<typeof File> = {
    format,
    version: currentVersion,
    wordings: { ky: of('ky'), ru: of('ru'), en: of('en') },
  };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

/** The corrections of such a file; null for what is none, or has more than an office could have. */
export function readCorrections(bytes: Uint8Array): WordingChange[] | null {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  const file = File.safeParse(json).data;
  if (!file) return null;
  const changes = languages.flatMap((language) =>
    Object.entries(file.wordings[language]).map(([key, text]) =>
      file.version === 1
        ? { language, key: todaysWordingKey(key), text: todaysWording(text) }
        : { language, key, text },
    ),
  );
  if (changes.length > maximumWordings) return null;
  return z.array(WordingChange).safeParse(changes).data ?? null;
}

/** Every word as this office has it, in the three languages side by side; headed in the reader's language. */
export function wordsTable(words: OfficeWords, language: Language): WrittenTable {
  const { columns, title } = words[language].wordings;
  const [ky, ru, en] = languages.map((each) => everyWording(words[each]));
  // Languages have other plural forms: what one lacks is left empty.
  const keys = [...new Set([...(ru?.keys() ?? []), ...(ky?.keys() ?? [])])].filter(canBeCorrected).sort();
  return {
    sheet: title,
    header: [columns.key, columns.ky, columns.ru, columns.en],
    rows: keys.map((key) => [key, ky?.get(key) ?? '', ru?.get(key) ?? '', en?.get(key) ?? '']),
  };
}
