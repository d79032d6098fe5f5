/** The office's settings, this computer's look, and what this program is. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryStatus } from '#shared/contract/entry.ts';
import { checkOfficeSettings, type OfficeSettings } from '#shared/domain/records/office.ts';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { OfficeSettingsFields } from '../../components/OfficeSettingsFields.tsx';
import { Page } from '../../components/Page.tsx';
import { SaveBar } from '../../components/SaveBar.tsx';
import { useSaving } from '../../components/saving.tsx';
import { Section } from '../../components/Section.tsx';
import { leaveThen, navigate } from '../../base/navigation.tsx';
import { call, useReading } from '../../base/office.ts';
import { Backups } from './Backups.tsx';
import { ChecklistFields } from './ChecklistFields.tsx';
import { OnThisComputer } from './OnThisComputer.tsx';
import { SigningKeys } from './SigningKeys.tsx';
import { SessionSettings } from './SessionSettings.tsx';
import { Support } from './Support.tsx';
import { Update } from './Update.tsx';
import styles from './SettingsScreen.module.css';

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const settings = useReading('office.settings', {});
  const status = useReading('entry.status', {});
  return (
    <Page title={t('title')}>
      <div className={styles.columns}>
        <Loaded reading={settings}>{(kept) => <SettingsForm kept={kept} />}</Loaded>
        <div className={styles.aside}>
          <OnThisComputer />
          <Backups />
          <Designs />
          <Words />
          <Operators />
          <Records />
          <SigningKeys />
          <Update />
          <Support />
          <Loaded reading={status}>{(known) => <About status={known} />}</Loaded>
        </div>
      </div>
    </Page>
  );
}

function SettingsForm({ kept }: { kept: OfficeSettings }) {
  const { t } = useTranslation('settings');
  const [draft, setDraft] = useState<OfficeSettings | null>(null);
  const saving = useSaving();
  const shown = draft ?? kept;
  const at = useFaults(draft ? checkOfficeSettings(draft) : []);
  const save = async (): Promise<void> => {
    if (!draft || checkOfficeSettings(draft).length > 0) return;
    const outcome = await saving.run(() => call('office.changeSettings', { settings: draft }));
    if (outcome?.ok) setDraft((now) => (now === draft ? null : now));
  };
  return (
    <Form operation="office.changeSettings" label={t('title')} dirty={draft !== null} onSave={() => void save()}>
      <OfficeSettingsFields value={shown} onChange={setDraft} at={at} />
      <SessionSettings value={shown} onChange={setDraft} at={at} />
      <ChecklistFields
        value={shown.checklist}
        saved={kept.checklist}
        onChange={(checklist) => setDraft({ ...shown, checklist })}
        at={at}
      />
      <SaveBar saving={saving} dirty={draft !== null} />
    </Form>
  );
}

function Designs() {
  const { t } = useTranslation('designs');
  return (
    <Section title={t('title')}>
      <Text size="xs" mb="sm">
        {t('openHint')}
      </Text>
      <Button variant="default" onClick={() => navigate({ screen: 'designs' })}>
        {t('open')}
      </Button>
    </Section>
  );
}

function Words() {
  const { t } = useTranslation('wordings');
  return (
    <Section title={t('title')}>
      <Text size="xs" mb="sm">
        {t('openHint')}
      </Text>
      <Button variant="default" onClick={() => navigate({ screen: 'wordings' })}>
        {t('open')}
      </Button>
    </Section>
  );
}

function Operators() {
  const { t } = useTranslation('operators');
  return (
    <Section title={t('title')}>
      <Text size="xs" mb="sm">
        {t('openHint')}
      </Text>
      <Button variant="default" onClick={() => navigate({ screen: 'operators' })}>
        {t('open')}
      </Button>
    </Section>
  );
}

function Records() {
  const { t } = useTranslation('records');
  return (
    <Section title={t('title')}>
      <Text size="xs" mb="sm">
        {t('openHint')}
      </Text>
      <Button variant="default" onClick={() => navigate({ screen: 'records' })}>
        {t('open')}
      </Button>
    </Section>
  );
}

function About({ status }: { status: EntryStatus }) {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('about.title')}>
      <dl className={styles.facts}>
        <dt>{t('about.version')}</dt>
        <dd>{status.version}</dd>
        <dt>{t('about.runtime')}</dt>
        <dd>{t(`about.${status.runtime}`)}</dd>
        <dt>{t('about.folder')}</dt>
        <dd className={styles.folder}>{status.folder}</dd>
      </dl>
      <Button variant="default" mt="sm" onClick={() => leaveThen(() => void call('entry.leave', {}))}>
        {t('about.leave')}
      </Button>
      <Text size="xs" c="dimmed" mt={4}>
        {t('about.leaveHint')}
      </Text>
    </Section>
  );
}
