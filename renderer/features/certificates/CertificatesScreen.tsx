/** Certificates and badges: who has none, numbers, printing, issue at the counter, loss and replacement. */
import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconArrowLeft,
  IconArrowRight,
  IconListNumbers,
  IconPrinter,
  IconQrcode,
  IconSearch,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { certificateStates, type CertificateFilter, type CertificateState } from '#shared/contract/certificates.ts';
import { longestSearch } from '#shared/contract/operation.ts';
import { beginsCode } from '#shared/badge-check/statement.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { sortKey } from '#shared/text/sort.ts';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { call, useReading } from '../../base/office.ts';
import { CertificateTable, type Sorting } from './CertificateTable.tsx';
import { ChosenActions } from './ChosenActions.tsx';
import { NumbersLeft } from './NumbersLeft.tsx';
import { ListsMenu } from './ListsMenu.tsx';
import { chosenOf, freshened, type Chosen } from './selected-row.ts';
import styles from './CertificatesScreen.module.css';

const everything = 'all';
const pageSize = 100;
const typingPause = 150;

export function CertificatesScreen({
  organisation,
  decision,
  state: first,
}: {
  organisation?: Id | undefined;
  decision?: Id | undefined;
  /** The state that is filtered by at first. */
  state?: CertificateState | undefined;
}) {
  const { t } = useTranslation(['certificates', 'domain', 'common', 'register', 'print-queue']);
  const language = useLanguage();
  const election = useCurrentElection();
  const [typing, setTyping] = useState('');
  // A scanner's code is asked for when it is whole: a part of it would be refused. A name is looked for as it is typed.
  const [paused] = useDebouncedValue(typing, typingPause);
  const search = beginsCode(typing) ? paused : typing;
  const [state, setState] = useState<string>(first ?? everything);
  const [organisationId, setOrganisationId] = useState<string>(organisation ?? everything);
  const [decisionId, setDecisionId] = useState<string>(decision ?? everything);
  const [sorting, setSorting] = useState<Sorting>({ column: 'number', descending: false });
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map());
  const [printing, setPrinting] = useState<Printing | null>(null);
  const organisations = useReading('organisation.list', { electionId: election.id });
  const decisions = useReading('decision.list', { electionId: election.id });
  const filter: CertificateFilter = {
    electionId: election.id,
    search,
    states: state === everything ? [] : [state as CertificateState],
    organisationIds: organisationId === everything ? [] : [organisationId],
    decisionIds: decisionId === everything ? [] : [decisionId],
  };
  const list = useReading(
    'certificate.list',
    { filter, sorting, language, offset, limit: pageSize },
    { keepPrevious: true },
  );
  /** Another filter starts at its first page, and chooses nobody unseen. */
  const refine = (change: () => void): void => {
    change();
    setOffset(0);
    setChosen(new Map());
  };
  const keyed = (lines: readonly Chosen[]): ReadonlyMap<string, Chosen> =>
    new Map(lines.map((one) => [one.certificateId ?? one.applicationId, one]));
  const chooseAll = async (): Promise<void> => {
    const reply = await call('certificate.select', { filter, sorting, language });
    if (reply.ok) setChosen(keyed(reply.value));
  };
  /** Printing changes what can be done next with lines that may be on other pages. */
  const closePreview = async (): Promise<void> => {
    setPrinting(null);
    if (chosen.size === 0) return;
    const reply = await call('certificate.select', { filter: { ...filter, states: [] }, sorting, language });
    if (reply.ok) setChosen((now) => freshened(now, reply.value));
  };
  // What was chosen may have been printed or reported since: what is in sight is taken as it stands now.
  const shownChosen = freshened(chosen, (list.data?.rows ?? []).map(chosenOf));
  const organisationChoices = (organisations.data ?? [])
    .filter(({ accredited }) => accredited > 0)
    .map(({ organisation: one }) => ({
      value: one.id,
      label: one.name[language],
      order: sortKey(one.name[language], language),
    }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ value, label }) => ({ value, label }));
  const decisionChoices = (decisions.data ?? [])
    .filter(({ status }) => status === 'adopted')
    .map(({ id, number }) => ({ value: id, label: `№ ${number ?? ''}` }));
  const counts = new Map((list.data?.counts ?? []).map(({ state: one, count }) => [one, count]));
  const total = list.data?.total ?? 0;
  const number = (value: number) => formatNumber(value, language);
  return (
    <Page
      fixed
      title={t('title')}
      summary={
        <>
          {`${t('found', { count: total })} · `}
          <NumbersLeft electionId={election.id} />
        </>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconQrcode size={16} aria-hidden />}
            onClick={() => navigate({ screen: 'counter' })}
          >
            {t('openCounter')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => navigate({ screen: 'printQueue' })}
          >
            {t('print-queue:open')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconListNumbers size={16} aria-hidden />}
            onClick={() => navigate({ screen: 'numberRegister' })}
          >
            {t('register:open')}
          </Button>
          <SaveList list={{ kind: 'certificates', filter, sorting }} total={total} />
          <ListsMenu
            organisationId={organisationId === everything ? null : organisationId}
            decisionId={decisionId === everything ? null : decisionId}
            onPrint={setPrinting}
          />
        </>
      }
      toolbar={
        <div className={styles.tools} role="search">
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={15} aria-hidden />}
            w={250}
            maxLength={longestSearch}
            value={typing}
            onChange={(typed) => {
              const { value } = typed.currentTarget;
              refine(() => setTyping(value));
            }}
            onKeyDown={(event) => {
              // The scanner ends with Enter: its next code takes the place of this one.
              if (event.key === 'Enter') event.currentTarget.select();
            }}
          />
          <Select
            aria-label={t('state')}
            w={210}
            data={[
              { value: everything, label: t('allStates') },
              ...certificateStates.map((one) => ({
                value: one,
                label: `${t(`domain:certificateState.${one}`)} (${number(counts.get(one) ?? 0)})`,
              })),
            ]}
            value={state}
            onChange={(picked) => refine(() => setState(picked ?? everything))}
          />
          <Select
            aria-label={t('organisation')}
            className={styles.grow}
            searchable
            data={[{ value: everything, label: t('allOrganisations') }, ...organisationChoices]}
            value={organisationId}
            onChange={(picked) => refine(() => setOrganisationId(picked ?? everything))}
          />
          <Select
            aria-label={t('decision')}
            w={180}
            data={[{ value: everything, label: t('allDecisions') }, ...decisionChoices]}
            value={decisionId}
            onChange={(picked) => refine(() => setDecisionId(picked ?? everything))}
          />
        </div>
      }
    >
      <ChosenActions
        chosen={[...shownChosen.values()]}
        total={total}
        onChooseAll={() => void chooseAll()}
        onClear={() => setChosen(new Map())}
        onReserved={(reserved) => setChosen(keyed(reserved))}
        onPrint={setPrinting}
      />
      <Loaded reading={list}>
        {({ rows }) =>
          rows.length === 0 && total === 0 ? (
            <EmptyState
              title={search === '' && state === everything ? t('empty') : t('common:state.nothingFound')}
              detail={t('emptyDetail')}
            />
          ) : (
            <CertificateTable
              rows={rows}
              chosen={chosen}
              onChoose={setChosen}
              sorting={sorting}
              onSort={(next) => refine(() => setSorting(next))}
            />
          )
        }
      </Loaded>
      {total > pageSize && (
        <Group className={styles.pages} gap="xs" justify="flex-end">
          <span role="status">
            {t('range', {
              from: number(offset + 1),
              to: number(Math.min(total, offset + pageSize)),
              total: number(total),
            })}
          </span>
          <ActionIcon
            variant="default"
            aria-label={t('previous')}
            disabled={offset === 0}
            onClick={() => setOffset(Math.max(0, offset - pageSize))}
          >
            <IconArrowLeft size={16} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t('next')}
            disabled={offset + pageSize >= total}
            onClick={() => setOffset(offset + pageSize)}
          >
            <IconArrowRight size={16} />
          </ActionIcon>
        </Group>
      )}
      <DocumentPreview printing={printing} onClose={() => void closePreview()} />
    </Page>
  );
}
