/** A long table of which only the rows in sight are drawn; the cells are the feature's own. */
import type { ReactNode } from 'react';
import type { WindowedRows } from './windowed-rows.ts';
import { useFarRowKeys } from './row-keys.ts';
import styles from './WindowedTable.module.css';

export type WindowedColumn = { id: string; title: ReactNode; width?: string | number };

export function WindowedTable<Row>({
  label,
  total,
  columns,
  windowed: { scroller, items, rowAt, isStale, bring, before, after },
  rowHeight,
  isChosen,
  children,
}: {
  /** Names the list for screen readers. */
  label: string;
  total: number;
  columns: readonly WindowedColumn[];
  windowed: WindowedRows<Row>;
  rowHeight: number;
  isChosen?: (row: Row) => boolean;
  /** What stands in a cell. */
  children: (column: string, row: Row) => ReactNode;
}) {
  const onKeyDown = useFarRowKeys(total, bring);
  return (
    <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label={label} onKeyDown={onKeyDown}>
      <table className={styles.table} aria-rowcount={total + 1}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id, title }) =>
              typeof title === 'string' && title !== '' ? (
                <th key={id} scope="col">
                  {title}
                </th>
              ) : (
                <td key={id}>{title}</td>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden>
              <td colSpan={columns.length} className={styles.gap} style={{ height: before }} />
            </tr>
          )}
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <tr
                key={item.key}
                aria-rowindex={item.index + 2}
                tabIndex={-1}
                data-row={item.index}
                data-stale={isStale(item.index) || undefined}
                className={row !== undefined && isChosen?.(row) ? styles.chosen : undefined}
                style={{ height: rowHeight }}
              >
                {columns.map(({ id }) => (
                  <td key={id}>{row === undefined ? null : <div className={styles.clamp}>{children(id, row)}</div>}</td>
                ))}
              </tr>
            );
          })}
          {after > 0 && (
            <tr aria-hidden>
              <td colSpan={columns.length} className={styles.gap} style={{ height: after }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
