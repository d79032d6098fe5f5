/** The elections: which there are, which one is in hand, and the particulars of one. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Election } from '#shared/domain/records/election.ts';
import { formatDate } from '#shared/text/dates.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { useCurrentElectionOrNone } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { leaveThen } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { usePreferences } from '../../base/preferences.tsx';
import { ElectionForm } from './ElectionForm.tsx';
import styles from './ElectionScreen.module.css';
import { IfMay } from '../../base/operator.tsx';

/** The election whose form is open; `new` for one that is being entered. */
type Chosen = { id: string } | 'new' | null;

export function ElectionScreen() {
  const { t } = useTranslation('elections');
  const elections = useReading('election.list', {});
  const current = useCurrentElectionOrNone();
  const { change } = usePreferences();
  const [chosen, setChosen] = useState<Chosen>(null);
  const choose = (next: Chosen) => leaveThen(() => setChosen(next));
  return (
    <Page
      fixed
      title={t('title')}
      summary={t('summary')}
      actions={
        <IfMay call="election.save">
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => choose('new')}>
            {t('add')}
          </Button>
        </IfMay>
      }
    >
      <Loaded reading={elections}>
        {(list) => {
          const id = chosen === 'new' ? null : (chosen?.id ?? current?.id ?? null);
          const shown = list.find((election) => election.id === id) ?? null;
          if (list.length === 0 && chosen !== 'new') {
            return (
              <EmptyState title={t('empty')} detail={t('emptyDetail')}>
                <Button onClick={() => setChosen('new')}>{t('add')}</Button>
              </EmptyState>
            );
          }
          return (
            <div className={styles.columns}>
              <ElectionList
                elections={list}
                shown={shown?.id ?? null}
                current={current?.id ?? null}
                onChoose={choose}
              />
              <div className={styles.form}>
                <div className={styles.inner}>
                  <ElectionForm
                    key={shown?.id ?? 'new'}
                    kept={shown}
                    inHand={shown !== null && shown.id === current?.id}
                    onTakeInHand={() => {
                      if (shown) leaveThen(() => change({ electionId: shown.id }));
                    }}
                    onSaved={(saved) => {
                      setChosen({ id: saved });
                      if (list.length === 0) change({ electionId: saved });
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

function ElectionList({
  elections,
  shown,
  current,
  onChoose,
}: {
  elections: readonly Election[];
  shown: string | null;
  current: string | null;
  onChoose: (chosen: Chosen) => void;
}) {
  const { t } = useTranslation('elections');
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
        {elections.map((election) => (
          <li key={election.id}>
            <button
              type="button"
              className={styles.item}
              aria-current={election.id === shown}
              onClick={() => onChoose({ id: election.id })}
            >
              {election.name[language]}
              <span className={styles.itemNote}>
                {election.votingDay && formatDate(election.votingDay)}
                {election.id === current && ` · ${t('inHand')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
