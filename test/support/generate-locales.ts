/**
 * Writes `locales/ky.ts`, `ru.ts` and `en.ts`, which gather the word files of a language, from the files that are there. A
 * test says when they are out of date; run it after a word file was added: `npx node test/support/generate-locales.ts`.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { languages, type Language } from '#shared/domain/base/primitives.ts';

const root = resolve(import.meta.dirname, '..', '..', 'locales');

const camelCase = (name: string): string => name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
const quoted = (name: string): string => (name.includes('-') ? `'${name}': ${camelCase(name)}` : name);

/** The module of a language, as Prettier would leave it. */
export function moduleOf(language: Language): string {
  const names = readdirSync(join(root, language))
    .map((file) => file.replace('.json', ''))
    .sort();
  const imports = names.map(
    (name) => `import ${camelCase(name)} from './${language}/${name}.json' with { type: 'json' };`,
  );
  const entries = names.map((name) => `  ${quoted(name)},`);
  return [
    `/** The word files of \`locales/${language}/\`. Written by \`test/support/generate-locales.ts\`. */`,
    ...imports,
    '',
    `export const ${language} = {`,
    ...entries,
    '};',
    '',
  ].join('\n');
}

export const pathOf = (language: Language): string => join(root, `${language}.ts`);

if (import.meta.filename === process.argv[1])
  for (const language of languages) writeFileSync(pathOf(language), moduleOf(language));
