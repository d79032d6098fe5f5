/** Bringing an office back: the backups of a stick, what one would bring back and what would be lost, and only then the step. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundBackup, RestorePreview } from '#shared/contract/backups.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { JobProgress } from '../../components/ProgressDialog.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { call, newJob } from '../../base/office.ts';
import { showToast } from '../../base/toast.ts';
import { clockOffset } from '../../base/today.ts';
import styles from './Entry.module.css';
import { useFindBackups } from './find-backups.ts';
import { RestoreQuestion } from './RestoreQuestion.tsx';
import { UnlockBackup } from './UnlockBackup.tsx';

type Working = { job: string; title: string };
type Shown = { backup: FoundBackup; preview: RestorePreview };

/** `found`: what the clerk's folder held. */
export function Restore({ found: first, onBack }: { found: readonly FoundBackup[]; onBack: () => void }) {
  const { t } = useTranslation(['backups', 'common']);
  const language = useLanguage();
  const [found, setFound] = useState(first);
  const [working, setWorking] = useState<Working | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [locked, setLocked] = useState<FoundBackup | null>(null);
  const look = useFindBackups(setFound, setRefusal);
  const preview = async (backup: FoundBackup): Promise<void> => {
    const job = newJob();
    setRefusal(null);
    setWorking({ job, title: t('restore.looking') });
    const reply = await call('restore.preview', { id: backup.id, job });
    setWorking(null);
    if (reply.ok) setShown({ backup, preview: reply.value });
    else if (reply.refusal.code === 'backup.locked') setLocked(backup);
    else setRefusal(reply.refusal);
  };
  const carryOut = async ({ id }: FoundBackup): Promise<void> => {
    const job = newJob();
    setShown(null);
    setWorking({ job, title: t('restore.carrying') });
    const reply = await call('restore.carryOut', { id, job });
    setWorking(null);
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    onBack();
    if (reply.value.kept) showToast(t('restore.keptIn', { folder: reply.value.kept }), { stays: true });
  };
  if (working) {
    return (
      <>
        <h1 className={styles.heading}>{working.title}</h1>
        <JobProgress key={working.job} job={working.job} />
      </>
    );
  }
  if (locked) {
    const unlocked = (): void => {
      setLocked(null);
      void preview(locked);
    };
    return <UnlockBackup backup={locked} onUnlocked={unlocked} onBack={() => setLocked(null)} />;
  }
  if (shown) {
    return <RestoreQuestion {...shown} onCarryOut={() => void carryOut(shown.backup)} onBack={() => setShown(null)} />;
  }
  return (
    <>
      <h1 className={styles.heading}>{t('restore.title')}</h1>
      <RefusalMessage refusal={refusal} onClose={() => setRefusal(null)} />
      {found.length === 0 ? (
        <EmptyState title={t('restore.nothing')} />
      ) : (
        <div className={styles.backups} tabIndex={0} role="region" aria-label={t('restore.title')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>{t('restore.when')}</th>
                <th>{t('restore.office')}</th>
                <th className={table.number}>{t('restore.people')}</th>
                <th className={table.number}>{t('restore.certificates')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {found.map((backup) => (
                <tr key={backup.id}>
                  <td className={styles.when}>{formatDateTime(backup.at, clockOffset(backup.at))}</td>
                  <td>
                    {backup.commission[language]}
                    {backup.sample && <Text size="xs">{t('restore.sample')}</Text>}
                  </td>
                  <td className={table.number}>{formatNumber(backup.people, language)}</td>
                  <td className={table.number}>{formatNumber(backup.certificates, language)}</td>
                  <td className={styles.when}>
                    <Button variant="default" onClick={() => void preview(backup)}>
                      {t('restore.look')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={onBack}>
          {t('common:action.back')}
        </Button>
        <Button variant="default" onClick={() => void look()}>
          {t('restore.again')}
        </Button>
      </div>
    </>
  );
}
