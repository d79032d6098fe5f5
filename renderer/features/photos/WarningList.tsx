/** What the clerk should look at before taking a photo; nothing where all is well. */
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Cut } from './crop-picture.ts';
import { photoLimits, type PhotoWarning } from './open-picture.ts';
import styles from './photos.module.css';

export function WarningList({ warnings, cut }: { warnings: readonly PhotoWarning[]; cut: Cut }) {
  const { t } = useTranslation('photos');
  if (warnings.length === 0) return null;
  return (
    <Alert color="yellow">
      <Text fw={600} size="sm">
        {t('lookAgain')}
      </Text>
      <ul className={styles.warnings}>
        {warnings.map((warning) => (
          <li key={warning}>
            {t(`warning.${warning}`, {
              ...photoLimits,
              width: Math.round(cut.width),
              height: Math.round(cut.height),
            })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
