/** The bodies that send observers, with their head-counts in the election in hand. */
import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyRow } from '#shared/contract/register.ts';
import { bodyKinds } from '#shared/domain/records/body.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { sortKey } from '#shared/text/sort.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { useCurrentEvent } from '../../base/current-event.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { BodiesTable, type BodySorting } from './BodiesTable.tsx';
import styles from './BodiesScreen.module.css';
import { IfMay } from '../../base/operator.tsx';

const everything = 'all';

export function BodiesScreen() {
  const { t } = useTranslation(['bodies', 'domain', 'common']);
  const event = useCurrentEvent();
  const language = useLanguage();
  const bodies = useReading('body.list', { eventId: event.id });
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<string>(everything);
  const [sorting, setSorting] = useState<BodySorting>({ column: 'name', descending: false });
  const found = useMemo(
    () => sorted(filtered(bodies.data ?? [], search, kind), sorting, language),
    [bodies.data, search, kind, sorting, language],
  );
  return (
    <Page
      fixed
      title={t('title')}
      summary={t('summary', { count: bodies.data?.length ?? 0 })}
      actions={
        <>
          <SaveList
            list={{ kind: 'bodies', eventId: event.id, ids: found.map(({ body }) => body.id) }}
            total={found.length}
          />
          <IfMay call="body.save">
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => navigate({ screen: 'newBody' })}>
              {t('add')}
            </Button>
          </IfMay>
        </>
      }
      toolbar={
        <div className={styles.tools} role="search">
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={15} aria-hidden />}
            w={320}
            value={search}
            onChange={(event_) => setSearch(event_.currentTarget.value)}
          />
          <Select
            aria-label={t('kind')}
            w={260}
            data={[
              { value: everything, label: t('allKinds') },
              ...bodyKinds.map((one) => ({ value: one, label: t(`domain:bodyKind.${one}`) })),
            ]}
            value={kind}
            onChange={(chosen) => setKind(chosen ?? everything)}
          />
        </div>
      }
    >
      <Loaded reading={bodies}>
        {(all) => {
          if (all.length === 0) {
            return (
              <EmptyState title={t('empty')} detail={t('emptyDetail')}>
                <IfMay call="body.save">
                  <Button onClick={() => navigate({ screen: 'newBody' })}>{t('add')}</Button>
                </IfMay>
              </EmptyState>
            );
          }
          if (found.length === 0) {
            return (
              <EmptyState title={t('common:state.nothingFound')}>
                <Button
                  variant="default"
                  onClick={() => {
                    setSearch('');
                    setKind(everything);
                  }}
                >
                  {t('common:action.clearFilters')}
                </Button>
              </EmptyState>
            );
          }
          return <BodiesTable rows={found} eventId={event.id} sorting={sorting} onSort={setSorting} />;
        }}
      </Loaded>
    </Page>
  );
}

function filtered(rows: readonly BodyRow[], search: string, kind: string): BodyRow[] {
  const wanted = foldForSearch(search);
  return rows.filter(({ body }) => {
    if (kind !== everything && body.kind !== kind) return false;
    const names = [body.name, body.short, ...body.formerNames.map(({ name }) => name)];
    return names.some(({ ky, ru, en }) => foldForSearch(`${ky} ${ru} ${en}`).includes(wanted));
  });
}

function sorted(rows: readonly BodyRow[], { column, descending }: BodySorting, language: Language): BodyRow[] {
  const name = (row: BodyRow) => sortKey(row.body.name[language], language);
  const key = (row: BodyRow): string | number => {
    switch (column) {
      case 'name':
        return name(row);
      case 'country':
        return sortKey(row.body.country ? countryName(row.body.country, language) : '', language);
      case 'applications':
      case 'accredited':
      case 'inForce':
        return row[column];
    }
  };
  const keyed = rows.map((row) => ({ row, key: key(row), name: name(row) }));
  const turn = descending ? -1 : 1;
  return keyed
    .sort((a, b) => (a.key < b.key ? -turn : a.key > b.key ? turn : a.name < b.name ? -1 : 1))
    .map(({ row }) => row);
}
