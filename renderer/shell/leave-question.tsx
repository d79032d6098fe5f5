/** Asks before unsaved changes are lost. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLeaveQuestion } from '../base/navigation.tsx';

export function LeaveQuestion() {
  const { t } = useTranslation();
  const { open, stay, leave } = useLeaveQuestion();
  return (
    <Modal
      opened={open}
      onClose={stay}
      title={t('unsaved.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text mb="md">{t('unsaved.detail')}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={leave}>
          {t('unsaved.leave')}
        </Button>
        <Button data-autofocus onClick={stay}>
          {t('unsaved.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
