/** What stands around every screen: rail, marks that must not be overlooked, and the foot with the Kyrgyz letters. */
import { CloseButton, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LobbyStatus } from '#shared/contract/lobby.ts';
import type { ElectoralEvent } from '#shared/domain/records/election.ts';
import { KyrgyzKeys, useKyrgyzKeyboard } from '../components/KyrgyzKeys.tsx';
import { CurrentEventProvider } from '../base/current-event.tsx';
import { FailureBoundary } from './failure-boundary.tsx';
import banner from '../components/banner.module.css';
import styles from './frame.module.css';
import { Marks } from '../components/marks.tsx';
import { useRoute } from '../base/navigation.tsx';
import { Offered } from '../components/offered.tsx';
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

/** The event that was last worked on, else the one whose voting day is latest. */
function chooseEvent(events: readonly ElectoralEvent[], remembered: string | null): ElectoralEvent | null {
  const day = (event: ElectoralEvent) => event.votingDay ?? '';
  const latest = [...events].sort((a, b) => (day(a) > day(b) ? -1 : 1))[0];
  return events.find(({ id }) => id === remembered) ?? latest ?? null;
}

export function Frame({ status }: { status: LobbyStatus }) {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const { data: events, error } = useReading('event.list', {});
  const [keysShown, setKeysShown] = useState(true);
  const { screen } = useRoute();
  useKyrgyzKeyboard();
  useOfficeWords();
  useStayAwake();
  useLockKey();
  const { operator } = status;
  const current = events ? chooseEvent(events, preferences.eventId) : null;
  useEffect(() => {
    // Kept once chosen: an event entered later must not slip under the clerk's hands.
    if (current && current.id !== preferences.eventId) change({ eventId: current.id });
  }, [current, preferences.eventId, change]);
  if (error) throw error;
  if (!events) return <Loader m="xl" aria-label={t('state.loading')} />;
  return (
    <OperatorProvider value={operator}>
      <CurrentEventProvider value={current}>
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
          <Rail events={events} />
          <section className={styles.marks} aria-label={t('frame.marks')}>
            <Marks status={status} />
            <OpeningReport status={status} />
            <Offered status={status} />
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
      </CurrentEventProvider>
    </OperatorProvider>
  );
}

/** What the opening had to mend, told once. */
function OpeningReport({ status }: { status: LobbyStatus }) {
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
