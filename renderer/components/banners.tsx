/** Marks on every screen: made-up people, and an engine that is not for real work. */
import { useTranslation } from 'react-i18next';
import type { EntryStatus } from '#shared/contract/entry.ts';
import styles from './banner.module.css';

export function Banners({ status }: { status: Pick<EntryStatus, 'sample' | 'runtime'> }) {
  const { t } = useTranslation();
  if (!status.sample && status.runtime === 'official') return null;
  return (
    <div className={styles.mark}>
      {status.sample && <span>{t('frame.sample')}</span>}
      {status.runtime === 'development' && <span>{t('frame.development')}</span>}
    </div>
  );
}
