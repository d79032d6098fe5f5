/** The first screen: the language, then an office of one's own or the sample; and the refusal to open, explained. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundBackup } from '#shared/contract/backups.ts';
import type { EntryStatus } from '#shared/contract/entry.ts';
import { KyrgyzKeys, useKyrgyzKeyboard } from '../../components/KyrgyzKeys.tsx';
import { JobProgress } from '../../components/ProgressDialog.tsx';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { Banners } from '../../components/banners.tsx';
import { OpenedHandoverBanner } from '../../components/opened-handover-banner.tsx';
import { usePreferences } from '../../base/preferences.tsx';
import { Establish } from './Establish.tsx';
import { LanguageQuestion } from './LanguageQuestion.tsx';
import styles from './Entry.module.css';
import { MakeHead } from './MakeHead.tsx';
import { RecordsRefused } from './RecordsRefused.tsx';
import { Restore } from './Restore.tsx';
import { useRunningJob } from './running-job.ts';
import { SignIn } from './SignIn.tsx';
import { StartMenu } from './StartMenu.tsx';

export function Entry({ status }: { status: EntryStatus }) {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const [establishing, setEstablishing] = useState(false);
  const [backups, setBackups] = useState<readonly FoundBackup[] | null>(null);
  const job = useRunningJob();
  useKyrgyzKeyboard();
  const content = (): ReactNode => {
    if (backups) return <Restore found={backups} onBack={() => setBackups(null)} />;
    if (job.name !== null) return <Making job={job.name} />;
    if (preferences.language === null) return <LanguageQuestion />;
    if (status.phase === 'refused') return <RecordsRefused status={status} job={job} onBackups={setBackups} />;
    if (status.phase === 'signIn') return <SignIn status={status} />;
    if (status.phase === 'makeHead') return <MakeHead />;
    if (establishing) return <Establish onBack={() => setEstablishing(false)} />;
    return <StartMenu status={status} onEstablish={() => setEstablishing(true)} job={job} onBackups={setBackups} />;
  };
  return (
    <div className={styles.entry}>
      <section className={styles.marks} aria-label={t('frame.marks')}>
        <Banners status={status} />
        <OpenedHandoverBanner status={status} />
      </section>
      <Cover withSwitch={preferences.language !== null} withKeys={establishing || status.phase === 'makeHead'} />
      <main className={styles.main}>
        <div className={styles.inner}>{content()}</div>
      </main>
    </div>
  );
}

function Cover({ withSwitch, withKeys }: { withSwitch: boolean; withKeys: boolean }) {
  const { t } = useTranslation('entry');
  return (
    <header className={styles.cover}>
      <div>
        <div className={styles.rule} />
        <p className={styles.title}>{t('title')}</p>
        <p className={styles.subtitle}>{t('subtitle')}</p>
      </div>
      <div>
        <p className={styles.quiet}>{t('offline')}</p>
        {withKeys && (
          <div className={styles.quiet}>
            <KyrgyzKeys />
          </div>
        )}
        {withSwitch && <LanguageSwitch onRail />}
      </div>
    </header>
  );
}

function Making({ job }: { job: string }) {
  const { t } = useTranslation('entry');
  return (
    <>
      <h1 className={styles.heading}>{t('sample.making')}</h1>
      <JobProgress job={job} />
    </>
  );
}
