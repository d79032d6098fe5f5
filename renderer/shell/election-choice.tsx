/** The election in hand, and changing to another. */
import { Menu } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Election } from '#shared/domain/records/election.ts';
import { formatDate } from '#shared/text/dates.ts';
import { useCurrentElectionOrNone } from '../base/current-election.tsx';
import styles from './frame.module.css';
import { useLanguage } from '../base/i18n.ts';
import { leaveThen } from '../base/navigation.tsx';
import { usePreferences } from '../base/preferences.tsx';

export function ElectionChoice({ elections }: { elections: readonly Election[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change } = usePreferences();
  const current = useCurrentElectionOrNone();
  return (
    <div className={styles.election}>
      <span className={styles.electionLabel} id="event-label">
        {t('frame.election')}
      </span>
      {current ? (
        <Menu width={420} position="bottom-start" offset={4}>
          <Menu.Target>
            <button type="button" className={styles.electionButton} aria-labelledby="event-label event-name">
              <span className={styles.electionYear} aria-hidden>
                {current.votingDay?.slice(0, 4) ?? '…'}
              </span>
              <span className={styles.electionName} id="event-name">
                {current.name[language]}
                {current.votingDay && `, ${formatDate(current.votingDay)}`}
              </span>
              <IconSelector size={15} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {elections.map((election) => (
              <Menu.Item
                key={election.id}
                leftSection={election.id === current.id ? <IconCheck size={15} aria-hidden /> : <span />}
                onClick={() => leaveThen(() => change({ electionId: election.id }))}
              >
                {election.name[language]}
                {election.votingDay && `, ${formatDate(election.votingDay)}`}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <span className={styles.noElection}>{t('frame.noElection')}</span>
      )}
    </div>
  );
}
