/** What went out or came in on a stick, the last first, each with the act that can be printed again. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import table from '../../components/table.module.css';

export type ActsColumn<Row> = { title: string; isNumber?: true; of: (row: Row) => ReactNode };

export function ActsList<Row extends { id: string }>({
  rows,
  none,
  columns,
  act,
  onPrint,
}: {
  rows: readonly Row[];
  none: string;
  columns: readonly ActsColumn<Row>[];
  /** What the act is called on its button. */
  act: (row: Row) => string;
  onPrint: (row: Row) => void;
}) {
  if (rows.length === 0) return <EmptyState title={none} />;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {columns.map(({ title, isNumber }) => (
            <th key={title} scope="col" className={isNumber ? table.number : undefined}>
              {title}
            </th>
          ))}
          <td className={table.narrow} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ title, isNumber, of }) => (
              <td key={title} className={isNumber ? table.number : undefined}>
                {of(row)}
              </td>
            ))}
            <td className={table.narrow}>
              <Button
                variant="default"
                leftSection={<IconPrinter size={15} aria-hidden />}
                onClick={() => onPrint(row)}
              >
                {act(row)}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
