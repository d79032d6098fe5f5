/** The application's form: checked as it is typed, and again by the office when it is saved. */
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Closable } from '../../components/Closable.tsx';
import { Form } from '../../components/Form.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { SaveButton } from '../../components/saving.tsx';
import { RestoredNotice } from '../../components/RestoredNotice.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useReading } from '../../base/office.ts';
import { ApplicationSections } from './ApplicationSections.tsx';
import { PhotoField } from '../photos/PhotoField.tsx';
import { StatusPanel } from './StatusPanel.tsx';
import { PossibleDuplicateNotice, PossibleDuplicatesPanel, useComparison } from './PossibleDuplicatesPanel.tsx';
import { useApplicationForm, type ApplicationFormProps } from './use-application-form.ts';
import { useMrzInForm } from './use-mrz-in-form.tsx';
import { usePossibleDuplicates } from './use-possible-duplicates.ts';
import styles from './ApplicationForm.module.css';

export function ApplicationForm(props: ApplicationFormProps) {
  const { t } = useTranslation('applications');
  const election = useCurrentElection();
  const form = useApplicationForm(props);
  const { kept, id, locked, dirty, saving, unfinished, set, give } = form;
  const { fields, organisationId, verdicts } = form.shown;
  const organisations = useReading('organisation.list', { electionId: election.id });
  const organisation = organisations.data?.find((one) => one.organisation.id === organisationId)?.organisation;
  const suspicion = usePossibleDuplicates(kept, fields, verdicts);
  const comparison = useComparison({
    id,
    fields,
    organisation: organisation?.name ?? null,
    onGiven: (verdict) => give({ verdicts: [...verdicts.filter(({ other }) => other !== verdict.other), verdict] }),
  });
  const mrz = useMrzInForm({ locked, fields, onFields: set });
  return (
    <div className={styles.columns} {...mrz.handlers}>
      <Form
        operation="application.save"
        label={t('form')}
        dirty={dirty}
        onSave={() => void form.save()}
        onAbandon={unfinished.forget}
        className={styles.form}
      >
        <RestoredNotice unfinished={unfinished} onDiscard={form.discard} />
        {mrz.notice}
        <Closable key={mrz.reading} closed={locked}>
          <ApplicationSections form={form} organisationKind={organisation?.kind ?? null} onLines={mrz.read} />
        </Closable>
        {!locked && (
          <div className={styles.foot} data-save-bar>
            <PossibleDuplicateNotice suspicion={suspicion} onCompare={comparison.compare} />
            <RefusalMessage refusal={saving.refusal} withFields />
            <Group justify="flex-end">
              <SaveButton saving={saving} dirty={dirty} />
            </Group>
          </div>
        )}
      </Form>
      <aside className={styles.aside} aria-label={t('state')}>
        <PhotoField value={fields.photo} locked={locked} onChange={(photo) => set({ photo })} />
        {kept && <StatusPanel view={kept} dirty={dirty} />}
        <PossibleDuplicatesPanel id={id} suspicion={suspicion} given={verdicts} onCompare={comparison.compare} />
        {comparison.dialog}
        {mrz.dialog}
      </aside>
    </div>
  );
}
