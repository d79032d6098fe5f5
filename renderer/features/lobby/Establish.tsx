/** Setting up an empty office: whose papers these are, who signs, how certificates are numbered. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultChecklist } from '../../../shared/domain/checklist.ts';
import { checkOfficeSettings, type OfficeSettings } from '../../../shared/domain/office.ts';
import { emptyTrilingual, type Trilingual } from '../../../shared/domain/primitives.ts';
import { usualSession } from '../../../shared/domain/session.ts';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { OfficeSettingsFields } from '../../components/OfficeSettingsFields.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { i18n } from '../../app/i18n.ts';
import { call } from '../../app/office.ts';
import styles from './Lobby.module.css';

const suggested = (what: 'commission' | 'city'): Trilingual => ({
  ky: i18n.getFixedT('ky', 'lobby')(`suggested.${what}`),
  ru: i18n.getFixedT('ru', 'lobby')(`suggested.${what}`),
  en: i18n.getFixedT('en', 'lobby')(`suggested.${what}`),
});

export function Establish({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['lobby', 'common']);
  const [settings, setSettings] = useState<OfficeSettings>(() => ({
    commission: suggested('commission'),
    city: suggested('city'),
    chair: emptyTrilingual,
    secretary: emptyTrilingual,
    certificates: { series: 'A', format: '{series}-{number}', digits: 4, blocks: [] },
    session: usualSession,
    legalBases: [],
    clerk: '',
    checklist: defaultChecklist,
  }));
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const at = useFaults(tried ? checkOfficeSettings(settings) : []);
  const establish = (): void => {
    setTried(true);
    if (checkOfficeSettings(settings).length > 0) return;
    void saving.run(() => call('lobby.establish', { settings }));
  };
  return (
    <Form label={t('establish.title')} dirty={false} onSave={establish}>
      <h1 className={styles.heading}>{t('establish.title')}</h1>
      <Text c="dimmed" mb="md">
        {t('establish.detail')}
      </Text>
      <OfficeSettingsFields value={settings} onChange={setSettings} at={at} />
      <RefusalMessage refusal={saving.refusal} />
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
