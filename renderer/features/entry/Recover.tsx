/** The way in with the recovery key: it opens the office and makes one of the heads choose a new password. */
import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { call } from '../../base/office.ts';
import { NewPassword, noPassword, passwordFaults } from '../operators/NewPassword.tsx';
import styles from './Entry.module.css';

type Heads = Output<'entry.recover'>['heads'];

export function Recover({ onBack }: { onBack: () => void }) {
  const [heads, setHeads] = useState<Heads | null>(null);
  return heads ? <ChooseHead heads={heads} onBack={onBack} /> : <EnterKey onFound={setHeads} onBack={onBack} />;
}

function EnterKey({ onFound, onBack }: { onFound: (heads: Heads) => void; onBack: () => void }) {
  const { t } = useTranslation(['operators', 'common']);
  const [recoveryKey, setRecoveryKey] = useState('');
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const at = useFaults(tried && recoveryKey.trim() === '' ? [{ path: 'key', code: 'field.required' }] : []);
  const enter = async (): Promise<void> => {
    setTried(true);
    if (recoveryKey.trim() === '') return;
    const outcome = await saving.run(() => call('entry.recover', { recoveryKey }));
    if (outcome?.ok) onFound(outcome.value.heads);
  };
  return (
    <Form label={t('recovery.enter')} dirty={false} onSave={() => void enter()}>
      <h1 className={styles.heading}>{t('recovery.enter')}</h1>
      <Stack gap="md">
        <TextInput
          label={t('recovery.field')}
          description={t('recovery.enterHint')}
          required
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          maw={520}
          value={recoveryKey}
          onChange={(event) => setRecoveryKey(event.currentTarget.value)}
          error={at('key')}
        />
        <RefusalMessage refusal={saving.refusal} />
        <Group>
          <Button variant="default" onClick={onBack}>
            {t('common:action.back')}
          </Button>
          <Button type="submit" loading={saving.state === 'saving'}>
            {t('recovery.next')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function ChooseHead({ heads, onBack }: { heads: Heads; onBack: () => void }) {
  const { t } = useTranslation(['operators', 'common']);
  const [id, setId] = useState(heads[0]?.id ?? '');
  const [typed, setTyped] = useState(noPassword);
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const faults = passwordFaults(typed, heads.find((head) => head.id === id)?.login ?? '');
  const at = useFaults(tried ? faults : []);
  const set = (): void => {
    setTried(true);
    if (faults.length === 0) void saving.run(() => call('entry.setNewPassword', { id, password: typed.password }));
  };
  return (
    <Form label={t('recovery.chooseHead')} dirty={false} onSave={set}>
      <h1 className={styles.heading}>{t('recovery.chooseHead')}</h1>
      <Stack gap="md">
        <Radio.Group value={id} onChange={setId} aria-label={t('recovery.chooseHead')}>
          <Stack gap="xs">
            {heads.map((head) => (
              <Radio key={head.id} value={head.id} label={`${head.name} (${head.login})`} />
            ))}
          </Stack>
        </Radio.Group>
        <NewPassword value={typed} onChange={setTyped} at={at} label={t('newPassword')} />
        <RefusalMessage refusal={saving.refusal} withFields />
        <Group>
          <Button variant="default" onClick={onBack}>
            {t('common:action.back')}
          </Button>
          <Button type="submit" loading={saving.state === 'saving'}>
            {t('recovery.setPassword')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
