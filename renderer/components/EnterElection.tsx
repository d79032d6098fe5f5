/** What a screen shows that needs an election before there is one. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../base/navigation.tsx';
import { EmptyState } from './EmptyState.tsx';

export function EnterElection() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('frame.noElection')} detail={t('frame.needsElectionDetail')}>
      <Button onClick={() => navigate({ screen: 'election' })}>{t('frame.enterElection')}</Button>
    </EmptyState>
  );
}
