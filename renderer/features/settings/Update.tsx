/** A new version from a stick: what it is, that a backup comes first, and the start of the installer. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdateOffer } from '#shared/contract/update.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatBytes } from '#shared/text/numbers.ts';
import { ProgressDialog } from '../../components/ProgressDialog.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { leaveThen } from '../../base/navigation.tsx';
import { call, newJob } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import styles from './SettingsScreen.module.css';

type Work = { job: string; kind: 'checking' | 'working' };

export function Update() {
  const { t } = useTranslation(['update', 'common']);
  const language = useLanguage();
  const [work, setWork] = useState<Work | null>(null);
  const [offer, setOffer] = useState<UpdateOffer | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [starts, setStarts] = useState(false);
  const doing = async (kind: Work['kind'], act: (job: string) => Promise<Refusal | null>): Promise<void> => {
    const job = newJob();
    setRefusal(null);
    setWork({ job, kind });
    try {
      setRefusal(await act(job));
    } finally {
      setWork(null);
    }
  };
  const choose = (): Promise<void> =>
    doing('checking', async (job) => {
      const reply = await call('update.choose', { language, job });
      if (!reply.ok) return reply.refusal;
      setOffer(reply.value.offer);
      return null;
    });
  const carryOut = ({ id }: UpdateOffer): Promise<void> =>
    doing('working', async (job) => {
      setOffer(null);
      const reply = await call('update.carryOut', { id, job });
      setStarts(reply.ok);
      return reply.ok ? null : reply.refusal;
    });
  return (
    <Section title={t('title')}>
      <Text size="xs" mb="sm">
        {t('hint')}
      </Text>
      <Stack gap="xs" align="flex-start">
        <Button variant="default" disabled={work !== null || starts} onClick={() => void choose()}>
          {t('open')}
        </Button>
        <div role="status">{starts && <Text>{t('starts')}</Text>}</div>
        <RefusalMessage refusal={refusal} />
      </Stack>
      <ProgressDialog job={work?.job ?? null} title={work?.kind === 'working' ? t('working') : t('checking')} />
      <Modal
        opened={offer !== null}
        onClose={() => setOffer(null)}
        title={offer && t('offer', { version: offer.version })}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        {offer && (
          <Offer
            offer={offer}
            onClose={() => setOffer(null)}
            onCarryOut={() => leaveThen(() => void carryOut(offer))}
          />
        )}
      </Modal>
    </Section>
  );
}

function Offer({
  offer: { version, current, kind, architecture, made, bytes, fingerprint, backupFirst },
  onClose,
  onCarryOut,
}: {
  offer: UpdateOffer;
  onClose: () => void;
  onCarryOut: () => void;
}) {
  const { t } = useTranslation(['update', 'common']);
  const language = useLanguage();
  return (
    <Stack gap="sm">
      <dl className={styles.facts}>
        <dt>{t('version')}</dt>
        <dd>
          {version} ({t('now', { current })})
        </dd>
        <dt>{t('made')}</dt>
        <dd>{formatDateTime(made, clockOffset(made))}</dd>
        <dt>{t('size')}</dt>
        <dd>{formatBytes(bytes, language)}</dd>
        <dt>{t('kind')}</dt>
        <dd>
          {t(`kinds.${kind}`)}, {architecture}
        </dd>
        <dt>{t('key')}</dt>
        <dd className={styles.folder}>{fingerprint}</dd>
      </dl>
      <Text>{t('whole')}</Text>
      <Text>
        {backupFirst ? t('backupFirst') : t('noOffice')} {t('then')}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button onClick={onCarryOut}>{backupFirst ? t('carryOut') : t('install')}</Button>
      </Group>
    </Stack>
  );
}
