/** A citizen of the host country is blocked; a head may allow one, with a justification. */
import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpenForEdit, type Application, type HostOverride } from '#shared/domain/records/application.ts';
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { WordsField } from '../../components/WordsField.tsx';
import { call } from '../../base/office.ts';
import { useMay, useOperator } from '../../base/operator.tsx';
import { clockOffset } from '../../base/today.ts';
import styles from './duplicates.module.css';

export type NewOverride = Pick<HostOverride, 'justification'>;

export function HostCitizen({
  application,
  given,
  onGive,
  dirty,
}: {
  application: Application | null;
  /** Leave given in the form, kept when the application is saved. */
  given: NewOverride | null;
  onGive: (override: NewOverride) => void;
  dirty: boolean;
}) {
  const { t } = useTranslation(['duplicates', 'operators', 'domain']);
  const operator = useOperator();
  const mayAllow = useMay('application.disallowHostCitizen');
  const [dialog, setDialog] = useState<'allow' | 'takeBack' | null>(null);
  const kept = application?.hostOverride ?? null;
  const editable = !application || isOpenForEdit(application.status);
  const revocable = application && (editable || application.status === 'on-agenda');
  const close = (): void => setDialog(null);
  return (
    <Alert
      title={t('host.title')}
      mt="sm"
      classNames={{ root: (kept ? styles.allowed : styles.blocked) ?? '', title: styles.hostTitle ?? '' }}
    >
      <Stack gap="xs" align="flex-start">
        {kept ? (
          <>
            <Text size="sm" fw={600}>
              {t('host.given', { officer: kept.officer, at: formatDateTime(kept.at, clockOffset(kept.at)) })}
            </Text>
            <Text size="sm">{kept.justification}</Text>
            {revocable && mayAllow && (
              <Button variant="default" disabled={dirty} onClick={() => setDialog('takeBack')}>
                {t('host.takeBack')}
              </Button>
            )}
          </>
        ) : (
          <>
            <Text size="sm">
              {given
                ? t('host.pending', { officer: operator?.name ?? '' })
                : t(application ? 'host.noLonger' : 'host.blocked')}
            </Text>
            {given && <Text size="sm">{given.justification}</Text>}
            {editable && !mayAllow && <Text size="sm">{t('operators:needs', { role: t('domain:role.head') })}</Text>}
            {editable && mayAllow && (
              <Button variant="default" onClick={() => setDialog('allow')}>
                {t('host.allow')}
              </Button>
            )}
          </>
        )}
      </Stack>
      {dialog === 'allow' && (
        <PermitDialog
          title={t('host.dialogTitle')}
          reasonLabel={t('host.justification')}
          hint={t('host.justificationHint')}
          confirmLabel={t('host.give')}
          onConfirm={(justification) => {
            onGive({ justification });
            return Promise.resolve(done({}));
          }}
          onClose={close}
        />
      )}
      {dialog === 'takeBack' && application && (
        <PermitDialog
          danger
          title={t('host.takeBackTitle')}
          reasonLabel={t('host.takeBackReason')}
          hint={t('host.takeBackHint')}
          confirmLabel={t('host.takeBack')}
          onConfirm={(reason) => call('application.disallowHostCitizen', { id: application.id, reason })}
          onClose={close}
        />
      )}
    </Alert>
  );
}

/** Asks why the decision is taken, and that they may take it. */
export function PermitDialog({
  title,
  reasonLabel,
  hint,
  confirmLabel,
  danger = false,
  onConfirm,
  onClose,
}: {
  title: string;
  reasonLabel: string;
  hint: string;
  confirmLabel: string;
  danger?: boolean;
  onConfirm: (reason: string) => Promise<Outcome<unknown>>;
  onClose: () => void;
}) {
  const { t } = useTranslation('duplicates');
  const [reason, setReason] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const complete = reason.trim() !== '' && confirmed;
  return (
    <ConfirmDialog
      opened
      size="lg"
      danger={danger}
      title={title}
      confirmLabel={confirmLabel}
      disabled={!complete}
      onConfirm={() => onConfirm(reason.trim())}
      onClose={onClose}
    >
      <Stack gap="sm">
        <WordsField
          label={reasonLabel}
          description={hint}
          required
          data-autofocus
          lines={[3, 8]}
          maxLength={2000}
          value={reason}
          onChange={setReason}
        />
        <Group>
          <Checkbox
            label={t('host.confirm')}
            checked={confirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
        </Group>
      </Stack>
    </ConfirmDialog>
  );
}
