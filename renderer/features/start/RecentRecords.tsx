/** People, organisations and decisions that were opened lately, to come back to. */
import { IconBuildingBank, IconFileText, IconGavel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecentRow } from '#shared/contract/drafts.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import { clockOffset } from '../../base/today.ts';
import styles from './StartScreen.module.css';

const icons = { application: IconFileText, organisation: IconBuildingBank, decision: IconGavel };

export function RecentRecords({ rows }: { rows: readonly RecentRow[] }) {
  const { t } = useTranslation('drafts');
  const language = useLanguage();
  if (rows.length === 0) return <p className={styles.nothing}>{t('recent.nothing')}</p>;
  return (
    <ul className={styles.list}>
      {rows.map((row) => {
        const Icon = icons[row.kind];
        const details = [
          row.number === null ? '' : `№ ${row.number}`,
          row.organisation?.[language] ?? '',
          formatDateTime(row.at, clockOffset(row.at)),
        ];
        return (
          <li key={`${row.kind} ${row.id}`} className={styles.recent}>
            <Icon size={17} stroke={1.5} aria-label={t(`recent.kind.${row.kind}`)} role="img" />
            <div>
              <NavLinkTo to={{ screen: row.kind, id: row.id }} className={styles.name}>
                {row.name[language]}
              </NavLinkTo>
              <div className={styles.quiet}>{details.filter(Boolean).join(' · ')}</div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
