/** An organisation withdraws its people: with its letter, and with the substitute entered next where it is one person. */
import { Checkbox, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyTrilingual, isComplete, type Id, type IsoDate } from '#shared/domain/base/primitives.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { navigate } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';
import { today } from '../../base/today.ts';

export function WithdrawDialog({ ids, onDone, onClose }: { ids: Id[]; onDone?: () => void; onClose: () => void }) {
  const { t } = useTranslation(['applications', 'intake', 'errors']);
  const [on, setOn] = useState<IsoDate | null>(today());
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<IsoDate | null>(null);
  const [reason, setReason] = useState(emptyTrilingual);
  const [substituteNext, setSubstituteNext] = useState(false);
  const [only] = ids.length === 1 ? ids : [];
  const named = number.trim() !== '';
  const half = named !== (date !== null);
  const withdraw = async (day: IsoDate) => {
    const letter = named && date !== null ? { number: number.trim(), date } : null;
    const reply = await call('application.withdraw', { ids, on: day, reason, letter });
    if (!reply.ok) return reply;
    onDone?.();
    if (only !== undefined && substituteNext) navigate({ screen: 'newApplication', replaces: only });
    return reply;
  };
  return (
    <ConfirmDialog
      opened
      danger
      size="lg"
      title={only === undefined ? t('intake:withdrawal.several', { count: ids.length }) : t('withdrawTitle')}
      confirmLabel={t('withdraw')}
      disabled={on === null || half || !isComplete(reason)}
      onConfirm={() => (on ? withdraw(on) : undefined)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <SimpleGrid cols={3} spacing="sm">
          <DateInput label={t('withdrawOn')} required value={on} onChange={setOn} maxDate={today()} />
          <TextInput
            label={t('intake:withdrawal.number')}
            maxLength={500}
            value={number}
            error={half && !named ? t('errors:field.required') : undefined}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateInput
            label={t('intake:withdrawal.date')}
            value={date}
            onChange={setDate}
            maxDate={today()}
            error={half && named ? t('errors:field.required') : undefined}
          />
        </SimpleGrid>
        <Text size="xs" c="dimmed">
          {t('intake:withdrawal.letterHint')}
        </Text>
        <TrilingualInput label={t('withdrawReason')} required multiline value={reason} onChange={setReason} />
        {only !== undefined && (
          <Checkbox
            label={t('intake:withdrawal.substituteNext')}
            checked={substituteNext}
            onChange={(event) => setSubstituteNext(event.currentTarget.checked)}
          />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
