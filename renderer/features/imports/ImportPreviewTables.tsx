/** What a body's table was taken for: its faults by cell, and its first rows under columns that can be put right. */
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { locales } from '../../../locales/index.ts';
import { importFields, type ImportField, type ImportPreview } from '../../../shared/contract/exchange.ts';
import { formatNumber } from '../../../shared/text/numbers.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../app/i18n.ts';
import { useWording } from '../../app/wording.ts';
import styles from './ImportScreen.module.css';

const leftOut = 'none';

/** The Select's values are our own fields and `leftOut`; anything else is left out. */
const fieldOf = (value: string | null): ImportField | null => importFields.find((field) => field === value) ?? null;

export function ImportPreviewTables({
  preview,
  onRemap,
}: {
  preview: ImportPreview;
  /** What each column is now taken for, in the columns' order. */
  onRemap: (fields: (ImportField | null)[]) => void;
}) {
  const { t } = useTranslation('imports');
  return (
    <div className={styles.area} tabIndex={0} role="region" aria-label={t('preview')}>
      {preview.faultCount > 0 && <Faults preview={preview} />}
      <section className={styles.part}>
        <h2 className={styles.title}>{t('preview')}</h2>
      </section>
      <Rows preview={preview} onRemap={onRemap} />
    </div>
  );
}

function Faults({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const wording = useWording();
  const more = preview.faultCount - preview.faults.length;
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>{t('faults', { count: preview.faultCount })}</h2>
      <div className={styles.faults} tabIndex={0} role="region" aria-label={t('faults', { count: preview.faultCount })}>
        <table className={table.table}>
          <tbody>
            {preview.faults.map((fault) => (
              <tr key={`${String(fault.row)} ${fault.column} ${fault.code}`}>
                <th scope="row" className={table.narrow}>
                  {t('cell', { column: fault.column, row: fault.row })}
                </th>
                <td className={table.narrow}>{fault.header}</td>
                <td>{wording.fault(fault)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className={table.quiet}>{t('more', { count: formatNumber(more, language) })}</p>}
    </section>
  );
}

function Rows({ preview, onRemap }: { preview: ImportPreview; onRemap: (fields: (ImportField | null)[]) => void }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const words = locales[language]['import-headers'].title;
  const bad = useMemo(
    () => new Set(preview.faults.map(({ row, column }) => `${column}${String(row)}`)),
    [preview.faults],
  );
  const fields = preview.columns.map(({ field }) => field);
  const remap = (at: number, chosen: ImportField | null): void => {
    // A field comes from one column: the column that had it before is left out.
    onRemap(fields.map((field, index) => (index === at ? chosen : chosen !== null && field === chosen ? null : field)));
  };
  const choices = [
    { value: leftOut, label: t('leaveOut') },
    ...importFields.map((field) => ({ value: field, label: words[field] })),
  ];
  return (
    <table className={`${table.table ?? ''} ${table.wide ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">{t('row')}</th>
          {preview.columns.map((column, at) => (
            <th key={column.letter} scope="col" className={column.field ? undefined : styles.left}>
              <span className={styles.letter}>{`${column.letter} · ${column.header}`}</span>
              <Select
                className={styles.choice}
                size="xs"
                aria-label={`${t('column', { letter: column.letter })}: ${column.header}`}
                data={choices}
                value={column.field ?? leftOut}
                onChange={(value) => remap(at, fieldOf(value))}
                searchable
                comboboxProps={{ width: 300, position: 'bottom-start' }}
                maxDropdownHeight={320}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.rows.map(({ row, cells }) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {preview.columns.map(({ letter, field }, at) => (
              <td
                key={letter}
                className={bad.has(`${letter}${String(row)}`) ? styles.bad : field ? undefined : styles.left}
              >
                {cells[at] ?? ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
