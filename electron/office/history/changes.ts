/** What differs between two versions of a record's fields, leaf by leaf. */
import { Trilingual } from '#shared/domain/base/primitives.ts';
import type { HistoryChange, HistoryValue } from '#shared/contract/history.ts';
import type { Language } from '#shared/domain/base/primitives.ts';

type Leaf = { field: string; language: Language | null; value: HistoryValue };

/** Changed fields in the order of the record. A photo is `photo` or null: which one it is says nothing to a reader. */
export function changesBetween(before: object, after: object): HistoryChange[] {
  const [old, young] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key) => {
    const [a, b] = [old.get(key), young.get(key)];
    const { field, language } = b ?? a ?? { field: '', language: null };
    const [from, to] = [a?.value ?? null, b?.value ?? null];
    if (field === 'photo')
      return JSON.stringify(photoOf(before)) === JSON.stringify(photoOf(after)) ? [] : [{ field, language, from, to }];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, language, from, to }];
  });
}

const photoOf = (fields: object): unknown => ('photo' in fields ? fields.photo : null);

function leavesOf(fields: object): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const add = (leaf: Leaf) => leaves.set(`${leaf.field} ${leaf.language ?? ''}`, leaf);
  const walk = (field: string, value: unknown): void => {
    if (field === 'photo') add({ field, language: null, value: value ? 'photo' : null });
    else if (isTrilingual(value)) {
      for (const language of ['ky', 'ru', 'en'] as const) add({ field, language, value: value[language] });
    } else if (Array.isArray(value)) walkList(field, value);
    else if (value !== null && typeof value === 'object') {
      for (const [name, part] of Object.entries(value)) walk(field === '' ? name : `${field}.${name}`, part);
    } else add({ field, language: null, value: value as HistoryValue });
  };
  /** Lists of people with names, of former names: told by the names; lists of words as they are. */
  const walkList = (field: string, list: unknown[]): void => {
    const names = list.flatMap((item) => (hasName(item) ? [item.name] : []));
    if (names.length > 0 || list.some((item) => typeof item === 'object')) {
      for (const language of ['ky', 'ru', 'en'] as const) {
        add({ field, language, value: names.map((name) => name[language]).join('; ') });
      }
    } else add({ field, language: null, value: list.map(String) });
  };
  walk('', fields);
  return leaves;
}

const isTrilingual = (value: unknown): value is Trilingual => Trilingual.safeParse(value).success;
const hasName = (item: unknown): item is { name: Trilingual } =>
  item !== null && typeof item === 'object' && 'name' in item && isTrilingual(item.name);
