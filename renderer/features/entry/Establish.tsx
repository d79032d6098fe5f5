/** Setting up an empty office: whose papers these are, who signs, how certificates are numbered. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultChecklist } from '#shared/domain/records/checklist.ts';
import { checkOfficeSettings, usualLockAfter, type OfficeSettings } from '#shared/domain/records/office.ts';
import { emptyTrilingual, type Trilingual } from '#shared/domain/base/primitives.ts';
import { usualSession } from '#shared/domain/records/voting-rules.ts';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { OfficeSettingsFields } from '../../components/OfficeSettingsFields.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { i18n, useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';
import { FirstHead, headFaults, nobodyYet } from '../operators/FirstHead.tsx';
import { RecoveryKey } from '../operators/RecoveryKey.tsx';
import styles from './Entry.module.css';

const suggested = (what: 'commission' | 'city'): Trilingual => ({
  ky: i18n.getFixedT('ky', 'entry')(`suggested.${what}`),
  ru: i18n.getFixedT('ru', 'entry')(`suggested.${what}`),
  en: i18n.getFixedT('en', 'entry')(`suggested.${what}`),
});

export function Establish({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['entry', 'common', 'operators']);
  const [settings, setSettings] = useState<OfficeSettings>(() => ({
    commission: suggested('commission'),
    city: suggested('city'),
    chair: emptyTrilingual,
    secretary: emptyTrilingual,
    certificates: { series: 'A', format: '{series}-{number}', digits: 4, blocks: [] },
    session: usualSession,
    legalBases: [],
    clerk: '',
    lockAfter: usualLockAfter,
    checklist: defaultChecklist,
  }));
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const [head, setHead] = useState(nobodyYet);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const language = useLanguage();
  const faults = [...checkOfficeSettings(settings), ...headFaults(head)];
  const at = useFaults(tried ? faults : []);
  const establish = async (): Promise<void> => {
    setTried(true);
    if (faults.length > 0) return;
    const { name, login, typed } = head;
    const outcome = await saving.run(() =>
      call('entry.establish', { settings, head: { name, login }, password: typed.password }),
    );
    if (outcome?.ok) setRecoveryKey(outcome.value.recoveryKey);
  };
  if (recoveryKey !== null) {
    return (
      <>
        <h1 className={styles.heading}>{t('operators:recovery.title')}</h1>
        <RecoveryKey
          recoveryKey={recoveryKey}
          office={settings.commission[language]}
          onConfirm={(lastGroup) => call('entry.confirmRecoveryKey', { lastGroup })}
          onBack={() => setRecoveryKey(null)}
        />
      </>
    );
  }
  return (
    <Form label={t('establish.title')} dirty={false} onSave={() => void establish()}>
      <h1 className={styles.heading}>{t('establish.title')}</h1>
      <Text c="dimmed" mb="md">
        {t('establish.detail')}
      </Text>
      <OfficeSettingsFields value={settings} onChange={setSettings} at={at} />
      <FirstHead value={head} onChange={setHead} at={at} />
      <RefusalMessage refusal={saving.refusal} withFields />
      <div className={styles.actions}>
        <Button variant="default" onClick={onBack}>
          {t('common:action.back')}
        </Button>
        <Button type="submit" loading={saving.state === 'saving'}>
          {t('establish.submit')}
        </Button>
      </div>
    </Form>
  );
}
