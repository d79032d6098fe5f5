/** Moves people of the annex to a place that is typed. */
import { NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#shared/domain/base/refusals.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

export function MoveDialog({
  people,
  from,
  last,
  onMove,
  onClose,
}: {
  /** How many are moved, the place of the first of them now, and the last place there is for it. */
  people: number;
  from: number;
  last: number;
  onMove: (place: number) => Promise<Outcome<unknown>>;
  onClose: () => void;
}) {
  const { t } = useTranslation('agenda');
  const [place, setPlace] = useState<number | null>(from);
  const fits = place !== null && place >= 1 && place <= last;
  return (
    <ConfirmDialog
      opened
      title={t('moveTitle')}
      confirmLabel={t('move')}
      disabled={!fits}
      onConfirm={() => (fits ? onMove(place) : undefined)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">{t('moveHint', { count: people })}</Text>
        <NumberInput
          label={t('newPlace', { last })}
          min={1}
          max={last}
          allowDecimal={false}
          allowNegative={false}
          data-autofocus
          value={place ?? ''}
          onChange={(value) => setPlace(typeof value === 'number' ? value : null)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
