/**
 * The agenda by rules: everybody ready of some organisations and categories, received until a day. Before anything is added the
 * clerk sees who will be and who will not and why, and leaves single people out by hand.
 */
import { Button, Group, Modal, MultiSelect, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaShown, type DecisionView } from '#shared/contract/decisions.ts';
import { ObserverCategory, observerCategories } from '#shared/domain/records/application.ts';
import type { AgendaRule } from '#shared/domain/rules/agenda.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { DialogKeys } from '../../components/DialogKeys.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { call, useReading } from '../../base/office.ts';
import { today } from '../../base/today.ts';
import { LeftOutPeople } from './LeftOutPeople.tsx';
import { PeopleChoice } from './PeopleChoice.tsx';

const everybodyReady: AgendaRule = { organisationIds: [], categories: [], receivedUntil: null };

export function AgendaDialog({ decision, onClose }: { decision: DecisionView['decision']; onClose: () => void }) {
  const { t } = useTranslation(['agenda', 'decisions', 'domain', 'common']);
  const language = useLanguage();
  const organisations = useOrganisationChoices();
  const [rule, setRule] = useState(everybodyReady);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<'added' | 'left'>('added');
  /** All who fit are added unless left out; after "choose nobody", only those named. */
  const [everybody, setEverybody] = useState(true);
  const [except, setExcept] = useState<ReadonlySet<Id>>(new Set());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const reading = useReading('decision.agenda', { id: decision.id, rule, search, language }, { keepPrevious: true });
  const agenda = reading.data;
  const all = agenda?.ids ?? [];
  const isChosen = (id: Id) => everybody !== except.has(id);
  const ids = all.filter(isChosen);
  const leftOut = (agenda?.leftOut.counts ?? []).reduce((sum, { count }) => sum + count, 0);
  const toggle = (id: Id): void => {
    const next = new Set(except);
    if (!next.delete(id)) next.add(id);
    setExcept(next);
  };
  const add = async (): Promise<void> => {
    setBusy(true);
    const reply = await call('decision.extendAnnex', { id: decision.id, applicationIds: ids, action: 'accredit' });
    setBusy(false);
    if (reply.ok) onClose();
    else setRefusal(reply.refusal);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1080px, 94vw)"
      title={t('decisions:addTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="sm" data-writes>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <MultiSelect
            label={t('organisations')}
            {...(rule.organisationIds.length === 0 ? { placeholder: t('everyOrganisation') } : {})}
            searchable
            hidePickedOptions
            nothingFoundMessage={t('common:state.nothingFound')}
            data={organisations}
            value={rule.organisationIds}
            onChange={(organisationIds) => setRule({ ...rule, organisationIds })}
          />
          <MultiSelect
            label={t('categories')}
            {...(rule.categories.length === 0 ? { placeholder: t('everyCategory') } : {})}
            hidePickedOptions
            data={observerCategories.map((one) => ({ value: one, label: t(`domain:category.${one}`) }))}
            value={rule.categories}
            onChange={(values) => setRule({ ...rule, categories: values.map((one) => ObserverCategory.parse(one)) })}
          />
          <DateInput
            label={t('receivedUntil')}
            value={rule.receivedUntil}
            maxDate={today()}
            onChange={(receivedUntil) => setRule({ ...rule, receivedUntil })}
          />
          <TextInput
            label={t('search')}
            value={search}
            maxLength={200}
            data-autofocus
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </SimpleGrid>
        <SegmentedControl
          aria-label={t('preview')}
          value={shown}
          onChange={(value) => setShown(value)}
          data={[
            { value: 'added' as const, label: t('willBeAdded', { count: formatNumber(ids.length, language) }) },
            {
              value: 'left' as const,
              label: t('willNotBeAdded', { count: formatNumber(leftOut, language) }),
            },
          ]}
        />
        {agenda && shown === 'added' && (
          <>
            <PeopleChoice
              rows={agenda.rows}
              all={all.length}
              chosen={ids.length}
              isChosen={isChosen}
              onToggle={toggle}
              onToggleAll={() => {
                setEverybody(ids.length < all.length);
                setExcept(new Set());
              }}
            />
            {all.length === 0 && <p className={table.quiet}>{t('decisions:addNone')}</p>}
            {all.length > agendaShown && (
              <Text size="xs" c="dimmed">
                {t('onlyFirst', {
                  shown: formatNumber(agendaShown, language),
                  count: formatNumber(all.length, language),
                })}
              </Text>
            )}
          </>
        )}
        {agenda && shown === 'left' && <LeftOutPeople leftOut={agenda.leftOut} />}
        <RefusalMessage refusal={refusal} />
        <DialogKeys />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button disabled={ids.length === 0} loading={busy} onClick={() => void add()}>
            {t('decisions:addChosen', { count: ids.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
