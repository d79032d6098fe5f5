/** Backups that are not made, or could not be, are said where the day begins. */
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLinkTo } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { useWording } from '../../base/wording.ts';

export function BackupNotice() {
  const { t } = useTranslation(['backups', 'common']);
  const { data: status } = useReading('backup.status', {});
  const { data: entry } = useReading('entry.status', {});
  const wording = useWording();
  if (!status || !entry) return null;
  const { folder, behind, late } = status;
  // The sample office can be made again at any time.
  if (folder === null && entry.sample) return null;
  const failed = status.failure && wording.refusal(status.failure);
  const words = folder === null ? t('none') : (failed ?? (late ? t('behind', { count: behind }) : null));
  if (words === null) return null;
  return (
    <Alert color="orange" role="status" mb="md" icon={<IconAlertTriangle size={18} aria-hidden />}>
      {words} <NavLinkTo to={{ screen: 'settings' }}>{t('title')}</NavLinkTo>
    </Alert>
  );
}
