/** Records that are not whole are the first thing a clerk must know of. */
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLinkTo } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';

export function AuditNotice() {
  const { t } = useTranslation('records');
  const { data: report } = useReading('audit.latest', {});
  if (!report || report.faultCount === 0) return null;
  return (
    <Alert color="red" role="alert" mb="md" icon={<IconAlertTriangle size={18} aria-hidden />}>
      {t('notice')} <NavLinkTo to={{ screen: 'records' }}>{t('open')}</NavLinkTo>
    </Alert>
  );
}
