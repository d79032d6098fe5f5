/** The inputs of the observer's fields that need no code of their own: drawn by the kind that the table gives them. */
import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import { observerFields } from '#shared/domain/records/observer-fields.ts';
import {
  formFieldsOf,
  isOfKind,
  observerField,
  type FieldOfKind,
  type FormFieldName,
} from '#shared/domain/records/observer-lists.ts';
import type { FieldForm } from '#shared/domain/records/observer-field.ts';
import { CountrySelect } from '../../components/CountrySelect.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { WordsField } from '../../components/WordsField.tsx';
import type { FaultsAt } from '../../components/faults.tsx';
import { today } from '../../base/today.ts';

export type FieldsProps = {
  value: ApplicationFields;
  onChange: (change: Partial<ApplicationFields>) => void;
  at: FaultsAt;
  locked: boolean;
};

type InputProps<K extends FormFieldName> = FieldsProps & { name: K };

const isWide = (name: FormFieldName): boolean => isOfKind(name, 'paragraph') || isOfKind(name, 'trilingual');

/** The fields of a section: short ones beside one another, in the form's own grid if it has one, long ones below. */
export function SectionInputs({
  section,
  gridClass,
  ...props
}: FieldsProps & { section: FieldForm['section']; gridClass?: string | undefined }) {
  const names = formFieldsOf(section);
  const short = names.filter((name) => !isWide(name)).map((name) => <FieldInput key={name} name={name} {...props} />);
  const grid = gridClass ? (
    <div className={gridClass}>{short}</div>
  ) : (
    <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
      {short}
    </SimpleGrid>
  );
  return (
    <Stack gap="sm">
      {short.length > 0 && grid}
      {names.filter(isWide).map((name) => (
        <FieldInput key={name} name={name} {...props} />
      ))}
    </Stack>
  );
}

function FieldInput({ name, ...props }: InputProps<FormFieldName>) {
  const { t } = useTranslation('applications');
  const { value, onChange, at, locked } = props;
  const label = t(name);
  if (isOfKind(name, 'choice')) return <ChoiceInput name={name} {...props} />;
  if (isOfKind(name, 'date')) {
    const { past = false, suggested } = observerField(name).form ?? {};
    return (
      <DateInput
        label={label}
        disabled={locked}
        {...(past ? { maxDate: today() } : {})}
        {...(suggested ? { suggested } : {})}
        value={value[name]}
        onChange={(day) => onChange({ [name]: day })}
        error={at(name)}
      />
    );
  }
  if (isOfKind(name, 'country')) {
    return (
      <CountrySelect
        label={label}
        disabled={locked}
        value={value[name]}
        onChange={(country) => onChange({ [name]: country })}
        error={at(name)}
      />
    );
  }
  if (isOfKind(name, 'trilingual')) {
    return (
      <TrilingualInput
        label={label}
        value={value[name]}
        onChange={(text) => onChange({ [name]: text })}
        error={at(name)}
      />
    );
  }
  return <TextField name={name} {...props} />;
}

function TextField({ name, value, onChange, at }: InputProps<FieldOfKind<'text' | 'paragraph'>>) {
  const { t } = useTranslation('applications');
  const maxLength = observerField(name).form?.longest ?? 500;
  const set = (text: string): void => onChange({ [name]: text });
  return isOfKind(name, 'paragraph') ? (
    <WordsField label={t(name)} lines={[2, 6]} maxLength={maxLength} value={value[name]} onChange={set} />
  ) : (
    <TextInput
      label={t(name)}
      maxLength={maxLength}
      value={value[name]}
      onChange={(event) => set(event.currentTarget.value)}
      error={at(name)}
    />
  );
}

function ChoiceInput({ name, value, onChange, locked }: InputProps<FieldOfKind<'choice'>>) {
  const { t } = useTranslation(['applications', 'domain']);
  const { values, required } = observerFields[name].choice;
  const label = (one: string): string => t(`domain:${observerFields[name].choice.list}.${one}` as 'domain:sex.female');
  return (
    <Select
      label={t(name)}
      disabled={locked}
      data={values.map((one) => ({ value: one, label: label(one) }))}
      value={value[name]}
      onChange={(chosen) => {
        if (chosen !== null || !required) onChange({ [name]: chosen });
      }}
    />
  );
}
