/** The ways in: one's own office, opened or set up, and the sample office. */
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundBackup } from '#shared/contract/backups.ts';
import type { EntryStatus } from '#shared/contract/entry.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { call } from '../../base/office.ts';
import type { RunningJob } from './running-job.ts';
import styles from './Entry.module.css';
import { useFindBackups } from './find-backups.ts';
import { useSampleOffice } from './sample-office.ts';

export function StartMenu({
  status,
  onEstablish,
  job,
  onBackups,
}: {
  status: EntryStatus;
  onEstablish: () => void;
  job: RunningJob;
  onBackups: (found: readonly FoundBackup[]) => void;
}) {
  const { t } = useTranslation(['entry', 'backups']);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const openSample = useSampleOffice(job, setRefusal);
  const findBackups = useFindBackups(onBackups, setRefusal);
  const openOwn = async (): Promise<void> => {
    const reply = await call('entry.openOffice', {});
    if (!reply.ok) setRefusal(reply.refusal);
  };
  return (
    <>
      <h1 className={styles.heading}>{t('begin')}</h1>
      {status.officeExists ? (
        <Way title={t('own.openTitle')} detail={t('own.openDetail')}>
          <Button onClick={() => void openOwn()}>{t('own.open')}</Button>
        </Way>
      ) : (
        <Way
          title={t('own.newTitle')}
          detail={`${t('own.newDetail')} ${status.runtime === 'development' ? t('own.developmentNote') : ''}`}
        >
          <Button onClick={onEstablish}>{t('own.new')}</Button>
        </Way>
      )}
      <Way title={t('sample.title')} detail={t('sample.detail')}>
        <Button variant="default" onClick={() => void openSample()}>
          {t('sample.open')}
        </Button>
      </Way>
      <Way title={t('backups:restore.way')} detail={t('backups:restore.detail')}>
        <Button variant="default" onClick={() => void findBackups()}>
          {t('backups:restore.open')}
        </Button>
      </Way>
      <RefusalMessage refusal={refusal} onClose={() => setRefusal(null)} />
    </>
  );
}

function Way({ title, detail, children }: { title: string; detail: string; children: ReactNode }) {
  return (
    <section className={styles.way}>
      <div>
        <h2 className={styles.wayTitle}>{title}</h2>
        <p className={styles.wayDetail}>{detail}</p>
      </div>
      {children}
    </section>
  );
}
