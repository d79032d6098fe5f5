/** Certificates with their people, and people who have none yet. */
import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CertificateRow, CertificateSorting } from '#shared/contract/certificates.ts';
import { formatDate } from '#shared/text/dates.ts';
import { moveAmongRows } from '../../components/row-keys.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import { RowMenu } from './RowMenu.tsx';
import { chosenOf, lineKey, type Chosen } from './selected-row.ts';
import styles from './CertificatesScreen.module.css';

export type Sorting = (typeof CertificateSorting)['_zod']['output'];

export function CertificateTable({
  rows,
  chosen,
  onChoose,
  sorting,
  onSort,
}: {
  rows: readonly CertificateRow[];
  chosen: ReadonlyMap<string, Chosen>;
  onChoose: (chosen: ReadonlyMap<string, Chosen>) => void;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}) {
  const { t } = useTranslation('certificates');
  const language = useLanguage();
  const all = rows.length > 0 && rows.every((row) => chosen.has(lineKey(row)));
  const some = rows.some((row) => chosen.has(lineKey(row)));
  const toggle = (row: CertificateRow): void => {
    const next = new Map(chosen);
    if (!next.delete(lineKey(row))) next.set(lineKey(row), chosenOf(row));
    onChoose(next);
  };
  const toggleAll = (): void => {
    const next = new Map(chosen);
    for (const row of rows) {
      if (all) next.delete(lineKey(row));
      else next.set(lineKey(row), chosenOf(row));
    }
    onChoose(next);
  };
  const heading = (column: Sorting['column'], words: string) => {
    const current = sorting.column === column;
    const Arrow = sorting.descending ? IconArrowDown : IconArrowUp;
    return (
      <th scope="col" aria-sort={current ? (sorting.descending ? 'descending' : 'ascending') : 'none'}>
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ column, descending: current && !sorting.descending })}
        >
          {words}
          {current && <Arrow size={14} aria-hidden />}
        </button>
      </th>
    );
  };
  const nameColumn = language === 'en' ? 'latin' : language;
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-label={t('title')} onKeyDown={moveAmongRows}>
      <table className={`${table.table ?? ''} ${table.wide ?? ''}`}>
        <thead>
          <tr>
            <th className={table.narrow}>
              <Checkbox aria-label={t('chooseShown')} checked={all} indeterminate={some && !all} onChange={toggleAll} />
            </th>
            {heading('number', t('number'))}
            <td className={table.narrow} />
            {heading(nameColumn, t('person'))}
            {heading('organisation', t('organisation'))}
            {heading('state', t('state'))}
            <th scope="col">{t('receiver')}</th>
            <td className={table.narrow} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { person, certificate } = row;
            const beside = language === 'ru' ? person.ru : language === 'ky' ? person.ky : '';
            const receipt = certificate?.receipt;
            return (
              <tr key={lineKey(row)} className={chosen.has(lineKey(row)) ? table.chosen : undefined}>
                <td>
                  <Checkbox
                    aria-label={t('choose', { person: person.latin })}
                    checked={chosen.has(lineKey(row))}
                    onChange={() => toggle(row)}
                  />
                </td>
                <td className={table.narrow}>
                  {certificate?.number ?? '—'}
                  {certificate?.replaces && (
                    <span className={table.quiet}>{t('replaces', { number: certificate.replaces })}</span>
                  )}
                </td>
                <td>
                  {person.picture && (
                    <img
                      className={styles.picture}
                      src={`app://office/photo/${person.picture}`}
                      alt=""
                      loading="lazy"
                    />
                  )}
                </td>
                <td>
                  <NavLinkTo to={{ screen: 'application', id: person.id }} className={table.name}>
                    {person.latin}
                  </NavLinkTo>
                  {beside !== '' && <span className={table.quiet}>{beside}</span>}
                </td>
                <td>{person.organisation[language]}</td>
                <td className={table.narrow}>
                  <StatusBadge kind="certificate" status={certificate?.status ?? 'none'} />
                </td>
                <td>
                  {receipt && (
                    <>
                      {receipt.to === 'self' ? t('self') : receipt.proxyName}
                      <span className={table.quiet}>{formatDate(receipt.on)}</span>
                    </>
                  )}
                  {certificate?.report}
                  {certificate?.replacedBy && (
                    <span className={table.quiet}>{t('replacedBy', { number: certificate.replacedBy })}</span>
                  )}
                </td>
                <td className={table.narrow}>{certificate && <RowMenu certificate={certificate} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
