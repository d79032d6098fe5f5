/** The records of a handover, each with what it is to ours: those that differ first. */
import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowVerdicts, type ReceivePreview, type ReceiveRow, type RowVerdict } from '#shared/contract/receiving.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { WindowedTable } from '../../components/WindowedTable.tsx';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import { useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';
import styles from './Receive.module.css';

const rowHeight = 38;
const columns = { kind: 150, name: undefined, verdict: 190 } as const;

export function ReceiveRows({ receiveId, preview }: { receiveId: string; preview: ReceivePreview }) {
  const { t } = useTranslation('receiving');
  const language = useLanguage();
  const [show, setShow] = useState<RowVerdict | null>(null);
  const { counts } = preview;
  const total = show === null ? rowVerdicts.reduce((sum, verdict) => sum + counts[verdict], 0) : counts[show];
  const windowed = useWindowedRows<ReceiveRow>({
    queryKey: ['receive.rows', receiveId, show, language, preview.open],
    total,
    rowHeight,
    read: (window) => call('receive.rows', { receiveId, show, language, ...window }),
  });
  const counted = (verdict: RowVerdict) => `${t(`verdict.${verdict}`)}: ${formatNumber(counts[verdict], language)}`;
  return (
    <Stack gap="xs">
      <Select
        label={t('show')}
        w={280}
        data={[
          { value: 'all', label: t('all') },
          ...rowVerdicts.map((verdict) => ({ value: verdict, label: counted(verdict) })),
        ]}
        value={show ?? 'all'}
        onChange={(chosen) => setShow(rowVerdicts.find((verdict) => verdict === chosen) ?? null)}
      />
      <div className={styles.rows}>
        <WindowedTable
          label={t('records')}
          total={total}
          columns={(Object.keys(columns) as (keyof typeof columns)[]).map((id) => {
            const width = columns[id];
            return { id, title: t(`columns.${id}`), ...(width === undefined ? {} : { width }) };
          })}
          windowed={windowed}
          rowHeight={rowHeight}
        >
          {(column, row) => {
            if (column === 'kind') return t(`kind.${row.kind}`);
            if (column === 'verdict') return t(`verdict.${row.verdict}`);
            return row.renumbered ? `${row.name}: ${t('renumber', row.renumbered)}` : row.name;
          }}
        </WindowedTable>
      </div>
    </Stack>
  );
}
