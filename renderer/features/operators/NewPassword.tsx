/** A new password, typed twice, with the rule it has to keep. */
import { PasswordInput, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '#shared/domain/base/refusals.ts';
import { checkPassword, leastDifferent, leastPassword, mostPassword } from '#shared/domain/records/operator.ts';
import type { FaultsAt } from '../../components/faults.tsx';

export type TypedPassword = { password: string; again: string };
export const noPassword: TypedPassword = { password: '', again: '' };

/** What is wrong with what was typed; `login` is whose password it will be. */
export function passwordFaults({ password, again }: TypedPassword, login: string): FieldFault[] {
  const faults = checkPassword(password, login);
  if (faults.length === 0 && password !== again) faults.push({ path: 'again', code: 'field.passwordsDiffer' });
  return faults;
}

export function NewPassword({
  value,
  onChange,
  at,
  label,
}: {
  value: TypedPassword;
  onChange: (value: TypedPassword) => void;
  at: FaultsAt;
  label?: string;
}) {
  const { t } = useTranslation('operators');
  return (
    <div>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <PasswordInput
          label={label ?? t('password')}
          required
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          maxLength={mostPassword}
          value={value.password}
          onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
          error={at('password')}
        />
        <PasswordInput
          label={t('again')}
          required
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          maxLength={mostPassword}
          value={value.again}
          onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
          error={at('again')}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={4}>
        {t('rule', { least: leastPassword, different: leastDifferent })}
      </Text>
    </div>
  );
}
