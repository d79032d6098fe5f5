/** What a head does with operators: takes in, changes, gives a new password, ends. */
import { Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '#shared/domain/base/refusals.ts';
import { checkOperator, roles, type Operator, type Role } from '#shared/domain/records/operator.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useFaults } from '../../components/faults.tsx';
import { call } from '../../base/office.ts';
import { showToast } from '../../base/toast.ts';
import { NewPassword, noPassword, passwordFaults } from './NewPassword.tsx';

export function AddOperator({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('operators');
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<Role>('clerk');
  const [typed, setTyped] = useState(noPassword);
  const [refused, setRefused] = useState<readonly FieldFault[]>([]);
  const faults = [...checkOperator({ name, login }), ...passwordFaults(typed, login)];
  const touched = faults.filter(({ path }) =>
    path === 'login' ? login !== '' : path === 'password' || path === 'again' ? typed.password !== '' : name !== '',
  );
  const at = useFaults([...refused, ...touched]);
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('add')}
      confirmLabel={t('add')}
      disabled={faults.length > 0}
      onConfirm={async () => {
        const reply = await call('operator.add', { fields: { name, login, role }, password: typed.password });
        if (reply.ok) showToast(t('added'));
        else setRefused(reply.refusal.fields ?? []);
        return reply;
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput
            label={t('name')}
            required
            data-autofocus
            maxLength={500}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={at('name')}
          />
          <TextInput
            label={t('login')}
            description={t('loginHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            spellCheck={false}
            maxLength={40}
            value={login}
            onChange={(event) => {
              setLogin(event.currentTarget.value);
              setRefused([]);
            }}
            error={at('login')}
          />
        </SimpleGrid>
        <RoleChoice value={role} onChange={setRole} />
        <NewPassword value={typed} onChange={setTyped} at={at} />
      </Stack>
    </ConfirmDialog>
  );
}

export function ChangeOperator({ operator, onClose }: { operator: Operator; onClose: () => void }) {
  const { t } = useTranslation('operators');
  const [name, setName] = useState(operator.name);
  const [role, setRole] = useState<Role>(operator.role);
  const faults = checkOperator({ name, login: operator.login });
  const at = useFaults(faults);
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('changeTitle')}
      confirmLabel={t('change')}
      disabled={faults.length > 0 || (name === operator.name && role === operator.role)}
      onConfirm={async () => {
        const reply = await call('operator.change', { id: operator.id, name, role });
        if (reply.ok) showToast(t('changed'));
        return reply;
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          required
          data-autofocus
          maxLength={500}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={at('name')}
        />
        <RoleChoice value={role} onChange={setRole} />
      </Stack>
    </ConfirmDialog>
  );
}

function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation(['operators', 'domain']);
  return (
    <Radio.Group label={t('role')} value={value} onChange={(next) => onChange(next)}>
      <Stack gap={6} mt={4}>
        {roles.map((role) => (
          <Radio key={role} value={role} label={t(`domain:role.${role}`)} description={t(`roleHint.${role}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function ResetPassword({ operator, onClose }: { operator: Operator; onClose: () => void }) {
  const { t } = useTranslation('operators');
  const [typed, setTyped] = useState(noPassword);
  const faults = passwordFaults(typed, operator.login);
  const at = useFaults(typed.password === '' ? [] : faults);
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('resetTitle', { name: operator.name })}
      confirmLabel={t('reset')}
      disabled={faults.length > 0}
      onConfirm={async () => {
        const reply = await call('operator.resetPassword', { id: operator.id, password: typed.password });
        if (reply.ok) showToast(t('passwordSet'));
        return reply;
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t('resetDetail')}</Text>
        <NewPassword value={typed} onChange={setTyped} at={at} label={t('newPassword')} />
      </Stack>
    </ConfirmDialog>
  );
}

export function Deactivate({ operator, onClose }: { operator: Operator; onClose: () => void }) {
  const { t } = useTranslation('operators');
  return (
    <ConfirmDialog
      opened
      danger
      title={t('deactivateTitle')}
      confirmLabel={t('deactivate')}
      onConfirm={() => call('operator.deactivate', { id: operator.id })}
      onClose={onClose}
    >
      <Text>{t('deactivateDetail', { name: operator.name })}</Text>
    </ConfirmDialog>
  );
}
