/** The electoral events: which there are, which one is in hand, and the particulars of one. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ElectoralEvent } from '#shared/domain/records/election.ts';
import { formatDate } from '#shared/text/dates.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { useCurrentEventOrNone } from '../../base/current-event.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { leaveThen } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { usePreferences } from '../../base/preferences.tsx';
import { EventForm } from './EventForm.tsx';
import styles from './EventScreen.module.css';
import { IfMay } from '../../base/operator.tsx';

/** The event whose form is open; `new` for one that is being entered. */
type Chosen = { id: string } | 'new' | null;

export function EventScreen() {
  const { t } = useTranslation('events');
  const events = useReading('event.list', {});
  const current = useCurrentEventOrNone();
  const { change } = usePreferences();
  const [chosen, setChosen] = useState<Chosen>(null);
  const choose = (next: Chosen) => leaveThen(() => setChosen(next));
  return (
    <Page
      fixed
      title={t('title')}
      summary={t('summary')}
      actions={
        <IfMay call="event.save">
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => choose('new')}>
            {t('add')}
          </Button>
        </IfMay>
      }
    >
      <Loaded reading={events}>
        {(list) => {
          const id = chosen === 'new' ? null : (chosen?.id ?? current?.id ?? null);
          const shown = list.find((event) => event.id === id) ?? null;
          if (list.length === 0 && chosen !== 'new') {
            return (
              <EmptyState title={t('empty')} detail={t('emptyDetail')}>
                <Button onClick={() => setChosen('new')}>{t('add')}</Button>
              </EmptyState>
            );
          }
          return (
            <div className={styles.columns}>
              <EventList events={list} shown={shown?.id ?? null} current={current?.id ?? null} onChoose={choose} />
              <div className={styles.form}>
                <div className={styles.inner}>
                  <EventForm
                    key={shown?.id ?? 'new'}
                    kept={shown}
                    inHand={shown !== null && shown.id === current?.id}
                    onTakeInHand={() => {
                      if (shown) leaveThen(() => change({ eventId: shown.id }));
                    }}
                    onSaved={(saved) => {
                      setChosen({ id: saved });
                      if (list.length === 0) change({ eventId: saved });
                    }}
                  />
                </div>
              </div>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function EventList({
  events,
  shown,
  current,
  onChoose,
}: {
  events: readonly ElectoralEvent[];
  shown: string | null;
  current: string | null;
  onChoose: (chosen: Chosen) => void;
}) {
  const { t } = useTranslation('events');
  const language = useLanguage();
  return (
    <nav className={styles.list} aria-label={t('list')}>
      <ul className={styles.items}>
        {shown === null && (
          <li>
            <button type="button" className={styles.item} aria-current="true">
              {t('new')}
            </button>
          </li>
        )}
        {events.map((event) => (
          <li key={event.id}>
            <button
              type="button"
              className={styles.item}
              aria-current={event.id === shown}
              onClick={() => onChoose({ id: event.id })}
            >
              {event.name[language]}
              <span className={styles.itemNote}>
                {event.votingDay && formatDate(event.votingDay)}
                {event.id === current && ` · ${t('inHand')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
