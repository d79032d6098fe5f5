/** A person's photo on one of two computers. */
import { useTranslation } from 'react-i18next';
import styles from './Receive.module.css';

export function SidePicture({ url }: { url: string | null }) {
  const { t } = useTranslation('history');
  return url ? <img className={styles.picture} src={url} alt={t('field.photo')} /> : t('nothing');
}
