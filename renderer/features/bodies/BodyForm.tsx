/** The form of a body: its particulars, its former names, and its correspondence for one election. */
import { Select, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  bodyKinds,
  checkBody,
  emptyCorrespondence,
  BodyFields,
  Correspondence,
  type Body,
} from '#shared/domain/records/body.ts';
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
import styles from './BodyForm.module.css';

const emptyFields: BodyFields = {
  kind: 'international-organisation',
  name: emptyTrilingual,
  short: emptyTrilingual,
  formerNames: [],
  country: null,
  contact: '',
};

const Draft = z.strictObject({ fields: BodyFields, papers: Correspondence });
type Draft = z.infer<typeof Draft>;

function draftOf(body: Body | null, eventId: Id): Draft {
  if (!body) return { fields: emptyFields, papers: emptyCorrespondence };
  const { id: _id, correspondence, ...fields } = body;
  return { fields, papers: correspondence[eventId] ?? emptyCorrespondence };
}

export function BodyForm({ kept, eventId, work }: { kept: Body | null; eventId: Id; work?: string | undefined }) {
  const { t } = useTranslation(['bodies', 'domain']);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const basis = draftOf(kept, eventId);
  const shown = draft ?? basis;
  const { fields, papers } = shown;
  const unfinished = useUnfinished({
    kind: 'body',
    eventId,
    recordId: kept?.id ?? null,
    work,
    shape: Draft,
    draft,
    basis,
    title: fields.name,
    locked: false,
    onTakeUp: setDraft,
  });
  const at = useFaults(tried || kept ? checkBody(fields) : []);
  const set = (change: Partial<BodyFields>) => setDraft({ ...shown, fields: { ...fields, ...change } });
  const save = async (): Promise<void> => {
    setTried(true);
    if (checkBody(fields).length > 0) return;
    const outcome = await saving.run(() =>
      call('body.save', { id: kept?.id ?? null, fields, correspondence: { eventId, fields: papers } }),
    );
    if (!outcome?.ok) return;
    setDraft((now) => (now === draft ? null : now));
    if (kept) return;
    unfinished.forget();
    tellSaved();
    navigateSaved({ screen: 'body', id: outcome.value.id });
  };
  return (
    <Form
      operation="body.save"
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
                  data={bodyKinds.map((kind) => ({ value: kind, label: t(`domain:bodyKind.${kind}`) }))}
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
