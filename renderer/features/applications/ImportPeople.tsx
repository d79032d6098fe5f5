/** The people of the table: what is bad is corrected in its cell, who is alike is judged, the rest is skipped. */
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importRowsShown, type ImportPreview } from '#shared/contract/exchange.ts';
import { Pager } from '../../components/Pager.tsx';
import table from '../../components/table.module.css';
import { useReading } from '../../base/office.ts';
import { ImportOffers } from './ImportOffers.tsx';
import { ImportPerson } from './ImportPerson.tsx';
import type { ImportWork } from './use-import.ts';
import styles from './ImportScreen.module.css';

const pageLength = 50;
type Show = (typeof importRowsShown)[number];

export function ImportPeople({
  work,
  preview,
  onBack,
}: {
  work: ImportWork;
  preview: ImportPreview;
  onBack: () => void;
}) {
  const { t } = useTranslation('imports');
  const [picked, setPicked] = useState<Show>('open');
  // Once nothing is left to be settled, everybody is shown.
  const settled = (picked === 'open' && preview.open === 0) || (picked === 'alike' && preview.alike === 0);
  const show = !settled ? picked : preview.open === 0 ? 'all' : 'open';
  const [offset, setOffset] = useState(0);
  const look = (next: Show): void => {
    setPicked(next);
    setOffset(0);
  };
  const { adjust, busy } = work;
  const reading = useReading(
    'import.rows',
    { importId: preview.importId, show, offset, limit: pageLength },
    { keepPrevious: true, enabled: !busy },
  );
  const rows = reading.data?.rows ?? [];
  const total = reading.data?.total ?? 0;
  // Settling the last row of a page leaves it empty: the page before is shown.
  if (rows.length === 0 && total > 0 && offset > 0) setOffset(Math.max(0, offset - pageLength));
  const mapped = preview.columns.flatMap((column, index) => (column.field ? [{ ...column, index }] : []));
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="lg" role="status">
          <Text fw={600}>{t('summary.people', { count: preview.people })}</Text>
          {preview.open > 0 && (
            <Text fw={600} className={styles.openCount}>
              {t('summary.open', { count: preview.open })}
            </Text>
          )}
          {preview.skipped > 0 && <Text>{t('summary.skipped', { count: preview.skipped })}</Text>}
        </Group>
        <Group gap="xs">
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
          <Button disabled={busy || preview.open > 0 || preview.people === 0} onClick={() => void work.commit()}>
            {t('commit', { count: preview.people })}
          </Button>
        </Group>
      </Group>
      <ImportOffers preview={preview} work={work} shown={rows} onShow={look} />
      <Group gap="sm">
        <Select
          aria-label={t('show.label')}
          w={220}
          allowDeselect={false}
          data={importRowsShown.map((one) => ({ value: one, label: t(`show.${one}`) }))}
          value={show}
          onChange={(chosen) => {
            if (chosen) look(chosen);
          }}
        />
        <Pager offset={offset} shown={rows.length} total={total} pageLength={pageLength} onMove={setOffset} />
      </Group>
      {total === 0 && reading.data ? (
        <Text size="sm">{preview.total === 0 ? t('nobody') : t('noRows')}</Text>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('steps.people')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('row')}</th>
                <th scope="col">{t('action')}</th>
                <th scope="col">{t('name')}</th>
                {mapped.map(({ letter, header }) => (
                  <th key={letter} scope="col" className={styles.header}>
                    {`${letter}: ${header}`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ImportPerson key={row.row} row={row} columns={mapped} onChange={(change) => void adjust(change)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Stack>
  );
}
