/** Who changed what and when, read from the journal: opened beside the record, newest first. */
import { Button, Drawer } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#shared/contract/history.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { useReading } from '../base/office.ts';
import { clockOffset } from '../base/today.ts';
import { EmptyState } from './EmptyState.tsx';
import { useHistoryWords } from './history-words.ts';
import { Loaded } from './Loaded.tsx';
import styles from './History.module.css';

type Of = { kind: 'application' | 'organisation' | 'decision'; id: Id };

export function HistoryButton(of: Of) {
  const { t } = useTranslation(['history', 'common']);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHistory size={16} stroke={1.6} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('open')}
      </Button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        size={560}
        title={t('title')}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        <HistoryList {...of} />
      </Drawer>
    </>
  );
}

function HistoryList({ kind, id }: Of) {
  const { t } = useTranslation('history');
  const history = useReading('history.of', { kind, id }, { keepPrevious: true });
  return (
    <Loaded reading={history}>
      {(entries) =>
        entries.length === 0 ? (
          <EmptyState title={t('empty')} />
        ) : (
          <>
            <p className={styles.summary}>{t('summary')}</p>
            <ol className={styles.list} reversed>
              {entries.toReversed().map((entry) => (
                <Entry key={entry.seq} entry={entry} />
              ))}
            </ol>
          </>
        )
      }
    </Loaded>
  );
}

function Entry({ entry: { seq, at, who, facts } }: { entry: HistoryEntry }) {
  const { t } = useTranslation('history');
  const { factWords, changeWords } = useHistoryWords();
  return (
    <li className={styles.entry}>
      <div className={styles.when} title={t('line', { seq })}>
        <time dateTime={at}>{formatDateTime(at, clockOffset(at))}</time>
        {` · ${who}`}
      </div>
      {facts.map((fact, index) => (
        // Facts of one line have no name of their own, and never change.
        <div key={index}>
          <div>{factWords(fact)}</div>
          {fact.changes.length > 0 && (
            <ul className={styles.changes}>
              {fact.changes.map((change) => (
                <li key={`${change.field} ${change.language ?? ''}`}>{changeWords(change)}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </li>
  );
}
