/** Giving this office's public key away, and making another office's known here once its fingerprint was compared. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyCardSeen } from '#shared/contract/key-card.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { readableFingerprint } from '#shared/domain/records/signing-key.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';
import styles from './SettingsScreen.module.css';

export function KeyCards({ usable }: { usable: boolean }) {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const [seen, setSeen] = useState<KeyCardSeen | null>(null);
  const [compared, setCompared] = useState(false);
  const [said, setSaid] = useState<'saved' | 'broughtIn' | 'alreadyKnown' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const save = async (): Promise<void> => {
    const reply = await call('keyCard.save', { language });
    setRefusal(reply.ok ? null : reply.refusal);
    setSaid(reply.ok && reply.value.saved ? 'saved' : null);
  };
  const read = async (): Promise<void> => {
    const reply = await call('keyCard.read', { language });
    setRefusal(reply.ok ? null : reply.refusal);
    setSaid(reply.ok && reply.value?.known ? 'alreadyKnown' : null);
    setCompared(false);
    if (reply.ok && reply.value && !reply.value.known) setSeen(reply.value);
  };
  const bringIn = async (comparedFingerprint: string) => {
    const reply = await call('keyCard.bringIn', { comparedFingerprint });
    if (reply.ok) setSaid('broughtIn');
    return reply;
  };
  return (
    <Stack gap="xs" mt="md">
      <Text size="xs">{t('signing.shareHint')}</Text>
      <Group gap="sm">
        <Button
          variant="default"
          disabled={!usable}
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => void save()}
        >
          {t('signing.save')}
        </Button>
        <Button
          variant="default"
          title={t('signing.bring')}
          leftSection={<IconFileImport size={16} aria-hidden />}
          onClick={() => void read()}
        >
          {t('signing.bring')}
        </Button>
      </Group>
      <RefusalMessage refusal={refusal} onClose={() => setRefusal(null)} />
      {said && (
        <Text size="sm" role="status">
          {t(`signing.${said}`)}
        </Text>
      )}
      <ConfirmDialog
        opened={seen !== null}
        title={t('signing.cardOf', { giver: seen?.giver ?? '' })}
        confirmLabel={t('signing.bringIn')}
        disabled={!compared}
        onConfirm={() => (seen ? bringIn(seen.fingerprint) : undefined)}
        onClose={() => setSeen(null)}
      >
        <Stack gap="sm">
          <Text size="sm">{t('signing.compare')}</Text>
          <Text className={styles.fingerprint}>{readableFingerprint(seen?.fingerprint ?? '')}</Text>
          <Checkbox
            label={t('signing.compared')}
            checked={compared}
            onChange={(ticked) => setCompared(ticked.currentTarget.checked)}
          />
        </Stack>
      </ConfirmDialog>
    </Stack>
  );
}
