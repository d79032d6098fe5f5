/** The names an organisation bore before, for recognising it in older letters. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrganisationFields } from '#shared/domain/records/organisation.ts';
import { emptyTrilingual } from '#shared/domain/base/primitives.ts';
import { Section } from '../../components/Section.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import styles from './OrganisationForm.module.css';

/** As many as the record holds. */
const most = 20;

export function FormerNames({
  value,
  onChange,
}: {
  value: OrganisationFields['formerNames'];
  onChange: (value: OrganisationFields['formerNames']) => void;
}) {
  const { t } = useTranslation('organisations');
  const change = (index: number, given: Partial<OrganisationFields['formerNames'][number]>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...given } : one)));
  return (
    <Section title={t('former')} hint={t('formerHint')}>
      {value.map((former, index) => (
        // A former name has nothing of its own but its place in the list.
        <div className={styles.former} key={index}>
          <TrilingualInput
            label={t('formerName', { index: index + 1 })}
            value={former.name}
            onChange={(name) => change(index, { name })}
          />
          <TextInput
            label={t('until')}
            maxLength={500}
            value={former.until}
            onChange={(event) => change(index, { until: event.currentTarget.value })}
          />
          <ActionIcon
            size={30}
            color="gray"
            aria-label={t('removeFormer', { index: index + 1 })}
            onClick={() => onChange(value.filter((_one, at) => at !== index))}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {value.length < most && (
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...value, { until: '', name: emptyTrilingual }])}
        >
          {t('addFormer')}
        </Button>
      )}
    </Section>
  );
}
