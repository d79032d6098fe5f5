/** The particulars of one election. */
import { Button, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ElectionFields,
  callingInstruments,
  checkElection,
  electionKinds,
  type Election,
} from '#shared/domain/records/election.ts';
import { emptyTrilingual } from '#shared/domain/base/primitives.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { SaveBar } from '../../components/SaveBar.tsx';
import { tellSaved, useSaving } from '../../components/saving.tsx';
import { Section } from '../../components/Section.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { call } from '../../base/office.ts';
import styles from './ElectionScreen.module.css';

const emptyFields: ElectionFields = {
  kind: 'regular-parliamentary',
  name: emptyTrilingual,
  votingDay: null,
  calledBy: { instrument: 'decree', number: '', date: null, publishedOn: null },
  resultsPublishedOn: null,
  districts: null,
};

function fieldsOf(election: Election | null): ElectionFields {
  if (!election) return emptyFields;
  const { id: _id, ...fields } = election;
  return fields;
}

export function ElectionForm({
  kept,
  inHand,
  onTakeInHand,
  onSaved,
}: {
  kept: Election | null;
  /** It is the election the screens work on now. */
  inHand: boolean;
  onTakeInHand: () => void;
  onSaved: (id: string) => void;
}) {
  const { t } = useTranslation(['elections', 'domain']);
  const [draft, setDraft] = useState<ElectionFields | null>(null);
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const fields = draft ?? fieldsOf(kept);
  const at = useFaults(tried || kept ? checkElection(fields) : []);
  const set = (change: Partial<ElectionFields>) => setDraft({ ...fields, ...change });
  const setAct = (change: Partial<ElectionFields['calledBy']>) => set({ calledBy: { ...fields.calledBy, ...change } });
  const save = async (): Promise<void> => {
    setTried(true);
    if (checkElection(fields).length > 0) return;
    const outcome = await saving.run(() => call('election.save', { id: kept?.id ?? null, fields }));
    if (!outcome?.ok) return;
    setDraft((now) => (now === draft ? null : now));
    if (!kept) tellSaved();
    onSaved(outcome.value.id);
  };
  return (
    <Form operation="election.save" label={t('form')} dirty={draft !== null} onSave={() => void save()}>
      <Section
        title={t('form')}
        aside={
          kept && !inHand ? (
            <Button variant="default" onClick={onTakeInHand}>
              {t('takeInHand')}
            </Button>
          ) : undefined
        }
      >
        <Stack gap="sm">
          <TrilingualInput
            label={t('name')}
            multiline
            required
            value={fields.name}
            onChange={(name) => set({ name })}
            error={at('name')}
          />
          <div className={styles.kindAndDay}>
            <Select
              label={t('kind')}
              required
              data={electionKinds.map((kind) => ({ value: kind, label: t(`domain:electionKind.${kind}`) }))}
              value={fields.kind}
              onChange={(kind) => {
                if (kind) set({ kind });
              }}
            />
            <DateInput
              label={t('votingDay')}
              required
              value={fields.votingDay}
              onChange={(votingDay) => set({ votingDay })}
              error={at('votingDay')}
            />
            <NumberInput
              label={t('districts')}
              description={t('districtsHint')}
              min={1}
              max={10_000}
              allowDecimal={false}
              value={fields.districts ?? ''}
              onChange={(districts) => set({ districts: typeof districts === 'number' ? districts : null })}
            />
          </div>
        </Stack>
      </Section>
      <Section title={t('calledBy')} hint={t('calledByHint')}>
        <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
          <Select
            label={t('instrument')}
            data={callingInstruments.map((instrument) => ({
              value: instrument,
              label: t(`domain:instrument.${instrument}`),
            }))}
            value={fields.calledBy.instrument}
            onChange={(instrument) => {
              if (instrument) setAct({ instrument });
            }}
          />
          <TextInput
            label={t('number')}
            maxLength={500}
            value={fields.calledBy.number}
            onChange={(event) => setAct({ number: event.currentTarget.value })}
            error={at('calledBy.number')}
          />
          <DateInput
            label={t('date')}
            value={fields.calledBy.date}
            onChange={(date) => setAct({ date })}
            error={at('calledBy.date')}
          />
          <DateInput
            label={t('publishedOn')}
            value={fields.calledBy.publishedOn}
            onChange={(publishedOn) => setAct({ publishedOn })}
            error={at('calledBy.publishedOn')}
          />
        </SimpleGrid>
      </Section>
      <Section title={t('results')} hint={t('resultsHint')}>
        <DateInput
          label={t('resultsPublishedOn')}
          w={280}
          value={fields.resultsPublishedOn}
          onChange={(resultsPublishedOn) => set({ resultsPublishedOn })}
          error={at('resultsPublishedOn')}
        />
      </Section>
      <SaveBar saving={saving} dirty={draft !== null} />
    </Form>
  );
}
