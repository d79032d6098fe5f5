/** The particulars of a decision: session, title, legal basis, votes, signatories. */
import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Dispatch, SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '#shared/contract/decisions.ts';
import { DecisionFields, checkDecision, signatoryRoles } from '#shared/domain/records/decision.ts';
import type { OfficeSettings } from '#shared/domain/records/office.ts';
import { emptyTrilingual } from '#shared/domain/base/primitives.ts';
import { Closable } from '../../components/Closable.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { RestoredNotice } from '../../components/RestoredNotice.tsx';
import { SaveButton, useSaving } from '../../components/saving.tsx';
import { Section } from '../../components/Section.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { call } from '../../base/office.ts';
import { useUnfinished } from '../../base/unfinished.ts';
import { LegalBasisChoice } from './LegalBasisChoice.tsx';
import { officeSignatories } from './new-decision.ts';
import { VotesFields } from './VotesFields.tsx';
import styles from './DecisionScreen.module.css';

/** What of a decision the clerk types. */
export const fieldsOf = ({ decision }: DecisionView): DecisionFields => ({
  sessionDate: decision.sessionDate,
  minutesNumber: decision.minutesNumber,
  title: decision.title,
  legalBasis: decision.legalBasis,
  votes: decision.votes,
  present: decision.present,
  signatories: decision.signatories,
});

/** `draft` is what was typed since the last saving, null when nothing; the screen keeps it, to adopt nothing unsaved. */
export function DecisionForm({
  view,
  settings,
  draft,
  onDraft,
}: {
  view: DecisionView;
  settings: OfficeSettings;
  draft: DecisionFields | null;
  onDraft: Dispatch<SetStateAction<DecisionFields | null>>;
}) {
  const { t } = useTranslation(['decisions', 'domain', 'session']);
  const saving = useSaving();
  const fields = draft ?? fieldsOf(view);
  const locked = view.decision.status === 'adopted';
  const at = useFaults(checkDecision(fields, settings.session));
  const set = (change: Partial<DecisionFields>): void => onDraft({ ...fields, ...change });
  const save = async (): Promise<void> => {
    if (checkDecision(fields, settings.session).length > 0) return;
    const outcome = await saving.run(() => call('decision.change', { id: view.decision.id, fields }));
    if (outcome?.ok) onDraft((now) => (now === draft ? null : now));
  };
  const unfinished = useUnfinished({
    kind: 'decision',
    electionId: view.decision.electionId,
    recordId: view.decision.id,
    shape: DecisionFields,
    draft,
    basis: fieldsOf(view),
    title: fields.title,
    locked,
    onTakeUp: onDraft,
  });
  return (
    <Form
      operation="decision.change"
      label={t('header')}
      dirty={draft !== null}
      onSave={() => void save()}
      onAbandon={unfinished.forget}
    >
      <RestoredNotice unfinished={unfinished} onDiscard={() => onDraft(null)} />
      <Closable closed={locked}>
        <div className={styles.columns}>
          <Section title={t('header')}>
            <Stack gap="sm">
              <SimpleGrid cols={2} spacing="sm">
                <DateInput
                  label={t('sessionDate')}
                  required
                  disabled={locked}
                  value={fields.sessionDate}
                  onChange={(sessionDate) => set({ sessionDate })}
                  error={at('sessionDate')}
                />
                <TextInput
                  label={t('minutes')}
                  maxLength={100}
                  value={fields.minutesNumber}
                  onChange={(event) => set({ minutesNumber: event.currentTarget.value })}
                />
              </SimpleGrid>
              <TrilingualInput
                label={t('actTitle')}
                required
                multiline
                value={fields.title}
                onChange={(title) => set({ title })}
                error={at('title')}
              />
              {!locked && (
                <LegalBasisChoice
                  bases={settings.legalBases}
                  value={fields.legalBasis}
                  onChoose={(legalBasis) => set({ legalBasis })}
                />
              )}
              <TrilingualInput
                label={t('legalBasis')}
                required
                multiline
                value={fields.legalBasis}
                onChange={(legalBasis) => set({ legalBasis })}
                error={at('legalBasis')}
              />
            </Stack>
          </Section>
          <div>
            <Section title={t('votes')}>
              <VotesFields
                value={fields}
                rules={settings.session}
                locked={locked}
                at={at}
                onChange={({ votes, present }) => set({ votes, present })}
              />
            </Section>
            <Section title={t('signatories')}>
              <Stack gap="sm">
                {fields.signatories.map((signatory, index) => (
                  <div key={index} className={styles.signatory}>
                    <Select
                      label={t('role')}
                      disabled={locked}
                      data={signatoryRoles.map((role) => ({ value: role, label: t(`domain:signatory.${role}`) }))}
                      value={signatory.role}
                      onChange={(role) => {
                        if (role) set({ signatories: fields.signatories.with(index, { ...signatory, role }) });
                      }}
                    />
                    <TrilingualInput
                      label={t('name')}
                      value={signatory.name}
                      onChange={(name) => set({ signatories: fields.signatories.with(index, { ...signatory, name }) })}
                      error={at(`signatories.${String(index)}.name`)}
                    />
                    <ActionIcon
                      color="gray"
                      disabled={locked}
                      aria-label={t('removeSignatory')}
                      onClick={() => set({ signatories: fields.signatories.toSpliced(index, 1) })}
                    >
                      <IconX size={16} />
                    </ActionIcon>
                  </div>
                ))}
                {!locked && (
                  <Group>
                    <Button
                      variant="default"
                      leftSection={<IconPlus size={15} aria-hidden />}
                      onClick={() =>
                        set({ signatories: [...fields.signatories, { role: 'member', name: emptyTrilingual }] })
                      }
                    >
                      {t('addSignatory')}
                    </Button>
                    <Button variant="default" onClick={() => set({ signatories: officeSignatories(settings) })}>
                      {t('session:fromOffice')}
                    </Button>
                  </Group>
                )}
              </Stack>
            </Section>
          </div>
        </div>
      </Closable>
      {!locked && (
        <Stack gap="sm">
          <RefusalMessage refusal={saving.refusal} withFields />
          <Group justify="flex-end">
            <SaveButton saving={saving} dirty={draft !== null} />
          </Group>
        </Stack>
      )}
    </Form>
  );
}
