/** Sex, birth, citizenship. */
import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import { sexes } from '#shared/domain/records/person.ts';
import { CountrySelect } from '../../components/CountrySelect.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import type { FaultsAt } from '../../components/faults.tsx';
import { Section } from '../../components/Section.tsx';
import { today } from '../../base/today.ts';

export type FieldsProps = {
  value: ApplicationFields;
  onChange: (change: Partial<ApplicationFields>) => void;
  at: FaultsAt;
  locked: boolean;
};

export function PersonFields({ value, onChange, at, locked }: FieldsProps) {
  const { t } = useTranslation(['applications', 'domain']);
  return (
    <Section title={t('person')}>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
        <Select
          label={t('sex')}
          disabled={locked}
          data={sexes.map((sex) => ({ value: sex, label: t(`domain:sex.${sex}`) }))}
          value={value.sex}
          onChange={(sex) => onChange({ sex })}
        />
        <DateInput
          label={t('birthDate')}
          disabled={locked}
          maxDate={today()}
          suggested="1980-01-01"
          value={value.birthDate}
          onChange={(birthDate) => onChange({ birthDate })}
          error={at('birthDate')}
        />
        <CountrySelect
          label={t('citizenship')}
          disabled={locked}
          value={value.citizenship}
          onChange={(citizenship) => onChange({ citizenship })}
          error={at('citizenship')}
        />
      </SimpleGrid>
    </Section>
  );
}
