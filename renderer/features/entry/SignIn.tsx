/** Signing in, to a shut office or out of a lock; in the sample it tells how to try each role. */
import { Alert, Button, Group, PasswordInput, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryStatus } from '#shared/contract/entry.ts';
import { mostPassword } from '#shared/domain/records/operator.ts';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { call } from '../../base/office.ts';
import styles from './Entry.module.css';
import { Recover } from './Recover.tsx';

/** Who signed in last on this screen: they, most likely, come back. */
let lastLogin = '';

export function SignIn({ status }: { status: EntryStatus }) {
  const { t } = useTranslation(['operators', 'domain']);
  const [login, setLogin] = useState(lastLogin);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [recovering, setRecovering] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const saving = useSaving();
  const empty = [
    ...(login.trim() === '' ? [{ path: 'login', code: 'field.required' as const }] : []),
    ...(password === '' ? [{ path: 'password', code: 'field.required' as const }] : []),
  ];
  const at = useFaults(tried ? empty : []);
  useEffect(() => {
    if (lastLogin !== '') passwordField.current?.focus();
  }, []);
  if (recovering) return <Recover onBack={() => setRecovering(false)} />;
  const enter = async (): Promise<void> => {
    setTried(true);
    if (empty.length > 0) return;
    const outcome = await saving.run(() => call('entry.signIn', { login, password }));
    if (outcome?.ok) {
      lastLogin = login;
      return;
    }
    setTried(false);
    setPassword('');
    passwordField.current?.focus();
  };
  return (
    <Form label={t('signIn.title')} dirty={false} onSave={() => void enter()}>
      <h1 className={styles.heading}>{t('signIn.title')}</h1>
      {lastLogin !== '' && <Text mb="md">{t('signIn.locked')}</Text>}
      {status.trial && (
        <Alert mb="md" title={t('trial.title')}>
          <Text mb="xs">{t('trial.detail', { password: status.trial.password })}</Text>
          <Group gap="xs">
            {status.trial.logins.map((one) => (
              <Button
                key={one.login}
                variant="default"
                size="xs"
                onClick={() => {
                  setLogin(one.login);
                  setPassword(status.trial?.password ?? '');
                }}
              >
                {t(`domain:role.${one.role}`)}
              </Button>
            ))}
          </Group>
        </Alert>
      )}
      <div className={styles.languages}>
        <TextInput
          label={t('login')}
          required
          autoFocus
          autoComplete="username"
          spellCheck={false}
          maxLength={40}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          error={at('login')}
        />
        <PasswordInput
          ref={passwordField}
          label={t('password')}
          required
          autoComplete="current-password"
          maxLength={mostPassword}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={at('password')}
        />
        <RefusalMessage refusal={saving.refusal} />
        <Group justify="space-between">
          <Group gap="xs">
            <Button variant="subtle" onClick={() => void call('entry.leave', {})}>
              {t('signIn.leave')}
            </Button>
            {!status.trial && (
              <Button variant="subtle" onClick={() => setRecovering(true)}>
                {t('signIn.forgot')}
              </Button>
            )}
          </Group>
          <Button type="submit" loading={saving.state === 'saving'}>
            {t('signIn.enter')}
          </Button>
        </Group>
      </div>
    </Form>
  );
}
