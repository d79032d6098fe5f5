/** The first screen of an open office: what was begun, what waits, what was opened lately. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { Section } from '../../components/Section.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { LatestSteps } from '../steps/LatestSteps.tsx';
import { AuditNotice } from './AuditNotice.tsx';
import { BackupNotice } from './BackupNotice.tsx';
import { RecentRecords } from './RecentRecords.tsx';
import { UnfinishedList } from './UnfinishedList.tsx';
import { WaitingList } from './WaitingList.tsx';
import styles from './StartScreen.module.css';

export function StartScreen() {
  const { t } = useTranslation(['drafts', 'organisations']);
  const language = useLanguage();
  const election = useCurrentElection();
  const unfinished = useReading('drafts.unfinished', { electionId: election.id });
  const waiting = useReading('drafts.waiting', { electionId: election.id });
  const recent = useReading('drafts.recent', { electionId: election.id });
  const steps = useReading('step.list', { electionId: election.id });
  const organisations = useReading('organisation.list', { electionId: election.id });
  return (
    <Page title={t('title')} summary={election.name[language]}>
      <AuditNotice />
      <BackupNotice />
      <Loaded reading={unfinished}>{(rows) => (rows.length === 0 ? null : <UnfinishedList rows={rows} />)}</Loaded>
      {organisations.data?.length === 0 ? (
        <EmptyState title={t('organisations:empty')} detail={t('begin')}>
          <Button onClick={() => navigate({ screen: 'newOrganisation' })}>{t('organisations:add')}</Button>
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <div>
            <Section title={t('waiting.title')}>
              <Loaded reading={waiting}>{(found) => <WaitingList waiting={found} />}</Loaded>
            </Section>
          </div>
          <div>
            <Section title={t('recent.title')}>
              <Loaded reading={recent}>{(rows) => <RecentRecords rows={rows} />}</Loaded>
            </Section>
            <LatestSteps steps={steps.data ?? []} />
          </div>
        </div>
      )}
    </Page>
  );
}
