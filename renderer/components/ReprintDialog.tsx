/** The question before paper is printed once more: whose it is, how often and when it was printed, and why again. */
import { Autocomplete, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintedBefore } from '#shared/contract/certificates.ts';
import { done } from '#shared/domain/base/refusals.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { clockOffset } from '../base/today.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

export function ReprintDialog({
  repeated,
  onConfirm,
  onClose,
}: {
  repeated: readonly PrintedBefore[];
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('reprint');
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      opened
      danger
      title={t('title')}
      confirmLabel={t('confirm')}
      disabled={reason.trim() === ''}
      onConfirm={() => {
        onConfirm(reason.trim());
        return Promise.resolve(done(null));
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t('question', { count: repeated.length })}</Text>
        <ScrollArea.Autosize mah={260} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('list') }}>
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {repeated.map(({ id, number, person, times, last }) => (
                <Table.Tr key={id}>
                  <Table.Td>{t('line', { number, person })}</Table.Td>
                  <Table.Td>{t('times', { count: times, date: formatDateTime(last, clockOffset(last)) })}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        <Autocomplete
          // Opened by an arrow or a letter: at once it would lie over the question.
          openOnFocus={false}
          comboboxProps={{ position: 'top', middlewares: { flip: false } }}
          label={t('reason')}
          required
          data-autofocus
          maxLength={500}
          data={[t('reasons.printer'), t('reasons.paper'), t('reasons.holder')]}
          value={reason}
          onChange={setReason}
        />
      </Stack>
    </ConfirmDialog>
  );
}
