/** Which day's and which organisation's sheet of signatures is wanted. */
import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { done } from '#shared/domain/base/refusals.ts';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import type { Id, IsoDate } from '#shared/domain/base/primitives.ts';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { today } from '../../base/today.ts';

const everything = 'all';

export function SignatureSheetDialog({
  organisationId: first,
  onShow,
  onClose,
}: {
  organisationId: Id | null;
  onShow: (request: DocumentRequest) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('certificates');
  const { id: electionId } = useCurrentElection();
  const organisations = useOrganisationChoices();
  const [givenOn, setGivenOn] = useState<IsoDate | null>(today());
  const [organisationId, setOrganisationId] = useState<string>(first ?? everything);
  return (
    <ConfirmDialog
      opened
      title={t('signatureSheet')}
      confirmLabel={t('makeSheet')}
      disabled={givenOn === null}
      onConfirm={() => {
        if (givenOn) {
          const organisation = organisationId === everything ? null : organisationId;
          onShow({ kind: 'issue-log', electionId, organisationId: organisation, only: 'all', givenOn });
        }
        return Promise.resolve(done({}));
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">{t('signatureDetail')}</Text>
        <DateInput label={t('givenOn')} required value={givenOn} onChange={setGivenOn} maxDate={today()} />
        <Select
          label={t('organisation')}
          searchable
          allowDeselect={false}
          data={[{ value: everything, label: t('allOrganisations') }, ...organisations]}
          value={organisationId}
          onChange={(picked) => setOrganisationId(picked ?? everything)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
