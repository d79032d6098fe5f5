/** A new recovery key in place of the one before, shown once. */
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { done, refuse } from '#shared/domain/base/refusals.ts';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, useReading } from '../../base/office.ts';
import { RecoveryKey } from './RecoveryKey.tsx';

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/gu, '');

export function NewRecoveryKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['operators', 'common']);
  const language = useLanguage();
  const settings = useReading('office.settings', {});
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const saving = useSaving();
  const make = async (): Promise<void> => {
    const outcome = await saving.run(() => call('operator.newRecoveryKey', {}));
    if (outcome?.ok) setRecoveryKey(outcome.value.recoveryKey);
  };
  const confirm = (lastGroup: string) => {
    if (plain(lastGroup) !== recoveryKey?.split('-').at(-1))
      return Promise.resolve(refuse('access.recoveryGroupWrong'));
    onClose();
    return Promise.resolve(done({}));
  };
  return (
    <Modal
      opened
      size="xl"
      title={t('recovery.new')}
      onClose={onClose}
      // The key is shown this once: only its last group leads on.
      withCloseButton={recoveryKey === null}
      closeOnEscape={recoveryKey === null}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {recoveryKey === null ? (
        <Stack gap="md">
          <Text>{t('recovery.newDetail')}</Text>
          <RefusalMessage refusal={saving.refusal} />
          <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button loading={saving.state === 'saving'} onClick={() => void make()}>
              {t('recovery.make')}
            </Button>
          </div>
        </Stack>
      ) : (
        <RecoveryKey recoveryKey={recoveryKey} office={settings.data?.commission[language] ?? ''} onConfirm={confirm} />
      )}
    </Modal>
  );
}
