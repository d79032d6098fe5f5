/** The organisations as a table: a name is the link to the record. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrganisationRow } from '#shared/contract/register.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { moveAmongRows } from '../../components/row-keys.ts';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import styles from './OrganisationsScreen.module.css';

export type OrganisationSorting = {
  column: 'name' | 'country' | 'applications' | 'accredited' | 'inForce';
  descending: boolean;
};

export function OrganisationsTable({
  rows,
  electionId,
  sorting,
  onSort,
}: {
  rows: readonly OrganisationRow[];
  electionId: Id;
  sorting: OrganisationSorting;
  onSort: (sorting: OrganisationSorting) => void;
}) {
  const { t } = useTranslation(['organisations', 'domain']);
  const language = useLanguage();
  const heading = (column: OrganisationSorting['column'], words: string, number = false) => {
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
          {rows.map(({ organisation, applications, accredited, inForce }) => {
            const letter = organisation.correspondence[electionId]?.letter;
            return (
              <tr key={organisation.id}>
                <td>
                  <NavLinkTo to={{ screen: 'organisation', id: organisation.id }} className={styles.name}>
                    {organisation.name[language]}
                  </NavLinkTo>
                  {organisation.short[language] && <span className={styles.short}>{organisation.short[language]}</span>}
                </td>
                <td>{t(`domain:organisationKind.${organisation.kind}`)}</td>
                <td>{organisation.country ? countryName(organisation.country, language) : '—'}</td>
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
