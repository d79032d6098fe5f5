/** The journal line by line, and whether the records are whole. */
import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalFilter } from '#shared/contract/audit.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { useReading } from '../../base/office.ts';
import { JournalTable } from './JournalTable.tsx';
import styles from './RecordsScreen.module.css';
import { Verification } from './Verification.tsx';

const everybody: JournalFilter = { who: null, from: null, to: null, search: '' };

export function RecordsScreen({ who }: { who: string | null }) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  const [filter, setFilter] = useState<JournalFilter>({ ...everybody, who });
  const list = useReading('audit.lines', { filter, language, offset: 0, limit: 1 }, { keepPrevious: true });
  const total = list.data?.total ?? 0;
  const people = list.data?.people ?? [];
  const change = (next: Partial<JournalFilter>) => setFilter({ ...filter, ...next });
  return (
    <Page
      fixed
      title={t('title')}
      summary={t('found', { count: total })}
      back={{ screen: 'settings' }}
      actions={<SaveList list={{ kind: 'journal', filter }} total={total} />}
      toolbar={
        <>
          <Verification />
          <div className={styles.tools} role="search">
            <TextInput
              label={t('search')}
              leftSection={<IconSearch size={15} aria-hidden />}
              w={300}
              maxLength={200}
              value={filter.search}
              onChange={(event) => change({ search: event.currentTarget.value })}
            />
            <Select
              label={t('who')}
              w={260}
              searchable
              clearable
              placeholder={t('everybody')}
              data={people.map(({ who: value, name }) => ({ value, label: name }))}
              value={filter.who}
              onChange={(next) => change({ who: next })}
            />
            <DateInput w={170} label={t('from')} value={filter.from} onChange={(from) => change({ from })} />
            <DateInput w={170} label={t('to')} value={filter.to} onChange={(to) => change({ to })} />
          </div>
        </>
      }
    >
      <Loaded reading={list}>
        {() =>
          total === 0 ? (
            <EmptyState title={t('empty')} detail={t('emptyDetail')} />
          ) : (
            <JournalTable filter={filter} total={total} />
          )
        }
      </Loaded>
    </Page>
  );
}
