/** The sections of the application's form, from the intake to the remarks. */
import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hostCountry } from '#shared/domain/rules/application-rules.ts';
import type { OrganisationKind } from '#shared/domain/records/organisation.ts';
import { Section } from '../../components/Section.tsx';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';
import { DocumentFields } from './DocumentFields.tsx';
import { SectionInputs } from './FieldInput.tsx';
import { HostCitizen } from './HostCitizen.tsx';
import { NamesFields } from './NamesFields.tsx';
import { PapersField } from './PapersField.tsx';
import { ReplacesSelect } from './ReplacesSelect.tsx';
import type { ApplicationFormState } from './use-application-form.ts';
import styles from './ApplicationForm.module.css';

type Props = { form: ApplicationFormState; organisationKind: OrganisationKind | null };

export function ApplicationSections({
  form,
  organisationKind,
  onLines,
}: Props & {
  /** Lines that were typed by hand are to be read. */
  onLines: (lines: string[]) => void;
}) {
  const { t } = useTranslation('applications');
  const { kept, locked, at, set, give, dirty } = form;
  const { fields, hostOverride } = form.shown;
  const inputs = { value: fields, onChange: set, at, locked };
  return (
    <>
      <IntakeSection form={form} organisationKind={organisationKind} />
      <NamesFields value={fields.names} onChange={(names) => set({ names })} at={at} locked={locked} />
      <Section title={t('person')}>
        <SectionInputs section="person" {...inputs} />
      </Section>
      {fields.citizenship === hostCountry && (
        <HostCitizen
          application={kept?.application ?? null}
          given={hostOverride}
          onGive={(given) => give({ hostOverride: given })}
          dirty={dirty}
        />
      )}
      <DocumentFields {...inputs} onLines={onLines} />
      <Section title={t('position')}>
        <SectionInputs section="position" {...inputs} />
      </Section>
      <Section title={t('stay')}>
        <SectionInputs section="stay" {...inputs} />
      </Section>
    </>
  );
}

function IntakeSection({ form, organisationKind }: Props) {
  const { t } = useTranslation(['applications', 'errors']);
  const organisations = useOrganisationChoices();
  const { locked, at, set, give, tried } = form;
  const { fields, organisationId } = form.shown;
  return (
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
          onChange={(picked) => give({ organisationId: picked })}
        />
        <SectionInputs
          section="intake"
          gridClass={styles.intake}
          value={fields}
          onChange={set}
          at={at}
          locked={locked}
        />
        <PapersField fields={fields} organisationKind={organisationKind} locked={locked} at={at} onChange={set} />
        <ReplacesSelect value={fields.replaces} disabled={locked} onChange={(replaces) => set({ replaces })} />
      </Stack>
    </Section>
  );
}
