/** The election in hand, and changing to another. */
import { Menu } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ElectoralEvent } from '#shared/domain/records/election.ts';
import { formatDate } from '#shared/text/dates.ts';
import { useCurrentEventOrNone } from '../base/current-event.tsx';
import styles from './frame.module.css';
import { useLanguage } from '../base/i18n.ts';
import { leaveThen } from '../base/navigation.tsx';
import { usePreferences } from '../base/preferences.tsx';

export function EventChoice({ events }: { events: readonly ElectoralEvent[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change } = usePreferences();
  const current = useCurrentEventOrNone();
  return (
    <div className={styles.event}>
      <span className={styles.eventLabel} id="event-label">
        {t('frame.event')}
      </span>
      {current ? (
        <Menu width={420} position="bottom-start" offset={4}>
          <Menu.Target>
            <button type="button" className={styles.eventButton} aria-labelledby="event-label event-name">
              <span className={styles.eventYear} aria-hidden>
                {current.votingDay?.slice(0, 4) ?? '…'}
              </span>
              <span className={styles.eventName} id="event-name">
                {current.name[language]}
                {current.votingDay && `, ${formatDate(current.votingDay)}`}
              </span>
              <IconSelector size={15} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {events.map((event) => (
              <Menu.Item
                key={event.id}
                leftSection={event.id === current.id ? <IconCheck size={15} aria-hidden /> : <span />}
                onClick={() => leaveThen(() => change({ eventId: event.id }))}
              >
                {event.name[language]}
                {event.votingDay && `, ${formatDate(event.votingDay)}`}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <span className={styles.noEvent}>{t('frame.noEvent')}</span>
      )}
    </div>
  );
}
