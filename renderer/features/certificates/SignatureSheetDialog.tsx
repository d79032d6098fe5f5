/** Which day's and which body's sheet of signatures is wanted. */
import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { done } from '#shared/domain/base/refusals.ts';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import type { Id, IsoDate } from '#shared/domain/base/primitives.ts';
import { useBodyChoices } from '../../components/body-choices.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { useCurrentEvent } from '../../base/current-event.tsx';
import { today } from '../../base/today.ts';

const everything = 'all';

export function SignatureSheetDialog({
  bodyId: first,
  onShow,
  onClose,
}: {
  bodyId: Id | null;
  onShow: (request: DocumentRequest) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('certificates');
  const { id: eventId } = useCurrentEvent();
  const bodies = useBodyChoices();
  const [givenOn, setGivenOn] = useState<IsoDate | null>(today());
  const [bodyId, setBodyId] = useState<string>(first ?? everything);
  return (
    <ConfirmDialog
      opened
      title={t('signatureSheet')}
      confirmLabel={t('makeSheet')}
      disabled={givenOn === null}
      onConfirm={() => {
        if (givenOn) {
          const body = bodyId === everything ? null : bodyId;
          onShow({ kind: 'issue-log', eventId, bodyId: body, only: 'all', givenOn });
        }
        return Promise.resolve(done({}));
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">{t('signatureDetail')}</Text>
        <DateInput label={t('givenOn')} required value={givenOn} onChange={setGivenOn} maxDate={today()} />
        <Select
          label={t('body')}
          searchable
          allowDeselect={false}
          data={[{ value: everything, label: t('allBodies') }, ...bodies]}
          value={bodyId}
          onChange={(picked) => setBodyId(picked ?? everything)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
