/** The records could not be opened: why, where they are, and what can be done. Nothing is fixed behind one's back. */
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundBackup } from '#shared/contract/backups.ts';
import type { EntryStatus } from '#shared/contract/entry.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { Explained } from '../../components/Explained.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { SupportReport } from '../../components/SupportReport.tsx';
import { call } from '../../base/office.ts';
import type { RunningJob } from './running-job.ts';
import styles from './Entry.module.css';
import { useFindBackups } from './find-backups.ts';
import { useSampleOffice } from './sample-office.ts';

export function RecordsRefused({
  status,
  job,
  onBackups,
}: {
  status: EntryStatus;
  job: RunningJob;
  onBackups: (found: readonly FoundBackup[]) => void;
}) {
  const { t } = useTranslation(['entry', 'backups', 'support']);
  const [refusal, setRefusal] = useState<Refusal | null>(status.refusal);
  const openSample = useSampleOffice(job, setRefusal);
  const findBackups = useFindBackups(onBackups, setRefusal);
  const retry = async (): Promise<void> => {
    const reply = await call('entry.openOffice', {});
    setRefusal(reply.ok ? null : reply.refusal);
  };
  return (
    <Stack gap="md">
      <h1 className={styles.heading}>{t('refused.title')}</h1>
      <RefusalMessage refusal={refusal} />
      <Explained safe={t('support:refusedOpening.safe')} todo={t('support:refusedOpening.todo')} />
      <div>
        <h2 className={styles.wayTitle}>{t('refused.folder')}</h2>
        <Text style={{ userSelect: 'text', overflowWrap: 'anywhere' }}>{status.folder}</Text>
      </div>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => void openSample()}>
          {t('sample.open')}
        </Button>
        <Button variant="default" onClick={() => void findBackups()}>
          {t('backups:restore.way')}
        </Button>
        <Button onClick={() => void retry()}>{t('refused.retry')}</Button>
      </div>
      <SupportReport />
    </Stack>
  );
}
