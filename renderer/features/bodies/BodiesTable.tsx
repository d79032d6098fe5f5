/** The bodies as a table: a name is the link to the record. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BodyRow } from '#shared/contract/register.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { moveAmongRows } from '../../components/row-keys.ts';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import styles from './BodiesScreen.module.css';

export type BodySorting = {
  column: 'name' | 'country' | 'applications' | 'accredited' | 'inForce';
  descending: boolean;
};

export function BodiesTable({
  rows,
  eventId,
  sorting,
  onSort,
}: {
  rows: readonly BodyRow[];
  eventId: Id;
  sorting: BodySorting;
  onSort: (sorting: BodySorting) => void;
}) {
  const { t } = useTranslation(['bodies', 'domain']);
  const language = useLanguage();
  const heading = (column: BodySorting['column'], words: string, number = false) => {
    const current = sorting.column === column;
    const Arrow = sorting.descending ? IconArrowDown : IconArrowUp;
    return (
      <th
        scope="col"
        className={number ? styles.number : undefined}
        aria-sort={current ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
      >
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ column, descending: current ? !sorting.descending : number })}
        >
          {words}
          {current && <Arrow size={14} aria-hidden />}
        </button>
      </th>
    );
  };
  const plain = (words: string) => (
    <th scope="col">
      <span className={styles.sort} style={{ cursor: 'default' }}>
        {words}
      </span>
    </th>
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('title')} onKeyDown={moveAmongRows}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heading('name', t('name'))}
            {plain(t('kind'))}
            {heading('country', t('country'))}
            {plain(t('letterColumn'))}
            {heading('applications', t('applications'), true)}
            {heading('accredited', t('accredited'), true)}
            {heading('inForce', t('inForce'), true)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ body, applications, accredited, inForce }) => {
            const letter = body.correspondence[eventId]?.letter;
            return (
              <tr key={body.id}>
                <td>
                  <NavLinkTo to={{ screen: 'body', id: body.id }} className={styles.name}>
                    {body.name[language]}
                  </NavLinkTo>
                  {body.short[language] && <span className={styles.short}>{body.short[language]}</span>}
                </td>
                <td>{t(`domain:bodyKind.${body.kind}`)}</td>
                <td>{body.country ? countryName(body.country, language) : '—'}</td>
                <td>
                  {letter && (letter.number || letter.date)
                    ? `${letter.number} ${letter.date ? formatDate(letter.date) : ''}`
                    : '—'}
                </td>
                <td className={styles.number}>{formatNumber(applications, language)}</td>
                <td className={styles.number}>{formatNumber(accredited, language)}</td>
                <td className={styles.number}>{formatNumber(inForce, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
