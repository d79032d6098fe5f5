/** An organisation's papers for one election: who invited it, its letter, the ministry's note, and who leads its people. */
import { Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inviters, type Correspondence } from '#shared/domain/records/organisation.ts';
import type { Reference } from '#shared/domain/base/primitives.ts';
import { DateInput } from '../../components/DateInput.tsx';
import { Section } from '../../components/Section.tsx';
import { WordsField } from '../../components/WordsField.tsx';
import styles from './CorrespondenceFields.module.css';

export function CorrespondenceFields({
  value,
  onChange,
}: {
  value: Correspondence;
  onChange: (value: Correspondence) => void;
}) {
  const { t } = useTranslation(['organisations', 'domain']);
  const set = (change: Partial<Correspondence>) => onChange({ ...value, ...change });
  return (
    <Section title={t('papers')} hint={t('papersHint')}>
      <Stack gap="sm">
        <Select
          label={t('invitedBy')}
          placeholder={t('notInvited')}
          clearable
          clearButtonProps={{ 'aria-label': t('notInvited'), tabIndex: -1 }}
          data={inviters.map((inviter) => ({ value: inviter, label: t(`domain:inviter.${inviter}`) }))}
          value={value.invitedBy}
          onChange={(invitedBy) => set({ invitedBy })}
        />
        <ReferenceFields
          what={t('invitation')}
          value={value.invitation}
          onChange={(invitation) => set({ invitation })}
        />
        <ReferenceFields what={t('letter')} value={value.letter} onChange={(letter) => set({ letter })} />
        <ReferenceFields
          what={t('ministryNote')}
          value={value.ministryNote}
          onChange={(ministryNote) => set({ ministryNote })}
        />
        <WordsField
          label={t('headOfMission')}
          maxLength={500}
          value={value.headOfMission}
          onChange={(headOfMission) => set({ headOfMission })}
        />
      </Stack>
    </Section>
  );
}

function ReferenceFields({
  what,
  value,
  onChange,
}: {
  what: string;
  value: Reference;
  onChange: (value: Reference) => void;
}) {
  const { t } = useTranslation('organisations');
  return (
    <div className={styles.reference}>
      <TextInput
        label={t('referenceNumber', { what })}
        maxLength={500}
        value={value.number}
        onChange={(event) => onChange({ ...value, number: event.currentTarget.value })}
      />
      <DateInput
        label={t('referenceDate', { what })}
        value={value.date}
        onChange={(date) => onChange({ ...value, date })}
      />
    </div>
  );
}
