/** The first head of an office: who it is, and their password. */
import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '#shared/domain/base/refusals.ts';
import { checkOperator } from '#shared/domain/records/operator.ts';
import type { FaultsAt } from '../../components/faults.tsx';
import { Section } from '../../components/Section.tsx';
import { NewPassword, noPassword, passwordFaults, type TypedPassword } from './NewPassword.tsx';

export type TypedHead = { name: string; login: string; typed: TypedPassword };
export const nobodyYet: TypedHead = { name: '', login: '', typed: noPassword };

export const headFaults = (head: TypedHead): FieldFault[] => [
  ...checkOperator(head).map((fault) => ({ ...fault, path: `head.${fault.path}` })),
  ...passwordFaults(head.typed, head.login),
];

export function FirstHead({
  value,
  onChange,
  at,
}: {
  value: TypedHead;
  onChange: (value: TypedHead) => void;
  at: FaultsAt;
}) {
  const { t } = useTranslation('operators');
  return (
    <Section title={t('first.title')} hint={t('first.hint')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mb="sm">
        <TextInput
          label={t('name')}
          required
          maxLength={500}
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
          error={at('head.name')}
        />
        <TextInput
          label={t('login')}
          description={t('loginHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          autoComplete="username"
          spellCheck={false}
          maxLength={40}
          value={value.login}
          onChange={(event) => onChange({ ...value, login: event.currentTarget.value })}
          error={at('head.login')}
        />
      </SimpleGrid>
      <NewPassword value={value.typed} onChange={(typed) => onChange({ ...value, typed })} at={at} />
    </Section>
  );
}
