/** What stands around every screen: rail, marks that must not be overlooked, and the foot with the Kyrgyz letters. */
import { CloseButton, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryStatus } from '#shared/contract/entry.ts';
import type { Election } from '#shared/domain/records/election.ts';
import { KyrgyzKeys, useKyrgyzKeyboard } from '../components/KyrgyzKeys.tsx';
import { CurrentElectionProvider } from '../base/current-election.tsx';
import { FailureBoundary } from './failure-boundary.tsx';
import banner from '../components/banner.module.css';
import styles from './frame.module.css';
import { Banners } from '../components/banners.tsx';
import { useRoute } from '../base/navigation.tsx';
import { OpenedHandoverBanner } from '../components/opened-handover-banner.tsx';
import { useLockKey, useStayAwake } from './idle.ts';
import { OperatorProvider } from '../base/operator.tsx';
import { useReading } from '../base/office.ts';
import { useOfficeWords } from '../base/office-words.ts';
import { Help } from '../features/help/Help.tsx';
import { KeyboardMap } from '../features/keyboard/KeyboardMap.tsx';
import { SignedIn } from '../features/operators/SignedIn.tsx';
import { StepOffer } from '../features/steps/StepOffer.tsx';
import { Palette } from '../features/palette/Palette.tsx';
import { usePreferences } from '../base/preferences.tsx';
import { Rail } from './rail.tsx';
import { Screen } from './screens.tsx';

/** The election that was last worked on, else the one whose voting day is latest. */
function chooseElection(elections: readonly Election[], remembered: string | null): Election | null {
  const day = (election: Election) => election.votingDay ?? '';
  const latest = [...elections].sort((a, b) => (day(a) > day(b) ? -1 : 1))[0];
  return elections.find(({ id }) => id === remembered) ?? latest ?? null;
}

export function Frame({ status }: { status: EntryStatus }) {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const { data: elections, error } = useReading('election.list', {});
  const [keysShown, setKeysShown] = useState(true);
  const { screen } = useRoute();
  useKyrgyzKeyboard();
  useOfficeWords();
  useStayAwake();
  useLockKey();
  const { operator } = status;
  const current = elections ? chooseElection(elections, preferences.electionId) : null;
  useEffect(() => {
    // Kept once chosen: an election entered later must not slip under the clerk's hands.
    if (current && current.id !== preferences.electionId) change({ electionId: current.id });
  }, [current, preferences.electionId, change]);
  if (error) throw error;
  if (!elections) return <Loader m="xl" aria-label={t('state.loading')} />;
  return (
    <OperatorProvider value={operator}>
      <CurrentElectionProvider value={current}>
        {current && <StepOffer key={current.id} />}
        <div className={styles.frame}>
          <a
            className={styles.skip}
            href="#main"
            onClick={(event) => {
              // The address after # belongs to the screens.
              event.preventDefault();
              document.getElementById('main')?.focus();
            }}
          >
            {t('nav.skip')}
          </a>
          <Rail elections={elections} />
          <section className={styles.marks} aria-label={t('frame.marks')}>
            <Banners status={status} />
            <OpeningReport status={status} />
            <OpenedHandoverBanner status={status} />
          </section>
          <main className={styles.main} id="main" tabIndex={-1}>
            <FailureBoundary key={screen}>
              <Screen />
            </FailureBoundary>
          </main>
          <footer className={styles.foot}>
            <span>
              {keysShown && <KyrgyzKeys />}{' '}
              <button type="button" className={styles.footButton} onClick={() => setKeysShown(!keysShown)}>
                {keysShown ? t('keys.hide') : t('keys.show')}
              </button>
            </span>
            <span>
              <Palette className={styles.footButton} /> <KeyboardMap className={styles.footButton} />{' '}
              <Help className={styles.footButton} />
            </span>
            <span>{operator && <SignedIn operator={operator} className={styles.footButton} />}</span>
          </footer>
        </div>
      </CurrentElectionProvider>
    </OperatorProvider>
  );
}

/** What the opening had to fix, told once. */
function OpeningReport({ status }: { status: EntryStatus }) {
  const { t } = useTranslation();
  const [told, setTold] = useState(false);
  const { report } = status;
  if (told || !report || (report.tornTail === null && !report.snapshotRebuilt)) return null;
  return (
    <div className={banner.report} role="status">
      <div>
        {report.tornTail !== null && <div>{t('report.tornTail', { file: report.tornTail })}</div>}
        {report.snapshotRebuilt && <div>{t('report.snapshotRebuilt')}</div>}
      </div>
      <CloseButton size="sm" aria-label={t('report.dismiss')} onClick={() => setTold(true)} />
    </div>
  );
}
