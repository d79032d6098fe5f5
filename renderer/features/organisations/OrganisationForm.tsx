/** The form of an organisation: its particulars, its former names, and its correspondence for one election. */
import { Select, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  organisationKinds,
  checkOrganisation,
  emptyCorrespondence,
  OrganisationFields,
  Correspondence,
  type Organisation,
} from '#shared/domain/records/organisation.ts';
import { emptyTrilingual, type Id } from '#shared/domain/base/primitives.ts';
import { CountrySelect } from '../../components/CountrySelect.tsx';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { RestoredNotice } from '../../components/RestoredNotice.tsx';
import { SaveBar } from '../../components/SaveBar.tsx';
import { tellSaved, useSaving } from '../../components/saving.tsx';
import { Section } from '../../components/Section.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { WordsField } from '../../components/WordsField.tsx';
import { navigateSaved } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';
import { useUnfinished } from '../../base/unfinished.ts';
import { CorrespondenceFields } from './CorrespondenceFields.tsx';
import { FormerNames } from './FormerNames.tsx';
import styles from './OrganisationForm.module.css';

const emptyFields: OrganisationFields = {
  kind: 'international-organisation',
  name: emptyTrilingual,
  short: emptyTrilingual,
  formerNames: [],
  country: null,
  contact: '',
};

const Draft = z.strictObject({ fields: OrganisationFields, papers: Correspondence });
type Draft = z.infer<typeof Draft>;

function draftOf(organisation: Organisation | null, electionId: Id): Draft {
  if (!organisation) return { fields: emptyFields, papers: emptyCorrespondence };
  const { id: _id, correspondence, ...fields } = organisation;
  return { fields, papers: correspondence[electionId] ?? emptyCorrespondence };
}

export function OrganisationForm({
  kept,
  electionId,
  work,
}: {
  kept: Organisation | null;
  electionId: Id;
  work?: string | undefined;
}) {
  const { t } = useTranslation(['organisations', 'domain']);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const basis = draftOf(kept, electionId);
  const shown = draft ?? basis;
  const { fields, papers } = shown;
  const unfinished = useUnfinished({
    kind: 'organisation',
    electionId,
    recordId: kept?.id ?? null,
    work,
    shape: Draft,
    draft,
    basis,
    title: fields.name,
    locked: false,
    onTakeUp: setDraft,
  });
  const at = useFaults(tried || kept ? checkOrganisation(fields) : []);
  const set = (change: Partial<OrganisationFields>) => setDraft({ ...shown, fields: { ...fields, ...change } });
  const save = async (): Promise<void> => {
    setTried(true);
    if (checkOrganisation(fields).length > 0) return;
    const outcome = await saving.run(() =>
      call('organisation.save', { id: kept?.id ?? null, fields, correspondence: { electionId, fields: papers } }),
    );
    if (!outcome?.ok) return;
    setDraft((now) => (now === draft ? null : now));
    if (kept) return;
    unfinished.forget();
    tellSaved();
    navigateSaved({ screen: 'organisation', id: outcome.value.id });
  };
  return (
    <Form
      operation="organisation.save"
      label={t('form')}
      dirty={draft !== null}
      onSave={() => void save()}
      onAbandon={unfinished.forget}
      className={styles.form}
    >
      <RestoredNotice unfinished={unfinished} onDiscard={() => setDraft(null)} />
      <div className={styles.columns}>
        <div>
          <Section title={t('particulars')}>
            <Stack gap="sm">
              <TrilingualInput
                label={t('name')}
                multiline
                required
                value={fields.name}
                onChange={(name) => set({ name })}
                error={at('name')}
              />
              <TrilingualInput
                label={t('short')}
                layout="row"
                value={fields.short}
                onChange={(short) => set({ short })}
                error={at('short')}
              />
              <SimpleGrid cols={2} spacing="sm">
                <Select
                  label={t('kind')}
                  required
                  data={organisationKinds.map((kind) => ({ value: kind, label: t(`domain:organisationKind.${kind}`) }))}
                  value={fields.kind}
                  onChange={(kind) => {
                    if (kind) set({ kind });
                  }}
                />
                <CountrySelect
                  label={t('country')}
                  description={t('countryHint')}
                  value={fields.country}
                  onChange={(country) => set({ country })}
                  error={at('country')}
                />
              </SimpleGrid>
              <WordsField
                label={t('contact')}
                lines={[2, 5]}
                maxLength={5000}
                value={fields.contact}
                onChange={(contact) => set({ contact })}
              />
            </Stack>
          </Section>
          <FormerNames value={fields.formerNames} onChange={(formerNames) => set({ formerNames })} />
        </div>
        <div>
          <CorrespondenceFields value={papers} onChange={(given) => setDraft({ ...shown, papers: given })} />
        </div>
      </div>
      <SaveBar saving={saving} dirty={draft !== null} />
    </Form>
  );
}
