/** Certificates that say something else than the register: each is spoiled, and the next number stands in for it. */
import { Autocomplete, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, IsoDate } from '#shared/domain/base/primitives.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { call } from '../../base/office.ts';
import { today } from '../../base/today.ts';

export function ReplaceManyDialog({ ids, onClose }: { ids: Id[]; onClose: () => void }) {
  const { t } = useTranslation('print-queue');
  const [report, setReport] = useState('');
  const [issuedOn, setIssuedOn] = useState<IsoDate | null>(today());
  return (
    <ConfirmDialog
      opened
      danger
      title={t('replaceTitle')}
      confirmLabel={t('replaceConfirm')}
      disabled={report.trim() === '' || issuedOn === null}
      onConfirm={() => (issuedOn ? call('printQueue.replace', { ids, report: report.trim(), issuedOn }) : undefined)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t('replaceDetail', { count: ids.length })}</Text>
        <Autocomplete
          label={t('replaceReport')}
          required
          data-autofocus
          maxLength={500}
          data={[t('replaceReports.name'), t('replaceReports.organisation')]}
          value={report}
          onChange={setReport}
        />
        <DateInput label={t('issuedOn')} required value={issuedOn} onChange={setIssuedOn} maxDate={today()} />
      </Stack>
    </ConfirmDialog>
  );
}
