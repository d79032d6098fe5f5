/** Every word of screens and documents in the three languages side by side, to be read and corrected for this office. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { useReading } from '../../base/office.ts';
import { FilesMenu } from './FilesMenu.tsx';
import { WordDialog } from './WordDialog.tsx';
import { WordsTable } from './WordsTable.tsx';
import { foundWords, places, wordRows, type Place } from './words.ts';
import styles from './WordingsScreen.module.css';

export function WordingsScreen() {
  const { t } = useTranslation('wordings');
  const corrections = useReading('wording.list', {});
  const rows = useMemo(() => wordRows(corrections.data ?? []), [corrections.data]);
  const [search, setSearch] = useState('');
  const [place, setPlace] = useState<Place>('all');
  const [opened, setOpened] = useState<string | null>(null);
  const found = useMemo(() => foundWords(rows, search, place), [rows, search, place]);
  const count = corrections.data?.length ?? 0;
  return (
    <Page
      fixed
      title={t('title')}
      back={{ screen: 'settings' }}
      summary={count === 0 ? t('none') : t('summary', { count })}
      actions={<FilesMenu />}
      toolbar={
        <div className={styles.tools} role="search">
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={15} aria-hidden />}
            w={320}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label={t('place')}
            value={place}
            onChange={setPlace}
            data={places.map((value) => ({ value, label: t(`places.${value}`) }))}
          />
          <span className={styles.count} role="status">
            {t('found', { count: found.length })}
          </span>
        </div>
      }
    >
      <Loaded reading={corrections}>
        {() =>
          found.length === 0 ? (
            <EmptyState title={t('nothing')} detail={t('nothingDetail')}>
              <Button
                variant="default"
                onClick={() => {
                  setSearch('');
                  setPlace('all');
                }}
              >
                {t('places.all')}
              </Button>
            </EmptyState>
          ) : (
            <WordsTable rows={found} onOpen={setOpened} />
          )
        }
      </Loaded>
      <WordDialog row={rows.find(({ key }) => key === opened) ?? null} onClose={() => setOpened(null)} />
    </Page>
  );
}
