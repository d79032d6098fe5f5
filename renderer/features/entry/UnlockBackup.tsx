/** Opens an encrypted backup: by the name and password of somebody who could open the office then, or by the recovery key. */
import { Button, Group, NativeSelect, PasswordInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundBackup } from '#shared/contract/backups.ts';
import { mostPassword } from '#shared/domain/records/operator.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { Form } from '../../components/Form.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { call } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import styles from './Entry.module.css';

export function UnlockBackup({
  backup: { id, at, logins },
  onUnlocked,
  onBack,
}: {
  backup: FoundBackup;
  onUnlocked: () => void;
  onBack: () => void;
}) {
  const { t } = useTranslation(['backups', 'operators', 'common']);
  const [login, setLogin] = useState(logins[0] ?? '');
  const [password, setPassword] = useState('');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [byKey, setByKey] = useState(logins.length === 0);
  const saving = useSaving();
  const given = byKey ? recoveryKey.trim() !== '' : password !== '';
  const unlock = async (): Promise<void> => {
    if (!given) return;
    const outcome = await saving.run(() =>
      call('restore.unlock', byKey ? { id, recoveryKey } : { id, login, password }),
    );
    if (outcome?.ok) onUnlocked();
    else setPassword('');
  };
  return (
    <Form label={t('restore.unlock.title')} dirty={false} onSave={() => void unlock()}>
      <h1 className={styles.heading}>{t('restore.unlock.title')}</h1>
      <Text mb="md">{t('restore.unlock.detail', { date: formatDateTime(at, clockOffset(at)) })}</Text>
      <div className={styles.languages}>
        {byKey ? (
          <TextInput
            label={t('restore.unlock.recoveryKey')}
            required
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={recoveryKey}
            onChange={(event) => setRecoveryKey(event.currentTarget.value)}
          />
        ) : (
          <>
            <NativeSelect
              label={t('operators:login')}
              data={[...logins]}
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('operators:password')}
              required
              autoFocus
              autoComplete="off"
              maxLength={mostPassword}
              visibilityToggleButtonProps={{ 'aria-label': t('operators:showPassword') }}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </>
        )}
        <RefusalMessage refusal={saving.refusal} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('common:action.back')}
          </Button>
          <Button type="submit" disabled={!given} loading={saving.state === 'saving'}>
            {t('restore.unlock.submit')}
          </Button>
        </Group>
        <Button variant="subtle" className={styles.otherWay} onClick={() => setByKey(!byKey)}>
          {t(byKey ? 'restore.unlock.byPassword' : 'restore.unlock.byKey')}
        </Button>
      </div>
    </Form>
  );
}
