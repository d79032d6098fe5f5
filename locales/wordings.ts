/** The words one by one: found by key, listed, and with an office's corrections laid over them. */
import type { Namespace, Words } from './index.ts';

/** Shown before any office is open, or matched with what organisations write: no office can have its own. */
const fixed: readonly Namespace[] = ['entry', 'shell', 'support', 'update', 'import-headers'];
export const canBeCorrected = (key: string): boolean => !fixed.some((name) => key.startsWith(`${name}.`));

/** Every wording of a language by its key, the file's name first: `documents.list.title`. */
export function everyWording(words: Words): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') found.set(key, value);
    else for (const [name, part] of Object.entries(value as object)) walk(part, `${key}.${name}`);
  };
  for (const [name, file] of Object.entries(words)) walk(file, name);
  return found;
}

/** The same words with corrections in their places; one for a key that is no more is left out. Nothing is changed. */
export function withCorrections(words: Words, corrections: ReadonlyMap<string, string>): Words {
  const lay = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return corrections.get(key) ?? value;
    const parts = Object.entries(value as object).map(([name, part]) => [name, lay(part, `${key}.${name}`)]);
    return Object.fromEntries(parts) as unknown;
  };
  return corrections.size === 0
    ? words
    : (Object.fromEntries(Object.entries(words).map(([name, file]) => [name, lay(file, name)])) as Words);
}
