/** What number comes next, and a warning before this laptop's numbers run out. */
import { useTranslation } from 'react-i18next';
import type { Id } from '#shared/domain/base/primitives.ts';
import { useReading } from '../../base/office.ts';
import styles from './CertificatesScreen.module.css';

/** A day's work of a busy counter: a new block can be asked for in time. */
const fewNumbers = 50;

export function NumbersLeft({ electionId }: { electionId: Id }) {
  const { t } = useTranslation('certificates');
  const { data } = useReading('certificate.numbers', { electionId }, { keepPrevious: true });
  if (!data) return null;
  const { next, left } = data;
  if (next === null) return <strong className={styles.few}>{t('noNumbers')}</strong>;
  return (
    <>
      {t('nextNumber', { number: next })}
      {left !== null && (
        <span className={left < fewNumbers ? styles.few : undefined}>{`, ${t('left', { count: left })}`}</span>
      )}
    </>
  );
}
