/** People to be put on an annex, each chosen or left out by hand. */
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/contract/applications.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import styles from './DecisionScreen.module.css';

export function PeopleChoice({
  rows,
  all,
  chosen,
  isChosen,
  onToggle,
  onToggleAll,
}: {
  /** The people shown; `all` and `chosen` count also those who are not. */
  rows: readonly ApplicationRow[];
  all: number;
  chosen: number;
  isChosen: (id: Id) => boolean;
  onToggle: (id: Id) => void;
  onToggleAll: () => void;
}) {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  return (
    <div className={styles.people} tabIndex={0} role="region" aria-label={t('person')}>
      <table className={table.table}>
        <thead>
          <tr>
            <td className={table.narrow}>
              <Checkbox
                aria-label={t('chooseAll')}
                checked={chosen > 0 && chosen === all}
                indeterminate={chosen > 0 && chosen < all}
                onChange={onToggleAll}
              />
            </td>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('organisation')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Checkbox
                  aria-label={t('choose', { person: row.latin })}
                  checked={isChosen(row.id)}
                  onChange={() => onToggle(row.id)}
                />
              </td>
              <td>
                {row.latin}
                <span className={table.quiet}>{language === 'ru' ? row.ru : row.ky}</span>
              </td>
              <td>{row.organisation[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
