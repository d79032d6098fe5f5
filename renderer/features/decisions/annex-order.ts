/** Orders of the annex: by the alphabet of a script, by organisation and then alphabet, and people moved to a place. */
import type { AnnexLine } from '#shared/contract/decisions.ts';
import type { Id, Language } from '#shared/domain/base/primitives.ts';
import { sortKey } from '#shared/text/sort.ts';

/** The writing of a name that an order goes by. */
export const scripts = ['ky', 'ru', 'latin'] as const;
export type Script = (typeof scripts)[number];
export type Order = { by: 'name' | 'organisation'; script: Script };

/** Latin names sort as English does; names that lack a writing stand where their Latin form would. */
const languageOf: Record<Script, Language> = { ky: 'ky', ru: 'ru', latin: 'en' };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function inOrder(annex: readonly AnnexLine[], { by, script }: Order): Id[] {
  const language = languageOf[script];
  return annex
    .map(({ row, person }) => ({
      id: row.applicationId,
      organisation: by === 'organisation' ? sortKey(person.organisation[language], language) : '',
      name: sortKey(person[script] || person.latin, language),
    }))
    .sort((a, b) => compare(a.organisation, b.organisation) || compare(a.name, b.name))
    .map(({ id }) => id);
}

/** The order after some people, in the order they stand in, were put so that the first of them has a place (from 1). */
export function movedTo(ids: readonly Id[], moved: ReadonlySet<Id>, place: number): Id[] {
  const others = ids.filter((id) => !moved.has(id));
  const at = Math.min(Math.max(place - 1, 0), others.length);
  return [...others.slice(0, at), ...ids.filter((id) => moved.has(id)), ...others.slice(at)];
}
