/** Which columns of a list go out and in what order: the clerk's own choice, remembered on this laptop for each list. */
import { usePreferences } from '../base/preferences.tsx';
import type { ListKind } from '#shared/contract/lists.ts';

export type ColumnChoice = { id: string; title: string; shown: boolean };

type Column = { id: string; title: string };

/** The columns there are, as the clerk left them last; new ones come at the end, shown. */
export function arranged(columns: readonly Column[], kept: readonly { id: string; shown: boolean }[]): ColumnChoice[] {
  const known = kept.flatMap(({ id, shown }) => {
    const column = columns.find((one) => one.id === id);
    return column ? [{ ...column, shown }] : [];
  });
  const rest = columns.filter(({ id }) => !kept.some((one) => one.id === id));
  return [...known, ...rest.map((column) => ({ ...column, shown: true }))];
}

export function useListColumns(kind: ListKind, columns: readonly Column[]) {
  const { preferences, change } = usePreferences();
  const choice = arranged(columns, preferences.listColumns?.[kind] ?? []);
  const keep = (next: readonly ColumnChoice[]) =>
    change({
      listColumns: { ...preferences.listColumns, [kind]: next.map(({ id, shown }) => ({ id, shown })) },
    });
  return { choice, keep, usual: () => keep(arranged(columns, [])) };
}
