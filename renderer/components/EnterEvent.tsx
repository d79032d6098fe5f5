/** What a screen shows that needs an election before there is one. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../base/navigation.tsx';
import { EmptyState } from './EmptyState.tsx';

export function EnterEvent() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('frame.noEvent')} detail={t('frame.needsEventDetail')}>
      <Button onClick={() => navigate({ screen: 'event' })}>{t('frame.enterEvent')}</Button>
    </EmptyState>
  );
}
