/** The print queue: who is to be printed and why, printed from here, and kept until the clerk has looked at the paper. */
import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintQueueFilter, QueueEntry } from '#shared/contract/print-queue.ts';
import { printedPapers } from '#shared/domain/records/certificate.ts';
import { waitingReasons } from '#shared/domain/rules/print-queue.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo, navigate } from '../../base/navigation.tsx';
import { call, useReading } from '../../base/office.ts';
import { QueueActions } from './QueueActions.tsx';
import { QueueTable } from './QueueTable.tsx';
import styles from './CertificatesScreen.module.css';

const everything = 'all';

export function PrintQueueScreen() {
  const { t } = useTranslation('print-queue');
  const language = useLanguage();
  const { id: electionId } = useCurrentElection();
  const [search, setSearch] = useState('');
  const [organisationId, setOrganisationId] = useState<string>(everything);
  const [paper, setPaper] = useState<string>(everything);
  const [reason, setReason] = useState<string>(everything);
  const [chosen, setChosen] = useState<ReadonlyMap<Id, QueueEntry>>(new Map());
  const organisations = useOrganisationChoices();
  const filter: PrintQueueFilter = {
    ...{ electionId, search },
    organisationIds: organisationId === everything ? [] : [organisationId],
    paper: printedPapers.find((one) => one === paper) ?? null,
    reasons: waitingReasons.filter((one) => one === reason),
  };
  const list = useReading('printQueue.list', { filter, language, offset: 0, limit: 1 }, { keepPrevious: true });
  // What was chosen may have been printed or looked at since.
  const everybody: PrintQueueFilter = { electionId, search: '', organisationIds: [], paper: null, reasons: [] };
  const now = useReading('printQueue.select', { filter: everybody }, { enabled: chosen.size > 0, keepPrevious: true });
  const shown = (now.data ?? [...chosen.values()]).filter(({ certificateId }) => chosen.has(certificateId));
  const refine = (change: () => void): void => {
    change();
    setChosen(new Map());
  };
  const chooseAll = async (): Promise<void> => {
    const reply = await call('printQueue.select', { filter });
    if (reply.ok) setChosen(new Map(reply.value.map((entry) => [entry.certificateId, entry])));
  };
  const counts = new Map((list.data?.counts ?? []).map(({ reason: one, count }) => [one, count]));
  const total = list.data?.total ?? 0;
  const without = list.data?.withoutNumber ?? 0;
  return (
    <Page
      fixed
      title={t('title')}
      summary={
        <>
          {`${t('found', { count: total })} · `}
          {without > 0 ? (
            <NavLinkTo to={{ screen: 'certificates', state: 'none' }} className={styles.link}>
              {t('withoutNumber', { count: without })}
            </NavLinkTo>
          ) : (
            t('hint')
          )}
        </>
      }
      back={{ screen: 'certificates' }}
      actions={<SaveList list={{ kind: 'queue', filter }} total={total} />}
      toolbar={
        <div className={styles.tools} role="search">
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={15} aria-hidden />}
            w={290}
            maxLength={200}
            value={search}
            onChange={(event) => {
              const { value } = event.currentTarget;
              refine(() => setSearch(value));
            }}
          />
          <Select
            aria-label={t('reason')}
            w={250}
            data={[
              { value: everything, label: t('allReasons') },
              ...waitingReasons.map((one) => ({
                value: one,
                label: `${t(`reasons.${one}`)} (${formatNumber(counts.get(one) ?? 0, language)})`,
              })),
            ]}
            value={reason}
            onChange={(picked) => refine(() => setReason(picked ?? everything))}
          />
          <Select
            aria-label={t('paper')}
            w={290}
            data={[
              { value: everything, label: t('papers.any') },
              ...printedPapers.map((one) => ({ value: one, label: t(`papers.${one}`) })),
            ]}
            value={paper}
            onChange={(picked) => refine(() => setPaper(picked ?? everything))}
          />
          <Select
            aria-label={t('organisation')}
            className={styles.grow}
            searchable
            data={[{ value: everything, label: t('allOrganisations') }, ...organisations]}
            value={organisationId}
            onChange={(picked) => refine(() => setOrganisationId(picked ?? everything))}
          />
        </div>
      }
    >
      <QueueActions
        chosen={shown}
        total={total}
        onChooseAll={() => void chooseAll()}
        onClear={() => setChosen(new Map())}
      />
      <Loaded reading={list}>
        {() =>
          total === 0 ? (
            <EmptyState title={t('empty')} detail={t('emptyDetail')}>
              {without > 0 && (
                <Button onClick={() => navigate({ screen: 'certificates', state: 'none' })}>{t('giveNumbers')}</Button>
              )}
            </EmptyState>
          ) : (
            <QueueTable filter={filter} total={total} chosen={chosen} onChoose={setChosen} />
          )
        }
      </Loaded>
    </Page>
  );
}
