/** The people of the print queue, each with what waits of both papers. */
import { useTranslation } from 'react-i18next';
import type { PrintQueueFilter, PrintQueueRow, QueueEntry } from '#shared/contract/print-queue.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { WaitingReason } from '#shared/domain/rules/print-queue.ts';
import { RowCheckbox } from '../../components/RowCheckbox.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { WindowedTable } from '../../components/WindowedTable.tsx';
import table from '../../components/table.module.css';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';

const rowHeight = 46;

type Column = 'number' | 'person' | 'organisation' | 'certificate' | 'badge' | 'remarks';

const columns: readonly { id: Column; width?: string | number }[] = [
  { id: 'number', width: 90 },
  { id: 'person', width: '23%' },
  { id: 'organisation' },
  { id: 'certificate', width: 196 },
  { id: 'badge', width: 196 },
  { id: 'remarks', width: '18%' },
];

export function QueueTable({
  filter,
  total,
  chosen,
  onChoose,
}: {
  filter: PrintQueueFilter;
  total: number;
  chosen: ReadonlyMap<Id, QueueEntry>;
  onChoose: (chosen: ReadonlyMap<Id, QueueEntry>) => void;
}) {
  const { t } = useTranslation('print-queue');
  const language = useLanguage();
  const windowed = useWindowedRows<PrintQueueRow>({
    queryKey: ['printQueue.list', filter, language],
    total,
    rowHeight,
    read: (window) => call('printQueue.list', { filter, language, ...window }),
  });
  const toggle = ({ certificateId, number, person, waiting }: PrintQueueRow): void => {
    const next = new Map(chosen);
    if (!next.delete(certificateId)) next.set(certificateId, { certificateId, number, waiting, latin: person.latin });
    onChoose(next);
  };
  return (
    <WindowedTable
      label={t('title')}
      total={total}
      columns={[
        { id: 'choice', title: '', width: 50 },
        ...columns.map((column) => ({ ...column, title: t(`columns.${column.id}`) })),
      ]}
      windowed={windowed}
      rowHeight={rowHeight}
      isChosen={({ certificateId }) => chosen.has(certificateId)}
    >
      {(column, row) =>
        column === 'choice' ? (
          <RowCheckbox
            label={t('choose', { person: row.person.latin })}
            checked={chosen.has(row.certificateId)}
            onToggle={() => toggle(row)}
          />
        ) : (
          <Cell column={column as Column} row={row} />
        )
      }
    </WindowedTable>
  );
}

function Cell({ column, row }: { column: Column; row: PrintQueueRow }) {
  const { t } = useTranslation('print-queue');
  const language = useLanguage();
  const { person, waiting, replaces, changed, fault } = row;
  switch (column) {
    case 'number':
      return row.number;
    case 'person':
      return (
        <>
          <NavLinkTo to={{ screen: 'application', id: person.id }} className={table.name}>
            {person.latin}
          </NavLinkTo>
          {language !== 'en' && <span className={table.quiet}>{person[language]}</span>}
        </>
      );
    case 'organisation':
      return person.organisation[language];
    case 'certificate':
    case 'badge':
      return <Waiting reason={waiting[column]} />;
    case 'remarks': {
      const what = changed.map((field) => t(`fields.${field}`)).join(', ');
      return [
        ...(replaces ? [t('replaces', { number: replaces })] : []),
        ...(fault === '' ? [] : [fault]),
        ...(what === '' ? [] : [t('changedWhat', { what })]),
      ].join('; ');
    }
  }
}

function Waiting({ reason }: { reason: WaitingReason | null }) {
  const { t } = useTranslation('print-queue');
  return reason ? <StatusBadge kind="print" status={reason} /> : <span className={table.quiet}>{t('done')}</span>;
}
