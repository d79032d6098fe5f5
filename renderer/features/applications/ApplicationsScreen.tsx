/** The applications of the election in hand: found as one types, filtered, sorted, and worked on together. */
import { Button, Select, TextInput } from '@mantine/core';
import { IconFileSpreadsheet, IconPhotoPlus, IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationFilter } from '#shared/contract/applications.ts';
import { observerCategories, shownStatuses, type ShownStatus } from '#shared/domain/records/application.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { allCountries } from '#shared/text/countries.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { PeopleTable, type PeopleSorting } from '../../components/PeopleTable.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { call, useReading } from '../../base/office.ts';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';
import { rememberList } from './people-list.ts';
import { ChosenPeople } from './ChosenPeople.tsx';
import styles from './ApplicationsScreen.module.css';
import { IfMay } from '../../base/operator.tsx';

const everything = 'all';
type Filters = {
  status: string;
  organisation: string;
  country: string;
  decision: string;
  category: string;
  photo: string;
};
const withoutPhotoOnly = 'without';

const listOf = <T extends string>(value: string): T[] => (value === everything ? [] : [value as T]);

export function ApplicationsScreen({
  organisation,
  decision,
  status,
  withoutPhoto = false,
}: {
  organisation?: Id | undefined;
  decision?: Id | undefined;
  status?: ShownStatus | undefined;
  withoutPhoto?: boolean;
}) {
  const { t } = useTranslation(['applications', 'domain', 'common']);
  const language = useLanguage();
  const election = useCurrentElection();
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState<Filters>({
    status: status ?? everything,
    organisation: organisation ?? everything,
    country: everything,
    decision: decision ?? everything,
    category: everything,
    photo: withoutPhoto ? withoutPhotoOnly : everything,
  });
  const [sorting, setSorting] = useState<PeopleSorting>({ column: 'number', descending: true });
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const decisions = useReading('decision.list', { electionId: election.id });
  const counts = useReading('application.countByStatus', { electionId: election.id });
  const organisationChoices = useOrganisationChoices();
  const filter: ApplicationFilter = {
    electionId: election.id,
    search,
    statuses: listOf(filters.status),
    organisationIds: listOf(filters.organisation),
    countries: listOf(filters.country),
    decisionIds: listOf(filters.decision),
    categories: listOf(filters.category),
    withoutPhoto: filters.photo === withoutPhotoOnly,
  };
  const head = useReading(
    'application.list',
    { filter, sorting, language, offset: 0, limit: 100 },
    { keepPrevious: true },
  );
  useEffect(() => rememberList({ filter, sorting }));
  const total = head.data?.total ?? 0;
  const all = (counts.data ?? []).reduce((sum, { count }) => sum + count, 0);
  const countOf = new Map((counts.data ?? []).map(({ status: one, count }) => [one, count]));
  const chooseAll = async (): Promise<void> => {
    const reply = await call('application.select', { filter, sorting, language });
    if (reply.ok) setChosen(new Set(reply.value.ids));
  };
  const select = (name: keyof Filters, data: { value: string; label: string }[], width: number | string) => (
    <Select
      aria-label={t(`filters.${name}`)}
      w={width}
      searchable={name === 'organisation' || name === 'country'}
      data={[{ value: everything, label: t(`filters.all.${name}`) }, ...data]}
      value={filters[name]}
      onChange={(picked) => {
        setFilters({ ...filters, [name]: picked ?? everything });
        setChosen(new Set());
      }}
    />
  );
  const add = (
    <IfMay call="application.save">
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() =>
          navigate({
            screen: 'newApplication',
            ...(filters.organisation === everything ? {} : { organisation: filters.organisation }),
          })
        }
      >
        {t('new')}
      </Button>
    </IfMay>
  );
  return (
    <Page
      fixed
      title={t('title')}
      summary={t('found', { count: total })}
      actions={
        <>
          <SaveList list={{ kind: 'people', filter, sorting }} total={total} />
          <IfMay call="import.choose">
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={() =>
                navigate({
                  screen: 'import',
                  ...(filters.organisation === everything ? {} : { organisation: filters.organisation }),
                })
              }
            >
              {t('import')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPhotoPlus size={16} aria-hidden />}
              onClick={() =>
                navigate({
                  screen: 'folderPhotos',
                  ...(filters.organisation === everything ? {} : { organisation: filters.organisation }),
                })
              }
            >
              {t('folderPhotos')}
            </Button>
          </IfMay>
          {add}
        </>
      }
      toolbar={
        <div className={styles.tools} role="search">
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={15} aria-hidden />}
            className={styles.search}
            value={search}
            onChange={(typed) => {
              setSearch(typed.currentTarget.value);
              setChosen(new Set());
            }}
          />
          {select(
            'status',
            shownStatuses.map((one) => ({
              value: one,
              label: `${t(`domain:status.${one}`)} (${formatNumber(countOf.get(one) ?? 0, language)})`,
            })),
            210,
          )}
          {select('organisation', organisationChoices, 300)}
          {select(
            'country',
            allCountries(language).map(({ code, name }) => ({ value: code, label: name })),
            190,
          )}
          {select(
            'category',
            observerCategories.map((one) => ({ value: one, label: t(`domain:category.${one}`) })),
            220,
          )}
          {select(
            'decision',
            (decisions.data ?? [])
              .filter(({ status: one }) => one === 'adopted')
              .map(({ id, number }) => ({ value: id, label: `№ ${number ?? ''}` })),
            180,
          )}
          {select('photo', [{ value: withoutPhotoOnly, label: t('filters.withoutPhoto') }], 190)}
        </div>
      }
    >
      <ChosenPeople
        chosen={[...chosen]}
        total={total}
        onChooseAll={() => void chooseAll()}
        onClear={() => setChosen(new Set())}
      />
      <Loaded reading={head}>
        {() =>
          total === 0 ? (
            <EmptyState
              title={all === 0 ? t('empty') : t('common:state.nothingFound')}
              {...(all === 0 ? { detail: t('emptyDetail') } : {})}
            >
              {all === 0 && add}
            </EmptyState>
          ) : (
            <PeopleTable
              filter={filter}
              sorting={sorting}
              onSort={setSorting}
              total={total}
              chosen={chosen}
              onChoose={setChosen}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
