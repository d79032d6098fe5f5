/** Which sheet, which row of headers, and what each column holds; the first rows show at once how it is read. */
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { importFields, type ImportField, type ImportPreview } from '#shared/contract/exchange.ts';
import { nameOrders } from '#shared/domain/records/table-import.ts';
import { locales } from '#locales/index.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { useReading } from '../../base/office.ts';
import type { ImportWork } from './use-import.ts';
import styles from './ImportScreen.module.css';

const leftOut = 'left-out';
const rowsShown = 12;
/** Words of a header row in its choice: enough to know it by. */
const longestChoice = 90;

export function ImportColumns({
  work,
  preview,
  onNext,
}: {
  work: ImportWork;
  preview: ImportPreview;
  onNext: () => void;
}) {
  const { t } = useTranslation('imports');
  const { adjust, busy } = work;
  const headerChoices = [
    { value: '0', label: t('noHeader') },
    ...preview.top
      .filter(({ row, cells }) => row === preview.headerRow || cells.some((cell) => cell !== ''))
      .map(({ row, cells }) => ({
        value: String(row),
        label: t('headerOption', { row, cells: cells.filter(Boolean).join(' · ').slice(0, longestChoice) }),
      })),
  ];
  if (!headerChoices.some(({ value }) => value === String(preview.headerRow))) {
    headerChoices.push({
      value: String(preview.headerRow),
      label: t('headerOption', {
        row: preview.headerRow,
        cells: preview.columns.map(({ header }) => header).join(' · '),
      }),
    });
  }
  return (
    <Stack gap="sm">
      <Group align="end" gap="sm">
        {preview.sheets.length > 1 && (
          <Select
            label={t('sheet')}
            w={220}
            allowDeselect={false}
            data={preview.sheets.map((name, index) => ({ value: String(index), label: name }))}
            value={String(preview.sheet)}
            onChange={(sheet) => void adjust({ kind: 'sheet', sheet: Number(sheet) })}
          />
        )}
        <Select
          label={t('headerRow')}
          w={520}
          maw="100%"
          allowDeselect={false}
          data={headerChoices}
          value={String(preview.headerRow)}
          onChange={(row) => void adjust({ kind: 'headerRow', row: Number(row) })}
        />
        {preview.nameOrder && (
          <Select
            label={t('nameOrder')}
            w={320}
            allowDeselect={false}
            data={nameOrders.map((order) => ({ value: order, label: t(`order.${order}`) }))}
            value={preview.nameOrder}
            onChange={(order) => {
              if (order) void adjust({ kind: 'nameOrder', order });
            }}
          />
        )}
      </Group>
      {preview.named ? (
        <Text size="sm">{preview.remembered ? t('remembered') : t('columnsHint')}</Text>
      ) : (
        <Alert color="red" role="alert">
          {t('nameless')}
        </Alert>
      )}
      <ColumnsTable preview={preview} work={work} />
      <Group justify="flex-end">
        <Button disabled={!preview.named || busy} onClick={onNext}>
          {t('next')}
        </Button>
      </Group>
    </Stack>
  );
}

function ColumnsTable({ preview, work }: { preview: ImportPreview; work: ImportWork }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const titles = locales[language]['import-headers'].title;
  const choices = [
    { value: leftOut, label: t('leaveOut') },
    ...importFields.map((field) => ({ value: field, label: titles[field] })),
  ];
  const reading = useReading(
    'import.rows',
    { importId: preview.importId, show: 'all', offset: 0, limit: rowsShown },
    { keepPrevious: true, enabled: !work.busy },
  );
  const holds = (isSuch: (field: ImportField) => boolean): boolean =>
    preview.columns.some(({ field }) => field !== null && isSuch(field));
  // What is put together from two columns, or taken apart, is shown as it is read.
  const showsName = preview.nameOrder !== null || holds((field) => field.startsWith('patronymic.'));
  const showsDocument = holds((field) => field === 'document.series');
  const map = (index: number, field: ImportField | null): void => {
    const fields = preview.columns.map((column, at) =>
      at === index ? field : column.field === field ? null : column.field,
    );
    void work.adjust({ kind: 'columns', fields });
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('preview')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {showsName && (
              <th scope="col" className={styles.asRead}>
                {t('name')}
              </th>
            )}
            {showsDocument && (
              <th scope="col" className={styles.asRead}>
                {t('documentRead')}
              </th>
            )}
            {preview.columns.map((column, index) => (
              <th key={column.letter} scope="col">
                {`${column.letter}: ${column.header}`}
                <Select
                  aria-label={t('column', { letter: column.letter })}
                  fw={400}
                  classNames={{ wrapper: styles.meaning }}
                  searchable
                  allowDeselect={false}
                  comboboxProps={{ width: 420, position: 'bottom-start' }}
                  {...(column.field ? { title: titles[column.field] } : {})}
                  data={choices}
                  value={column.field ?? leftOut}
                  onChange={(field) => map(index, field === leftOut ? null : (field as ImportField))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(reading.data?.rows ?? []).map(({ row, cells, name, given, document }) => (
            <tr key={row}>
              <td className={table.number}>{row}</td>
              {showsName && (
                <td>
                  <strong>{name}</strong> {given}
                </td>
              )}
              {showsDocument && (
                <td>
                  <strong>{document}</strong>
                </td>
              )}
              {preview.columns.map((column, index) => (
                <td key={column.letter} className={column.field ? undefined : styles.leftOut}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
