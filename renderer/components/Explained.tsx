/** Something went wrong: what happened, what is safe, and what to do, in this order and under these words. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Explained.module.css';

export function Explained({ happened, safe, todo }: { happened?: ReactNode; safe: string; todo: string }) {
  const { t } = useTranslation('support');
  return (
    <dl className={styles.explained}>
      {happened !== undefined && (
        <>
          <dt>{t('explained.happened')}</dt>
          <dd>{happened}</dd>
        </>
      )}
      <dt>{t('explained.safe')}</dt>
      <dd>
        <Text>{safe}</Text>
      </dd>
      <dt>{t('explained.todo')}</dt>
      <dd>
        <Text>{todo}</Text>
      </dd>
    </dl>
  );
}
