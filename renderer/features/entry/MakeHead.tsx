/** An office of before there were operators: its first head, then the recovery key, and it opens. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { call } from '../../base/office.ts';
import { FirstHead, headFaults, nobodyYet } from '../operators/FirstHead.tsx';
import { RecoveryKey } from '../operators/RecoveryKey.tsx';
import styles from './Entry.module.css';

export function MakeHead() {
  const { t } = useTranslation('operators');
  const [head, setHead] = useState(nobodyYet);
  const [tried, setTried] = useState(false);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const saving = useSaving();
  const faults = headFaults(head);
  const at = useFaults(tried ? faults : []);
  const make = async (): Promise<void> => {
    setTried(true);
    if (faults.length > 0) return;
    const { name, login, typed } = head;
    const outcome = await saving.run(() => call('entry.makeHead', { head: { name, login }, password: typed.password }));
    if (outcome?.ok) setRecoveryKey(outcome.value.recoveryKey);
  };
  if (recoveryKey !== null) {
    return (
      <>
        <h1 className={styles.heading}>{t('recovery.title')}</h1>
        <RecoveryKey
          recoveryKey={recoveryKey}
          office={head.name}
          onConfirm={(lastGroup) => call('entry.confirmRecoveryKey', { lastGroup })}
          onBack={() => setRecoveryKey(null)}
        />
      </>
    );
  }
  return (
    <Form label={t('first.makeTitle')} dirty={false} onSave={() => void make()}>
      <h1 className={styles.heading}>{t('first.makeTitle')}</h1>
      <Text mb="md">{t('first.makeDetail')}</Text>
      <FirstHead value={head} onChange={setHead} at={at} />
      <RefusalMessage refusal={saving.refusal} withFields />
      <div className={styles.actions}>
        <Button variant="default" onClick={() => void call('entry.leave', {})}>
          {t('signIn.leave')}
        </Button>
        <Button type="submit" loading={saving.state === 'saving'}>
          {t('first.submit')}
        </Button>
      </div>
    </Form>
  );
}
