/** A certificate that was lost or spoiled: when, where, how, who says so and with what paper. */
import { Alert, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentFields } from '#shared/domain/records/certificate.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { WordsField } from '../../components/WordsField.tsx';
import { call } from '../../base/office.ts';
import { today } from '../../base/today.ts';

export function ReportDialog({ id, as, onClose }: { id: Id; as: 'spoiled' | 'lost'; onClose: () => void }) {
  const { t } = useTranslation(['incident', 'certificates']);
  const [report, setReport] = useState('');
  const [incident, setIncident] = useState<IncidentFields>({ on: today(), where: '', reportedBy: '', reference: '' });
  const set = (change: Partial<IncidentFields>) => setIncident({ ...incident, ...change });
  const lost = as === 'lost';
  const lacking = lost && (incident.where.trim() === '' || incident.reportedBy.trim() === '');
  return (
    <ConfirmDialog
      opened
      danger
      size="lg"
      title={t(`certificates:${as}Title`)}
      confirmLabel={t(`certificates:${as}`)}
      disabled={report.trim() === '' || lacking}
      onConfirm={() => call('certificate.report', { id, as, report, incident })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Alert color="yellow" role="note">
          {t('certificates:reportHint')}
        </Alert>
        <SimpleGrid cols={2} spacing="sm">
          <DateInput
            label={t('on')}
            description={t('onHint')}
            value={incident.on}
            onChange={(on) => set({ on })}
            maxDate={today()}
          />
          <TextInput
            label={t('reference')}
            description={t('referenceHint')}
            maxLength={500}
            value={incident.reference}
            onChange={(event) => set({ reference: event.currentTarget.value })}
          />
          <WordsField
            label={t('where')}
            required={lost}
            maxLength={500}
            data-autofocus
            value={incident.where}
            onChange={(where) => set({ where })}
          />
          <WordsField
            label={t('reportedBy')}
            required={lost}
            maxLength={500}
            value={incident.reportedBy}
            onChange={(reportedBy) => set({ reportedBy })}
          />
        </SimpleGrid>
        <WordsField
          label={t('circumstances')}
          required
          lines={[2, 6]}
          maxLength={5000}
          value={report}
          onChange={setReport}
        />
      </Stack>
    </ConfirmDialog>
  );
}
