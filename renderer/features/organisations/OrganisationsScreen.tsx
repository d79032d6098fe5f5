/** The organisations that send observers, with their head-counts in the election in hand. */
import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationRow } from '#shared/contract/register.ts';
import { organisationKinds } from '#shared/domain/records/organisation.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { countryName } from '#shared/text/countries.ts';
import { foldForSearch } from '#shared/text/fold.ts';
import { sortKey } from '#shared/text/sort.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { OrganisationsTable, type OrganisationSorting } from './OrganisationsTable.tsx';
import styles from './OrganisationsScreen.module.css';
import { IfMay } from '../../base/operator.tsx';

const everything = 'all';

export function OrganisationsScreen() {
  const { t } = useTranslation(['organisations', 'domain', 'common']);
  const election = useCurrentElection();
  const language = useLanguage();
  const organisations = useReading('organisation.list', { electionId: election.id });
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<string>(everything);
  const [sorting, setSorting] = useState<OrganisationSorting>({ column: 'name', descending: false });
  const found = useMemo(
    () => sorted(filtered(organisations.data ?? [], search, kind), sorting, language),
    [organisations.data, search, kind, sorting, language],
  );
  return (
    <Page
      fixed
      title={t('title')}
      summary={t('summary', { count: organisations.data?.length ?? 0 })}
      actions={
        <>
          <SaveList
            list={{
              kind: 'organisations',
              electionId: election.id,
              ids: found.map(({ organisation }) => organisation.id),
            }}
            total={found.length}
          />
          <IfMay call="organisation.save">
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => navigate({ screen: 'newOrganisation' })}
            >
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
              ...organisationKinds.map((one) => ({ value: one, label: t(`domain:organisationKind.${one}`) })),
            ]}
            value={kind}
            onChange={(chosen) => setKind(chosen ?? everything)}
          />
        </div>
      }
    >
      <Loaded reading={organisations}>
        {(all) => {
          if (all.length === 0) {
            return (
              <EmptyState title={t('empty')} detail={t('emptyDetail')}>
                <IfMay call="organisation.save">
                  <Button onClick={() => navigate({ screen: 'newOrganisation' })}>{t('add')}</Button>
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
          return <OrganisationsTable rows={found} electionId={election.id} sorting={sorting} onSort={setSorting} />;
        }}
      </Loaded>
    </Page>
  );
}

function filtered(rows: readonly OrganisationRow[], search: string, kind: string): OrganisationRow[] {
  const wanted = foldForSearch(search);
  return rows.filter(({ organisation }) => {
    if (kind !== everything && organisation.kind !== kind) return false;
    const names = [organisation.name, organisation.short, ...organisation.formerNames.map(({ name }) => name)];
    return names.some(({ ky, ru, en }) => foldForSearch(`${ky} ${ru} ${en}`).includes(wanted));
  });
}

function sorted(
  rows: readonly OrganisationRow[],
  { column, descending }: OrganisationSorting,
  language: Language,
): OrganisationRow[] {
  const name = (row: OrganisationRow) => sortKey(row.organisation.name[language], language);
  const key = (row: OrganisationRow): string | number => {
    switch (column) {
      case 'name':
        return name(row);
      case 'country':
        return sortKey(row.organisation.country ? countryName(row.organisation.country, language) : '', language);
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
