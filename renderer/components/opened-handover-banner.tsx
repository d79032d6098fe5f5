/** A handover whose own file was opened with the program: said on every screen until it is looked through or put aside. */
import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntryStatus } from '#shared/contract/entry.ts';
import { callRefusal } from '#shared/contract/roles.ts';
import styles from './banner.module.css';
import { NavLinkTo, useRoute } from '../base/navigation.tsx';
import { call } from '../base/office.ts';
import { useWording } from '../base/wording.ts';

export function OpenedHandoverBanner({
  status: { offered, operator },
}: {
  status: Pick<EntryStatus, 'offered' | 'operator'>;
}) {
  const { t } = useTranslation(['receiving', 'common']);
  const wording = useWording();
  const { screen } = useRoute();
  if (!offered) return null;
  const { bag, refusal } = offered;
  const refused = refusal ?? (operator && callRefusal('receive.lookAtOffered', operator)?.refusal);
  // There the handover itself is offered.
  if (!refused && operator && screen === 'handover') return null;
  return (
    <div className={styles.report} role={refused ? 'alert' : 'status'}>
      <div>
        {refused ? (
          wording.refusal(refused)
        ) : (
          <>
            {t(operator ? 'offered.here' : 'offered.waits', { bag })}{' '}
            {operator && <NavLinkTo to={{ screen: 'handover' }}>{t('offered.goTo')}</NavLinkTo>}
          </>
        )}
      </div>
      <CloseButton
        size="sm"
        aria-label={t('common:report.dismiss')}
        onClick={() => void call('entry.archiveOffice', {})}
      />
    </div>
  );
}
