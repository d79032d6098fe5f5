/** The application's form: checked as it is typed, and again by the office when it is saved. */
import { Checkbox, Group, Select, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ApplicationView } from '../../../shared/contract/applications.ts';
import { checkApplication, hostCountry } from '../../../shared/domain/application-rules.ts';
import {
  ApplicationFields,
  emptyApplicationFields,
  isOpenForEdit,
  observerCategories,
  papers,
  receivedWays,
  HostOverride,
  NewVerdict,
  type Paper,
} from '../../../shared/domain/application.ts';
import { trilingualName } from '../../../shared/domain/person.ts';
import { Id } from '../../../shared/domain/primitives.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { SaveButton, useSaving } from '../../components/saving.tsx';
import { Section } from '../../components/Section.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { RestoredNotice } from '../../components/RestoredNotice.tsx';
import { useCurrentEvent } from '../../app/current-event.tsx';
import { navigateSaved } from '../../app/navigation.tsx';
import { call, useReading } from '../../app/office.ts';
import { today } from '../../app/today.ts';
import { useUnfinished } from '../../app/unfinished.ts';
import { useBodyChoices } from '../../components/body-choices.ts';
import { DocumentFields } from './DocumentFields.tsx';
import { HostCitizen } from './HostCitizen.tsx';
import { NamesFields } from './NamesFields.tsx';
import { PersonFields } from './PersonFields.tsx';
import { PhotoField } from '../photos/PhotoField.tsx';
import { StatusPanel } from './StatusPanel.tsx';
import { SuspectNotice, SuspectsPanel, useComparison } from './SuspectsPanel.tsx';
import { useSuspects } from './use-suspects.ts';
import styles from './ApplicationForm.module.css';

const Draft = z.strictObject({
  bodyId: Id.nullable(),
  fields: ApplicationFields,
  /** What was said of people alike while the application is not in the register. */
  verdicts: z.array(NewVerdict),
  hostOverride: HostOverride.omit({ at: true }).nullable(),
});
type Draft = z.infer<typeof Draft>;

const nothingGiven: Pick<Draft, 'verdicts' | 'hostOverride'> = { verdicts: [], hostOverride: null };

/** Keeps of a record just what the clerk types. */
const typed = (view: ApplicationView): ApplicationFields => ApplicationFields.strip().parse(view.application);

/** `work` names a new application that was begun before. */
export function ApplicationForm({
  kept,
  body,
  work,
}: {
  kept: ApplicationView | null;
  body?: Id | undefined;
  work?: string | undefined;
}) {
  const { t } = useTranslation(['applications', 'domain', 'errors']);
  const event = useCurrentEvent();
  const bodies = useBodyChoices();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const bodyNames = useReading('body.list', { eventId: event.id });
  const base: Draft = kept
    ? { bodyId: kept.application.bodyId, fields: typed(kept), ...nothingGiven }
    : { bodyId: body ?? null, fields: { ...emptyApplicationFields, receivedOn: today() }, ...nothingGiven };
  const shown = draft ?? base;
  const { fields, bodyId, verdicts, hostOverride } = shown;
  const locked = kept !== null && !isOpenForEdit(kept.application.status);
  const found = checkApplication(fields, {
    today: today(),
    event,
    hostCitizenAllowed: hostOverride !== null || (kept?.application.hostOverride ?? null) !== null,
  });
  // An empty form is not scolded before it has been tried.
  const at = useFaults(tried || kept ? found : found.filter(({ code }) => code !== 'field.required'));
  const id = kept?.application.id ?? null;
  const unfinished = useUnfinished({
    kind: 'application',
    eventId: event.id,
    recordId: id,
    work,
    shape: Draft,
    draft,
    basis: base,
    title: trilingualName(fields.names),
    locked,
    onTakeUp: setDraft,
  });
  const suspicion = useSuspects(kept, fields, verdicts);
  const comparison = useComparison({
    id,
    fields,
    body: bodyNames.data?.find((one) => one.body.id === bodyId)?.body.name ?? null,
    onGiven: (verdict) =>
      setDraft({ ...shown, verdicts: [...verdicts.filter(({ other }) => other !== verdict.other), verdict] }),
  });
  const set = (change: Partial<ApplicationFields>): void => {
    setDraft({ ...shown, fields: { ...fields, ...change } });
    if (saving.state === 'refused') saving.reset();
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (found.length > 0 || !bodyId) return;
    const outcome = await saving.run(() =>
      call('application.save', { id, eventId: event.id, bodyId, fields, verdicts, hostOverride }),
    );
    if (!outcome?.ok) return;
    setDraft((now) => (now === draft ? null : now));
    if (kept) return;
    unfinished.forget();
    navigateSaved({ screen: 'application', id: outcome.value.id });
  };
  return (
    <div className={styles.columns}>
      <Form
        label={t('form')}
        dirty={draft !== null}
        onSave={() => void save()}
        onAbandon={unfinished.forget}
        className={styles.form}
      >
        <RestoredNotice unfinished={unfinished} onDiscard={() => setDraft(null)} />
        <fieldset className={styles.fields} disabled={locked}>
          <Section title={t('intake')}>
            <Stack gap="sm">
              <Select
                label={t('body')}
                required
                searchable
                disabled={locked}
                data={bodies}
                value={bodyId}
                error={tried && !bodyId ? t('errors:field.required') : undefined}
                onChange={(picked) => setDraft({ ...shown, bodyId: picked })}
              />
              <div className={styles.intake}>
                <DateInput
                  label={t('receivedOn')}
                  disabled={locked}
                  maxDate={today()}
                  value={fields.receivedOn}
                  onChange={(receivedOn) => set({ receivedOn })}
                  error={at('receivedOn')}
                />
                <Select
                  label={t('receivedHow')}
                  disabled={locked}
                  data={receivedWays.map((way) => ({ value: way, label: t(`domain:receivedHow.${way}`) }))}
                  value={fields.receivedHow}
                  onChange={(receivedHow) => set({ receivedHow })}
                />
                <Select
                  label={t('category')}
                  disabled={locked}
                  data={observerCategories.map((one) => ({ value: one, label: t(`domain:category.${one}`) }))}
                  value={fields.category}
                  onChange={(category) => {
                    if (category) set({ category });
                  }}
                />
              </div>
              <Checkbox.Group
                label={t('papers')}
                value={fields.papers}
                onChange={(values) => set({ papers: papers.filter((paper): paper is Paper => values.includes(paper)) })}
              >
                <Group gap="md" mt={4}>
                  {papers.map((paper) => (
                    <Checkbox key={paper} value={paper} label={t(`domain:paper.${paper}`)} />
                  ))}
                </Group>
              </Checkbox.Group>
              <ReplacesSelect value={fields.replaces} disabled={locked} onChange={(replaces) => set({ replaces })} />
            </Stack>
          </Section>
          <NamesFields value={fields.names} onChange={(names) => set({ names })} at={at} locked={locked} />
          <PersonFields value={fields} onChange={set} at={at} locked={locked} />
          {fields.citizenship === hostCountry && (
            <HostCitizen
              application={kept?.application ?? null}
              given={hostOverride}
              onGive={(given) => setDraft({ ...shown, hostOverride: given })}
              dirty={draft !== null}
            />
          )}
          <DocumentFields value={fields} onChange={set} at={at} locked={locked} />
          <Section title={t('position')}>
            <TrilingualInput
              label={t('position')}
              value={fields.position}
              onChange={(position) => set({ position })}
              error={at('position')}
            />
          </Section>
          <Section title={t('stay')}>
            <Stack gap="sm">
              <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
                <DateInput
                  label={t('stayFrom')}
                  disabled={locked}
                  value={fields.stayFrom}
                  onChange={(stayFrom) => set({ stayFrom })}
                />
                <DateInput
                  label={t('stayTo')}
                  disabled={locked}
                  value={fields.stayTo}
                  onChange={(stayTo) => set({ stayTo })}
                  error={at('stayTo')}
                />
              </SimpleGrid>
              <Textarea
                label={t('remarks')}
                autosize
                minRows={2}
                maxRows={6}
                maxLength={5000}
                value={fields.remarks}
                onChange={(event_) => set({ remarks: event_.currentTarget.value })}
              />
            </Stack>
          </Section>
        </fieldset>
        {!locked && (
          <div className={styles.foot} data-save-bar>
            <SuspectNotice suspicion={suspicion} onCompare={comparison.compare} />
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
        <SuspectsPanel id={id} suspicion={suspicion} given={verdicts} onCompare={comparison.compare} />
        {comparison.dialog}
      </aside>
    </div>
  );
}

/** Only a withdrawn application gives its place to another. */
function ReplacesSelect({
  value,
  disabled,
  onChange,
}: {
  value: Id | null;
  disabled: boolean;
  onChange: (value: Id | null) => void;
}) {
  const { t, i18n } = useTranslation('applications');
  const event = useCurrentEvent();
  const withdrawn = useReading('application.list', {
    filter: {
      eventId: event.id,
      search: '',
      statuses: ['withdrawn'],
      bodyIds: [],
      countries: [],
      decisionIds: [],
      categories: [],
    },
    sorting: { column: 'latin', descending: false },
    language: i18n.language === 'ru' ? 'ru' : i18n.language === 'en' ? 'en' : 'ky',
    offset: 0,
    limit: 500,
  });
  const rows = withdrawn.data?.rows ?? [];
  if (rows.length === 0 && value === null) return null;
  return (
    <Select
      label={t('replaces')}
      disabled={disabled}
      clearable
      placeholder={t('noReplaces')}
      data={rows.map(({ id, latin, number }) => ({ value: id, label: `${latin} (№ ${String(number)})` }))}
      value={value}
      onChange={onChange}
    />
  );
}
