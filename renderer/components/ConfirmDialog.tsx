/** A question before something that cannot be taken back. Esc and Cancel leave everything as it is. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, Refusal } from '#shared/domain/base/refusals.ts';
import { DialogKeys } from './DialogKeys.tsx';
import { firstInvalid } from './first-invalid.ts';
import { RefusalMessage } from './RefusalMessage.tsx';

export type ConfirmDialogProps = {
  opened: boolean;
  title: string;
  /** What will happen, in a sentence or a short form. */
  children: ReactNode;
  confirmLabel: string;
  /** It destroys or ends something: the button warns. */
  danger?: boolean;
  /** The dialog closes when this succeeds and shows the refusal when it does not. */
  onConfirm: () => Promise<Outcome<unknown>> | undefined;
  onClose: () => void;
  /** The form inside is not filled in yet. */
  disabled?: boolean;
  size?: 'sm' | 'md' | 'lg' | 'xl';
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, onClose, size = 'md' } = props;
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Question {...props} />
    </Modal>
  );
}

/** What opens a question has dots behind it; what answers it has none. */
const withoutDots = (label: string): string => label.replace(/…$/u, '');

function Question({
  children,
  confirmLabel,
  danger = false,
  onConfirm,
  onClose,
  disabled = false,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const confirm = async (): Promise<void> => {
    if (busy || disabled) return;
    setBusy(true);
    setRefusal(null);
    try {
      const outcome = await onConfirm();
      if (!outcome || outcome.ok) onClose();
      else setRefusal(outcome.refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      data-writes
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const wrong = firstInvalid(event.currentTarget);
        if (wrong) wrong.focus();
        else void confirm();
      }}
    >
      <Stack gap="sm">
        <div>{children}</div>
        <RefusalMessage refusal={refusal} withFields />
        <DialogKeys />
        <Group justify="flex-end" gap="xs" mt={4}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" color={danger ? 'red.9' : 'ink'} loading={busy} disabled={disabled} data-autofocus>
            {withoutDots(confirmLabel)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
