/** Stands in a table for the rows that are not in sight. */
import styles from './Annex.module.css';

export function RowGap({ columns, height }: { columns: number; height: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td colSpan={columns} className={styles.gap} style={{ height }} />
    </tr>
  ) : null;
}
