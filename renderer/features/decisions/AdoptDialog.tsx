/** Recording that the commission adopted the decision: number and day, and what can never be changed afterwards. */
import { Alert, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '../../../shared/contract/decisions.ts';
import type { AnnexAction } from '../../../shared/domain/decision.ts';
import type { IsoDate } from '../../../shared/domain/primitives.ts';
import { formatNumber } from '../../../shared/text/numbers.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { call } from '../../app/office.ts';
import { today } from '../../app/today.ts';

export function AdoptDialog({ view, opened, onClose }: { view: DecisionView; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const { decision, annex, cumulativeBefore } = view;
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<IsoDate | null>(decision.sessionDate);
  const count = (action: AnnexAction) => annex.filter(({ row }) => row.action === action).length;
  const words = (value: number) => formatNumber(value, language);
  return (
    <ConfirmDialog
      opened={opened}
      title={t('adoptTitle')}
      confirmLabel={t('adoptConfirm')}
      disabled={number.trim() === '' || date === null}
      onConfirm={() => (date ? call('decision.adopt', { id: decision.id, adoption: { number, date } }) : undefined)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Alert color="yellow" role="note">
          {t('adoptWarning')}
        </Alert>
        <Text size="sm">
          {t('adoptSummary', {
            accredit: words(count('accredit')),
            refuse: words(count('refuse')),
            revoke: words(count('revoke')),
            cumulative: words(cumulativeBefore + count('accredit')),
          })}
        </Text>
        <TextInput
          label={t('adoptNumber')}
          required
          data-autofocus
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DateInput label={t('adoptDate')} required value={date} onChange={setDate} maxDate={today()} />
      </Stack>
    </ConfirmDialog>
  );
}
