/** The application's form: checked as it is typed, and again by the office when it is saved. */
import { Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ApplicationView } from '#shared/contract/applications.ts';
import { checkApplication, hostCountry } from '#shared/domain/rules/application-rules.ts';
import {
  ApplicationFields,
  emptyApplicationFields,
  isOpenForEdit,
  HostOverride,
  substituteFor,
  NewVerdict,
  type Application,
} from '#shared/domain/records/application.ts';
import { trilingualName } from '#shared/domain/records/person.ts';
import { Id } from '#shared/domain/base/primitives.ts';
import { useFaults } from '../../components/faults.tsx';
import { Closable } from '../../components/Closable.tsx';
import { Form } from '../../components/Form.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { SaveButton, useSaving } from '../../components/saving.tsx';
import { Section } from '../../components/Section.tsx';
import { RestoredNotice } from '../../components/RestoredNotice.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { navigateSaved } from '../../base/navigation.tsx';
import { call, useReading } from '../../base/office.ts';
import { today } from '../../base/today.ts';
import { useUnfinished } from '../../base/unfinished.ts';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';
import { DocumentFields } from './DocumentFields.tsx';
import { HostCitizen } from './HostCitizen.tsx';
import { NamesFields } from './NamesFields.tsx';
import { PapersField } from './PapersField.tsx';
import { SectionInputs } from './FieldInput.tsx';
import { PhotoField } from '../photos/PhotoField.tsx';
import { ReplacesSelect } from './ReplacesSelect.tsx';
import { StatusPanel } from './StatusPanel.tsx';
import { PossibleDuplicateNotice, PossibleDuplicatesPanel, useComparison } from './PossibleDuplicatesPanel.tsx';
import { useMrzInForm } from './use-mrz-in-form.tsx';
import { usePossibleDuplicates } from './use-possible-duplicates.ts';
import styles from './ApplicationForm.module.css';

const Draft = z.strictObject({
  organisationId: Id.nullable(),
  fields: ApplicationFields,
  /** What was said of people alike while the application is not in the register. */
  verdicts: z.array(NewVerdict),
  hostOverride: HostOverride.pick({ justification: true }).nullable(),
});
type Draft = z.infer<typeof Draft>;

const nothingGiven: Pick<Draft, 'verdicts' | 'hostOverride'> = { verdicts: [], hostOverride: null };

/** Keeps of a record just what the clerk types. */
const typed = (view: ApplicationView): ApplicationFields => ApplicationFields.strip().parse(view.application);

/** `work` names a new application that was begun before. */
export function ApplicationForm({
  kept,
  organisation,
  work,
  substituted = null,
}: {
  kept: ApplicationView | null;
  organisation?: Id | undefined;
  work?: string | undefined;
  /** A new application takes the place of this one. */
  substituted?: Application | null;
}) {
  const { t } = useTranslation(['applications', 'domain', 'errors']);
  const election = useCurrentElection();
  const organisations = useOrganisationChoices();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const organisationNames = useReading('organisation.list', { electionId: election.id });
  const base: Draft = kept
    ? { organisationId: kept.application.organisationId, fields: typed(kept), ...nothingGiven }
    : {
        organisationId: substituted?.organisationId ?? organisation ?? null,
        fields: { ...(substituted ? substituteFor(substituted) : emptyApplicationFields), receivedOn: today() },
        ...nothingGiven,
      };
  const shown = draft ?? base;
  const { fields, organisationId, verdicts, hostOverride } = shown;
  const locked = kept !== null && !isOpenForEdit(kept.application.status);
  const found = checkApplication(fields, {
    today: today(),
    election,
    hostCitizenAllowed: hostOverride !== null || (kept?.application.hostOverride ?? null) !== null,
  });
  // An empty form is not scolded before it has been tried.
  const at = useFaults(tried || kept ? found : found.filter(({ code }) => code !== 'field.required'));
  const id = kept?.application.id ?? null;
  const unfinished = useUnfinished({
    kind: 'application',
    electionId: election.id,
    recordId: id,
    work,
    shape: Draft,
    draft,
    basis: base,
    title: trilingualName(fields.names),
    locked,
    onTakeUp: setDraft,
  });
  const chosenOrganisation = organisationNames.data?.find(
    (one) => one.organisation.id === organisationId,
  )?.organisation;
  const suspicion = usePossibleDuplicates(kept, fields, verdicts);
  const comparison = useComparison({
    id,
    fields,
    organisation: chosenOrganisation?.name ?? null,
    onGiven: (verdict) =>
      setDraft({ ...shown, verdicts: [...verdicts.filter(({ other }) => other !== verdict.other), verdict] }),
  });
  const set = (change: Partial<ApplicationFields>): void => {
    setDraft({ ...shown, fields: { ...fields, ...change } });
    if (saving.state === 'refused') saving.reset();
  };
  const mrz = useMrzInForm({ locked, fields, onFields: set });
  const save = async (): Promise<void> => {
    setTried(true);
    if (found.length > 0 || !organisationId) return;
    const outcome = await saving.run(() =>
      call('application.save', { id, electionId: election.id, organisationId, fields, verdicts, hostOverride }),
    );
    if (!outcome?.ok) return;
    setDraft((now) => (now === draft ? null : now));
    if (kept) return;
    unfinished.forget();
    navigateSaved({ screen: 'application', id: outcome.value.id });
  };
  return (
    <div className={styles.columns} {...mrz.handlers}>
      <Form
        operation="application.save"
        label={t('form')}
        dirty={draft !== null}
        onSave={() => void save()}
        onAbandon={unfinished.forget}
        className={styles.form}
      >
        <RestoredNotice unfinished={unfinished} onDiscard={() => setDraft(null)} />
        {mrz.notice}
        <Closable key={mrz.reading} closed={locked}>
          <Section title={t('intake')}>
            <Stack gap="sm">
              <Select
                label={t('organisation')}
                required
                searchable
                disabled={locked}
                data={organisations}
                value={organisationId}
                error={tried && !organisationId ? t('errors:field.required') : undefined}
                onChange={(picked) => setDraft({ ...shown, organisationId: picked })}
              />
              <SectionInputs
                section="intake"
                gridClass={styles.intake}
                value={fields}
                onChange={set}
                at={at}
                locked={locked}
              />
              <PapersField
                fields={fields}
                organisationKind={chosenOrganisation?.kind ?? null}
                locked={locked}
                at={at}
                onChange={set}
              />
              <ReplacesSelect value={fields.replaces} disabled={locked} onChange={(replaces) => set({ replaces })} />
            </Stack>
          </Section>
          <NamesFields value={fields.names} onChange={(names) => set({ names })} at={at} locked={locked} />
          <Section title={t('person')}>
            <SectionInputs section="person" value={fields} onChange={set} at={at} locked={locked} />
          </Section>
          {fields.citizenship === hostCountry && (
            <HostCitizen
              application={kept?.application ?? null}
              given={hostOverride}
              onGive={(given) => setDraft({ ...shown, hostOverride: given })}
              dirty={draft !== null}
            />
          )}
          <DocumentFields value={fields} onChange={set} at={at} locked={locked} onLines={mrz.read} />
          <Section title={t('position')}>
            <SectionInputs section="position" value={fields} onChange={set} at={at} locked={locked} />
          </Section>
          <Section title={t('stay')}>
            <SectionInputs section="stay" value={fields} onChange={set} at={at} locked={locked} />
          </Section>
        </Closable>
        {!locked && (
          <div className={styles.foot} data-save-bar>
            <PossibleDuplicateNotice suspicion={suspicion} onCompare={comparison.compare} />
            <RefusalMessage refusal={saving.refusal} withFields />
            <Group justify="flex-end">
              <SaveButton saving={saving} dirty={draft !== null} />
            </Group>
          </div>
        )}
      </Form>
      <aside className={styles.aside} aria-label={t('state')}>
        <PhotoField value={fields.photo} locked={locked} onChange={(photo) => set({ photo })} />
        {kept && <StatusPanel view={kept} dirty={draft !== null} />}
        <PossibleDuplicatesPanel id={id} suspicion={suspicion} given={verdicts} onCompare={comparison.compare} />
        {comparison.dialog}
        {mrz.dialog}
      </aside>
    </div>
  );
}
