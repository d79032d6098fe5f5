import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldFaultCodes, refusalCodes } from '#shared/domain/base/refusal-codes.ts';
import { importFaultCodes } from '#shared/contract/exchange.ts';
import { languages, type Language } from '#shared/domain/base/primitives.ts';
import { locales } from '#locales/index.ts';
import { moduleOf, pathOf } from '../../support/generate-locales.ts';
import { fixLookalikes } from '#shared/text/letters.ts';

const root = resolve(import.meta.dirname, '..', '..', '..', 'locales');
const files = (language: Language) => readdirSync(join(root, language)).sort();

const pluralForms: Record<Language, readonly string[]> = {
  ky: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
};
const plural = /_(one|few|many|other)$/u;

/** Every wording of a language by its dotted key, with the file's name first. */
function wordings(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') found.set(key, value);
    else if (value !== null && typeof value === 'object') {
      for (const [name, part] of Object.entries(value)) walk(part, `${key}.${name}`);
    } else throw new Error(`${language} ${key} is neither a wording nor a group`);
  };
  for (const file of files(language)) {
    walk(JSON.parse(readFileSync(join(root, language, file), 'utf8')), file.replace('.json', ''));
  }
  return found;
}

const all = Object.fromEntries(languages.map((language) => [language, wordings(language)])) as Record<
  Language,
  Map<string, string>
>;
const stems = (language: Language) => new Set([...all[language].keys()].map((key) => key.replace(plural, '')));
const placeholders = (wording: string) => [...wording.matchAll(/\{\{\s*(\w+)/gu)].map(([, name]) => name).sort();

/** Aliases that a language may lack: headers are matched in all three anyway. */
const mayBeEmpty = (key: string) => key.startsWith('import-headers.alias.');

describe('the words of the three languages', () => {
  it.each(languages)('are gathered for %s from every file that is there', (language) => {
    expect(readFileSync(pathOf(language), 'utf8')).toBe(moduleOf(language));
  });

  it('stand in the same files', () => {
    for (const language of languages) expect(files(language)).toEqual(files('ky'));
    expect(Object.keys(locales.ky).sort()).toEqual(
      files('ky')
        .map((name) => name.replace('.json', ''))
        .sort(),
    );
  });

  it.each(languages)('have the same keys in %s as in Kyrgyz, none missing and none extra', (language) => {
    const own = stems(language);
    const measure = stems('ky');
    expect([...measure].filter((key) => !own.has(key))).toEqual([]);
    expect([...own].filter((key) => !measure.has(key))).toEqual([]);
  });

  it.each(languages)('have exactly the plural forms that %s has', (language) => {
    const counted = new Set([...all.ky.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')));
    const wrong = [...counted].filter((stem) => {
      const forms = [...all[language].keys()]
        .filter((key) => plural.test(key) && key.replace(plural, '') === stem)
        .map((key) => plural.exec(key)?.[1]);
      return forms.sort().join() !== [...pluralForms[language]].sort().join();
    });
    expect(wrong).toEqual([]);
  });

  it.each(languages)('are never empty in %s', (language) => {
    const empty = [...all[language]].filter(([key, wording]) => wording.trim() === '' && !mayBeEmpty(key));
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('ask for the same placeholders in every language', () => {
    const differing = [...all.ky].flatMap(([key, wording]) => {
      const stem = key.replace(plural, '');
      const expected = placeholders(wording).join();
      return languages.flatMap((language) =>
        [...all[language]]
          .filter(([other]) => other.replace(plural, '') === stem)
          .filter(([, text]) => placeholders(text).join() !== expected)
          .map(([other]) => `${language} ${other}`),
      );
    });
    expect(differing).toEqual([]);
  });

  it('word every refusal and every fault', () => {
    const worded = (code: string) => stems('ky').has(`errors.${code}`);
    expect([...refusalCodes, ...fieldFaultCodes, ...importFaultCodes].filter((code) => !worded(code))).toEqual([]);
  });

  it('hold no lookalike letters: no ӊ for ң, no Latin letter inside a Cyrillic word', () => {
    const strange = [...all.ky, ...all.ru].filter(
      ([key, wording]) => !key.startsWith('import-headers') && fixLookalikes(wording) !== wording,
    );
    expect(strange.map(([key, wording]) => `${key}: ${wording}`)).toEqual([]);
  });

  it('need no ending in brackets for who is a woman: «изменено», not «изменил(а)»', () => {
    const halved = [...all.ru].filter(([, wording]) =>
      /\p{Script=Cyrillic}\(\p{Script=Cyrillic}{1,4}\)/u.test(wording),
    );
    expect(halved.map(([key, wording]) => `${key}: ${wording}`)).toEqual([]);
  });

  it('are not English in Kyrgyz or Russian', () => {
    const latinWords = /(?<![{\w])[A-Za-z]{4,}(?![\w}])/u;
    const known =
      /XLSX|SHA-256|Excel|Word|BagIt|JSON|Observer|observer|Enter|Ctrl|Esc|PageUp|PageDown|Home|Linux|Windows|Electron|JPEG|HEIC|CMYK|passport|AppImage|macOS/u;
    const suspicious = (['ky', 'ru'] as const).flatMap((language) =>
      [...all[language]]
        .filter(([key]) => !key.startsWith('import-headers') && !key.startsWith('common.language.'))
        .filter(([, wording]) => {
          const bare = wording.replace(/\{\{[^}]*\}\}/gu, '');
          return latinWords.test(bare.replaceAll(new RegExp(known, 'gu'), ''));
        })
        .map(([key, wording]) => `${language} ${key}: ${wording}`),
    );
    expect(suspicious).toEqual([]);
  });
});
