/** The register of all numbers: what became of each, with its chain of replacements; void ones are struck through. */
import { Button, Select, TextInput } from '@mantine/core';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberStates, type NumberFilter, type NumberRow, type NumberState } from '#shared/contract/number-register.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { WindowedTable } from '../../components/WindowedTable.tsx';
import { useWindowedRows } from '../../components/windowed-rows.ts';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, useReading } from '../../base/office.ts';
import { NumberCell, type NumberColumn } from './NumberCell.tsx';
import styles from './CertificatesScreen.module.css';

const everything = 'all';
const rowHeight = 46;

export function NumberRegisterScreen() {
  const { t } = useTranslation(['register', 'domain', 'certificates']);
  const language = useLanguage();
  const { id: electionId } = useCurrentElection();
  const [search, setSearch] = useState('');
  const [state, setState] = useState<string>(everything);
  const [printing, setPrinting] = useState<Printing | null>(null);
  const states = numberStates.filter((one) => one === state);
  const filter: NumberFilter = { electionId, search, states };
  const list = useReading('numberRegister.list', { filter, language, offset: 0, limit: 1 }, { keepPrevious: true });
  const counts = new Map((list.data?.counts ?? []).map(({ state: one, count }) => [one, count]));
  const word = (one: NumberState): string =>
    one === 'unused' || one === 'elsewhere' ? t(`states.${one}`) : t(`domain:certificateState.${one}`);
  const gaps = counts.get('elsewhere') ?? 0;
  const total = list.data?.total ?? 0;
  return (
    <Page
      fixed
      title={t('title')}
      summary={
        <>
          {`${t('found', { count: total })} · `}
          {gaps > 0 ? (
            <span className={styles.few} title={t('elsewhereHint')}>
              {t('gaps', { count: gaps })}
            </span>
          ) : (
            t('hint')
          )}
        </>
      }
      back={{ screen: 'certificates' }}
      actions={
        <>
          <SaveList list={{ kind: 'numbers', filter }} total={total} />
          <Button
            variant="default"
            disabled={total === 0}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => setPrinting({ title: t('title'), request: { kind: 'number-register', filter } })}
          >
            {t('pdf')}
          </Button>
        </>
      }
      toolbar={
        <div className={styles.tools} role="search">
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={15} aria-hidden />}
            w={280}
            maxLength={200}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Select
            aria-label={t('state')}
            w={290}
            data={[
              { value: everything, label: t('allStates') },
              ...numberStates.map((one) => ({
                value: one,
                label: `${word(one)} (${formatNumber(counts.get(one) ?? 0, language)})`,
              })),
            ]}
            value={state}
            onChange={(picked) => setState(picked ?? everything)}
          />
        </div>
      }
    >
      <Loaded reading={list}>
        {() =>
          total === 0 ? (
            <EmptyState title={t('empty')} detail={t('emptyDetail')} />
          ) : (
            <NumberTable filter={filter} total={total} />
          )
        }
      </Loaded>
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </Page>
  );
}

const widths: Record<NumberColumn, string | number | undefined> = {
  number: 150,
  state: 146,
  person: '19%',
  organisation: '15%',
  issuedOn: 96,
  receiver: '12%',
  remarks: undefined,
};

function NumberTable({ filter, total }: { filter: NumberFilter; total: number }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const windowed = useWindowedRows<NumberRow>({
    queryKey: ['numberRegister.list', filter, language],
    total,
    rowHeight,
    read: (window) => call('numberRegister.list', { filter, language, ...window }),
  });
  const ids = Object.keys(widths) as NumberColumn[];
  return (
    <WindowedTable
      label={t('title')}
      total={total}
      columns={ids.map((id) => {
        const width = widths[id];
        return { id, title: t(`columns.${id}`), ...(width === undefined ? {} : { width }) };
      })}
      windowed={windowed}
      rowHeight={rowHeight}
    >
      {(column, row) => <NumberCell column={column as NumberColumn} row={row} />}
    </WindowedTable>
  );
}
