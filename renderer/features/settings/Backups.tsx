/** Where backups go, how far they are, and making one now. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '#shared/contract/backups.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { ProgressDialog } from '../../components/ProgressDialog.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, newJob, useReading } from '../../base/office.ts';
import { showToast } from '../../base/toast.ts';
import { clockOffset } from '../../base/today.ts';
import styles from './SettingsScreen.module.css';
import { IfMay } from '../../base/operator.tsx';

export function Backups() {
  const { t } = useTranslation('backups');
  const status = useReading('backup.status', {});
  return (
    <Section title={t('title')}>
      <Text size="xs" mb="sm">
        {t('hint')}
      </Text>
      <Loaded reading={status}>{(known) => <Kept status={known} onChanged={() => void status.refetch()} />}</Loaded>
    </Section>
  );
}

function Kept({ status, onChanged }: { status: BackupStatus; onChanged: () => void }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const [job, setJob] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const make = async (): Promise<void> => {
    const name = newJob();
    setRefusal(null);
    setJob(name);
    try {
      const reply = await call('backup.make', { job: name });
      if (reply.ok) showToast(t('made'));
      else setRefusal(reply.refusal);
    } finally {
      setJob(null);
      onChanged();
    }
  };
  const choose = async (): Promise<void> => {
    setRefusal(null);
    const reply = await call('backup.chooseFolder', { language });
    if (!reply.ok) setRefusal(reply.refusal);
    else if (reply.value.chosen) await make();
  };
  const forget = async (): Promise<void> => {
    const reply = await call('backup.forgetFolder', {});
    setRefusal(reply.ok ? null : reply.refusal);
    onChanged();
  };
  return (
    <Stack gap="xs">
      <BackupWords status={status} />
      <RefusalMessage refusal={refusal ?? status.failure} />
      <Group gap="xs">
        {status.folder !== null && (
          <IfMay call="backup.make">
            <Button disabled={!status.present} onClick={() => void make()}>
              {t('makeNow')}
            </Button>
          </IfMay>
        )}
        <IfMay call="backup.chooseFolder">
          <Button variant="default" onClick={() => void choose()}>
            {status.folder === null ? t('chooseFolder') : t('otherFolder')}
          </Button>
          {status.folder !== null && (
            <Button variant="subtle" onClick={() => void forget()}>
              {t('stop')}
            </Button>
          )}
        </IfMay>
      </Group>
      <ProgressDialog job={job} title={t('making')} />
    </Stack>
  );
}

function BackupWords({ status: { folder, present, last, behind } }: { status: BackupStatus }) {
  const { t } = useTranslation('backups');
  if (folder === null) return <Text>{t('none')}</Text>;
  return (
    <div>
      <dl className={styles.facts}>
        <dt>{t('folder')}</dt>
        <dd className={styles.folder}>{folder}</dd>
      </dl>
      <Text>{last ? t('last', { date: formatDateTime(last.at, clockOffset(last.at)) }) : t('never')}</Text>
      {last && <Text>{behind === 0 ? t('upToDate') : t('behind', { count: behind })}</Text>}
      {last && last.damaged > 0 && <Text>{t('damaged', { count: last.damaged })}</Text>}
      {!present && <Text>{t('absent')}</Text>}
    </div>
  );
}
