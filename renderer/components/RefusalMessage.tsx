/** A refusal of the office, in words, where the clerk is looking. Read out at once by screen readers. */
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { NavLinkTo } from '../base/navigation.tsx';
import { useWording } from '../base/wording.ts';
import { EmblemAgain } from './EmblemAgain.tsx';
import styles from './RefusalMessage.module.css';

export function RefusalMessage({
  refusal,
  /** Also lists what is wrong with each field, where the fields themselves are not on the screen. */
  withFields = false,
  onFixed,
  onClose,
}: {
  refusal: Refusal | null | undefined;
  withFields?: boolean;
  /** What was refused can be tried again: its cause is gone. */
  onFixed?: () => void;
  onClose?: () => void;
}) {
  const { t } = useTranslation(['common', 'errors', 'duplicates', 'designs']);
  const wording = useWording();
  if (!refusal) return null;
  const { applicationId, person, otherPerson, emblem } = refusal.params ?? {};
  const dismiss = onClose ? { withCloseButton: true, closeButtonLabel: t('report.dismiss'), onClose } : {};
  return (
    <Alert
      color="red"
      role="alert"
      title={t('errors:title')}
      icon={<IconAlertTriangle size={17} stroke={1.8} />}
      classNames={{ root: styles.root ?? '', title: styles.title ?? '', icon: styles.icon ?? '' }}
      {...dismiss}
    >
      {wording.refusal(refusal)}
      {typeof applicationId === 'string' && (
        <>
          {' '}
          <NavLinkTo to={{ screen: 'application', id: applicationId }}>
            {t('duplicates:openNamed', { person: otherPerson ?? person ?? '' })}
          </NavLinkTo>
        </>
      )}
      {refusal.code === 'design.emblemMissing' && (
        <>
          {' '}
          <NavLinkTo to={{ screen: 'designs' }}>{t('designs:open')}</NavLinkTo>
          {onFixed && typeof emblem === 'string' && <EmblemAgain emblem={emblem} onRestored={onFixed} />}
        </>
      )}
      {withFields && refusal.fields && (
        <ul>
          {refusal.fields.map((fault) => (
            <li key={`${fault.path} ${fault.code}`}>
              {refusal.code === 'application.notComplete' ? wording.missing(fault) : wording.fault(fault)}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
