/** Choosing whose accreditation is to be revoked: nobody is chosen until ticked, and only people in sight can be. */
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '#shared/contract/decisions.ts';
import type { ApplicationFilter } from '#shared/contract/applications.ts';
import { maximumWindow } from '#shared/contract/operation.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';
import { DialogKeys } from '../../components/DialogKeys.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { call, useReading } from '../../base/office.ts';
import { PeopleChoice } from './PeopleChoice.tsx';

const everywhere = 'all';

export function RevocationDialog({ decision, onClose }: { decision: DecisionView['decision']; onClose: () => void }) {
  const { t } = useTranslation(['decisions', 'common']);
  const language = useLanguage();
  const organisations = useOrganisationChoices();
  const [search, setSearch] = useState('');
  const [organisation, setOrganisation] = useState(everywhere);
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const filter: ApplicationFilter = {
    electionId: decision.electionId,
    search,
    statuses: ['accredited'],
    organisationIds: organisation === everywhere ? [] : [organisation],
    countries: [],
    decisionIds: [],
    categories: [],
  };
  const sorting = { column: 'organisation', descending: false } as const;
  const found = useReading(
    'application.list',
    { filter, sorting, language, offset: 0, limit: maximumWindow },
    { keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  const toggle = (id: Id): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const chosenShown = rows.filter(({ id }) => chosen.has(id)).length;
  const toggleAll = (): void => {
    const next = new Set(chosen);
    for (const { id } of rows) {
      if (chosenShown < rows.length) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const add = async (): Promise<void> => {
    setBusy(true);
    const reply = await call('decision.extendAnnex', {
      id: decision.id,
      applicationIds: [...chosen],
      action: 'revoke',
    });
    setBusy(false);
    if (reply.ok) onClose();
    else setRefusal(reply.refusal);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('addRevokeTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="sm" data-writes>
        <Group gap="sm">
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            w={260}
            value={search}
            data-autofocus
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Select
            aria-label={t('organisation')}
            flex={1}
            searchable
            data={[{ value: everywhere, label: t('allOrganisations') }, ...organisations]}
            value={organisation}
            onChange={(picked) => setOrganisation(picked ?? everywhere)}
          />
        </Group>
        <PeopleChoice
          rows={rows}
          all={rows.length}
          chosen={chosenShown}
          isChosen={(id) => chosen.has(id)}
          onToggle={toggle}
          onToggleAll={toggleAll}
        />
        {found.data?.total === 0 && <p className={table.quiet}>{t('addNone')}</p>}
        <RefusalMessage refusal={refusal} />
        <DialogKeys />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button disabled={chosen.size === 0} loading={busy} onClick={() => void add()}>
            {t('addChosen', { count: chosen.size })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
