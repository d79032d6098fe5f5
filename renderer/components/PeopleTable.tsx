/**
 * A long list of people: TanStack Table lays out the columns, only the rows in sight exist, and they are read from the
 * office in windows. The list knows its whole length, so the scroll bar tells the truth.
 */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationColumn, ApplicationFilter, ApplicationRow } from '#shared/contract/applications.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { useLanguage } from '../base/i18n.ts';
import { RefusedError, call } from '../base/office.ts';
import { useFarRowKeys } from './row-keys.ts';
import { rowsInSteps } from './rows-in-steps.ts';
import { PersonRow, columnIds, type ColumnId } from './PersonRow.tsx';
import styles from './PeopleTable.module.css';

export type PeopleSorting = { column: ApplicationColumn; descending: boolean };

const windowSize = 100;
const rowHeight = 46;
const headHeight = 36;

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ApplicationRow>();
/** What stands in a row, and the same for the headings. */
const layoutOf = (ids: readonly ColumnId[]) => ({
  ids,
  columns: helper.columns(ids.map((id) => helper.display({ id }))),
});
const everyColumn = layoutOf(columnIds);
/** On a narrow screen one Cyrillic form is enough: the one of the screen's language, Kyrgyz for English. */
const narrowColumns = {
  ky: layoutOf(columnIds.filter((id) => id !== 'ru')),
  ru: layoutOf(columnIds.filter((id) => id !== 'ky')),
  en: layoutOf(columnIds.filter((id) => id !== 'ru')),
};
/** The table lays out the columns; rows are drawn by themselves, each only when it changes. */
const noRows: ApplicationRow[] = [];
const wideScreen = '(min-width: 1600px)';

export function PeopleTable({
  filter,
  sorting,
  onSort,
  total,
  chosen,
  onChoose,
}: {
  filter: ApplicationFilter;
  sorting: PeopleSorting;
  onSort: (sorting: PeopleSorting) => void;
  /** Everybody the filter finds. */
  total: number;
  chosen: ReadonlySet<Id>;
  onChoose: (chosen: ReadonlySet<Id>) => void;
}) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const wide = useMediaQuery(wideScreen);
  const { ids: shown, columns } = wide ? everyColumn : narrowColumns[language];
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    rangeExtractor: rowsInSteps,
    // A row that is brought into sight stands below the headings.
    scrollPaddingStart: headHeight,
  });
  const items = virtual.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / windowSize);
  const last = Math.floor((items.at(-1)?.index ?? 0) / windowSize);
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const windows = useQueries({
    queries: pages.map((page) => {
      const input = { filter, sorting, language, offset: page * windowSize, limit: windowSize };
      return {
        queryKey: ['application.list', input],
        queryFn: async () => {
          const reply = await call('application.list', input);
          if (!reply.ok) throw new RefusedError(reply.refusal);
          return reply.value;
        },
        placeholderData: keepPreviousData,
      };
    }),
  });
  const byPlace = new Map<number, ApplicationRow>();
  /** Windows that still show what stood elsewhere: nobody may be opened from there by a key. */
  const stale = new Set<number>();
  windows.forEach((window, at) => {
    if (window.isPlaceholderData) stale.add(pages[at] ?? 0);
    window.data?.rows.forEach((row, index) => byPlace.set((pages[at] ?? 0) * windowSize + index, row));
  });
  const table = useTable({ features, columns, data: noRows });
  const bring = useCallback((row: number) => virtual.scrollToIndex(row, { align: 'auto' }), [virtual]);
  const onKeyDown = useFarRowKeys(total, bring);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const choice = useRef({ chosen, onChoose });
  useLayoutEffect(() => {
    choice.current = { chosen, onChoose };
  });
  // The same function for ever, so that a row is drawn anew only when the row itself has changed.
  const toggle = useCallback((id: Id): void => {
    const next = new Set(choice.current.chosen);
    if (!next.delete(id)) next.add(id);
    choice.current.onChoose(next);
  }, []);
  return (
    <div
      ref={scroller}
      className={styles.scroll}
      tabIndex={0}
      role="region"
      aria-label={t('title')}
      onKeyDown={onKeyDown}
    >
      <table className={styles.table} aria-rowcount={total + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              <td className={styles.check} />
              {group.headers.map((header) => {
                const column = header.column.id as ColumnId;
                const current = sorting.column === column;
                const Arrow = sorting.descending ? IconArrowDown : IconArrowUp;
                return (
                  <th
                    key={header.id}
                    scope="col"
                    className={styles[column]}
                    aria-sort={current ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
                  >
                    <button
                      type="button"
                      className={styles.sort}
                      onClick={() => onSort({ column, descending: current && !sorting.descending })}
                    >
                      {t(`columns.${column}`)}
                      {current && <Arrow size={14} aria-hidden />}
                    </button>
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden>
              <td colSpan={shown.length + 1} className={styles.gap} style={{ height: before }} />
            </tr>
          )}
          {items.map((item) => {
            const person = byPlace.get(item.index);
            return (
              <PersonRow
                key={item.key}
                index={item.index}
                height={rowHeight}
                columns={shown}
                language={language}
                person={person}
                stale={stale.has(Math.floor(item.index / windowSize))}
                chosen={person !== undefined && chosen.has(person.id)}
                onToggle={toggle}
              />
            );
          })}
          {after > 0 && (
            <tr aria-hidden>
              <td colSpan={shown.length + 1} className={styles.gap} style={{ height: after }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
