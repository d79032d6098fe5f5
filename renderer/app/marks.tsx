/** Marks on every screen: made-up people, and an engine that is not for real work. */
import { useTranslation } from 'react-i18next';
import type { LobbyStatus } from '../../shared/contract/lobby.ts';
import styles from './frame.module.css';

export function Marks({ status }: { status: Pick<LobbyStatus, 'sample' | 'runtime'> }) {
  const { t } = useTranslation();
  return (
    <>
      {status.sample && <div className={styles.mark}>{t('frame.sample')}</div>}
      {status.runtime === 'development' && <div className={styles.mark}>{t('frame.development')}</div>}
    </>
  );
}
