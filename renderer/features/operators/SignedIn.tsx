/** Who is signed in, in the foot of every screen: lock, another operator, one's own password. */
import { Menu, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operator } from '#shared/domain/records/operator.ts';
import { mostPassword } from '#shared/domain/records/operator.ts';
import type { FieldFault } from '#shared/domain/base/refusals.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useFaults } from '../../components/faults.tsx';
import { call } from '../../base/office.ts';
import { showToast } from '../../base/toast.ts';
import { NewPassword, noPassword, passwordFaults } from './NewPassword.tsx';

export function SignedIn({ operator, className }: { operator: Operator; className: string | undefined }) {
  const { t } = useTranslation(['operators', 'domain', 'common']);
  const [changing, setChanging] = useState(false);
  const lock = () => void call('entry.lock', {});
  return (
    <>
      {t('common:frame.clerk')}:{' '}
      <Menu position="top-end">
        <Menu.Target>
          <button type="button" className={className}>
            {t('me.menu', { name: operator.name, role: t(`domain:role.${operator.role}`) })}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item rightSection={t('me.lockKeys')} onClick={lock}>
            {t('me.lock')}
          </Menu.Item>
          <Menu.Item onClick={lock}>{t('me.another')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setChanging(true)}>{t('me.password')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <ChangePassword login={operator.login} onClose={() => setChanging(false)} />}
    </>
  );
}

function ChangePassword({ login, onClose }: { login: string; onClose: () => void }) {
  const { t } = useTranslation('operators');
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(noPassword);
  const [refused, setRefused] = useState<readonly FieldFault[]>([]);
  const own = passwordFaults(typed, login);
  const at = useFaults(typed.password === '' ? refused : [...refused, ...own]);
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('me.password')}
      confirmLabel={t('me.password')}
      disabled={current === '' || own.length > 0}
      onConfirm={async () => {
        const reply = await call('operator.changePassword', { current, password: typed.password });
        if (reply.ok) showToast(t('passwordSet'));
        else setRefused(reply.refusal.fields ?? []);
        return reply;
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <PasswordInput
          label={t('current')}
          required
          data-autofocus
          autoComplete="current-password"
          maxLength={mostPassword}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          value={current}
          onChange={(event) => {
            setCurrent(event.currentTarget.value);
            setRefused([]);
          }}
          error={at('current')}
        />
        <NewPassword value={typed} onChange={setTyped} at={at} label={t('newPassword')} />
      </Stack>
    </ConfirmDialog>
  );
}
