/** Taking in another office's handover: choose, compare the key, open, look, settle, take in. */
import { Alert, Button, Checkbox, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconFolder, IconPrinter, IconUsb } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BagSeen, ReceivePreview } from '#shared/contract/receiving.ts';
import type { ReceivedHandover } from '#shared/domain/records/received-handover.ts';
import type { Outcome, Refusal } from '#shared/domain/base/refusals.ts';
import { readableFingerprint } from '#shared/domain/records/signing-key.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatBytes, formatNumber } from '#shared/text/numbers.ts';
import { ProgressDialog } from '../../components/ProgressDialog.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, newJob, useReading } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import { ReceiveQuestions } from './ReceiveQuestions.tsx';
import { ReceiveRows } from './ReceiveRows.tsx';
import styles from './Receive.module.css';

type Working = { job: string; title: 'checking' | 'opening' | 'taking' };

export function ReceivePanel({ onPrintAct }: { onPrintAct: (receiptId: string) => void }) {
  const { t } = useTranslation('receiving');
  const language = useLanguage();
  const [seen, setSeen] = useState<BagSeen | null>(null);
  const [preview, setPreview] = useState<ReceivePreview | null>(null);
  const [taken, setTaken] = useState<ReceivedHandover | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [working, setWorking] = useState<Working | null>(null);

  async function run<T>(title: Working['title'], work: (job: string) => Promise<Outcome<T>>): Promise<T | null> {
    const job = newJob();
    setWorking({ job, title });
    setRefusal(null);
    try {
      const reply = await work(job);
      if (reply.ok) return reply.value;
      setRefusal(reply.refusal);
      return null;
    } finally {
      setWorking(null);
    }
  }
  const look = async (found: (job: string) => Promise<Outcome<BagSeen | null>>): Promise<void> => {
    setTaken(null);
    const bag = await run('checking', found);
    if (!bag) return;
    setSeen(bag);
    setPreview(null);
  };
  const choose = (): Promise<void> => look((job) => call('receive.choose', { language, job }));
  const lookAtOffered = (): Promise<void> => look((job) => call('receive.lookAtOffered', { job }));
  const archiveOffice = (): void => {
    if (seen) void call('receive.discard', { receiveId: seen.receiveId });
    setSeen(null);
    setPreview(null);
    setRefusal(null);
  };
  const take = async (): Promise<void> => {
    if (!seen) return;
    const receipt = await run('taking', (job) => call('receive.commit', { receiveId: seen.receiveId, job }));
    if (!receipt) return;
    setTaken(receipt);
    setSeen(null);
    setPreview(null);
  };
  return (
    <Section title={t('title')}>
      <Stack gap="sm">
        <Text size="xs">{t('hint')}</Text>
        <OfferedPackage onLook={() => void lookAtOffered()} />
        <Group>
          <Button variant="default" leftSection={<IconFolder size={16} aria-hidden />} onClick={() => void choose()}>
            {t('choose')}
          </Button>
        </Group>
        <RefusalMessage refusal={refusal} onClose={() => setRefusal(null)} />
        {taken && <Taken receipt={taken} onPrintAct={() => onPrintAct(taken.id)} />}
        {seen && !preview && (
          <OpenForm
            key={seen.receiveId}
            seen={seen}
            onPutAside={archiveOffice}
            onOpen={(passphrase, comparedFingerprint) =>
              void run('opening', (job) =>
                call('receive.open', { receiveId: seen.receiveId, passphrase, comparedFingerprint, job }),
              ).then((opened) => opened && setPreview(opened))
            }
          />
        )}
        {seen && preview && (
          <Stack gap="md">
            <Summary preview={preview} />
            {preview.questions > 0 && (
              <ReceiveQuestions
                receiveId={seen.receiveId}
                preview={preview}
                onPreview={(reply) => (reply.ok ? setPreview(reply.value) : setRefusal(reply.refusal))}
              />
            )}
            <ReceiveRows receiveId={seen.receiveId} preview={preview} />
            <Group justify="flex-end">
              <Button variant="default" onClick={archiveOffice}>
                {t('discard')}
              </Button>
              <Button disabled={preview.open > 0 || preview.nothingNew} onClick={() => void take()}>
                {t('take')}
              </Button>
            </Group>
          </Stack>
        )}
      </Stack>
      <ProgressDialog job={working?.job ?? null} title={working ? t(working.title) : ''} />
    </Section>
  );
}

/** The handover whose own file was opened with the program: nothing of it is read before the clerk says so. */
function OfferedPackage({ onLook }: { onLook: () => void }) {
  const { t } = useTranslation('receiving');
  const { data: status } = useReading('entry.status', {});
  const offered = status?.offered;
  const bag = offered?.refusal === null ? offered.bag : null;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (bag !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [bag]);
  if (bag === null) return null;
  return (
    <Alert ref={place} color="ink" role="status" icon={<IconUsb size={20} aria-hidden />}>
      {t('offered.here', { bag })}
      <Group mt="xs">
        <Button onClick={onLook}>{t('offered.look')}</Button>
        <Button variant="default" onClick={() => void call('entry.archiveOffice', {})}>
          {t('discard')}
        </Button>
      </Group>
    </Alert>
  );
}

function Taken({ receipt: { counts }, onPrintAct }: { receipt: ReceivedHandover; onPrintAct: () => void }) {
  const { t } = useTranslation('receiving');
  const language = useLanguage();
  const { fresh, changed, settled } = counts;
  const numbers = {
    fresh: formatNumber(fresh, language),
    changed: formatNumber(changed, language),
    settled: formatNumber(settled, language),
  };
  return (
    <Alert color="ink" role="status" title={t('taken')} icon={<IconCircleCheck size={20} />}>
      {t('takenDetail', numbers)}
      <Group mt="xs">
        <Button variant="default" leftSection={<IconPrinter size={15} aria-hidden />} onClick={onPrintAct}>
          {t('act')}
        </Button>
      </Group>
    </Alert>
  );
}

function OpenForm({
  seen,
  onOpen,
  onPutAside,
}: {
  seen: BagSeen;
  onOpen: (passphrase: string | null, comparedFingerprint: string | null) => void;
  onPutAside: () => void;
}) {
  const { t } = useTranslation('receiving');
  const language = useLanguage();
  const [passphrase, setPassphrase] = useState('');
  const [compared, setCompared] = useState(false);
  const { bag, files, bytes, fingerprint, knownAs, encryptedWith } = seen;
  const ready = (encryptedWith === 'key' || passphrase !== '') && (knownAs !== null || compared);
  const size = formatBytes(bytes, language);
  return (
    <form
      noValidate
      aria-label={t('title')}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (ready) onOpen(encryptedWith === 'key' ? null : passphrase, compared ? fingerprint : null);
      }}
    >
      <Stack gap="sm" maw={640}>
        <div>
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {`${t('bag')}: ${bag}`}
          </Text>
          <Text size="sm">{t('files', { number: formatNumber(files, language), size })}</Text>
          <Text size="sm">{t('signed')}</Text>
        </div>
        <div>
          <Text size="sm">{knownAs === null ? t('firstSeen') : t('knownAs', { giver: knownAs })}</Text>
          <Text size="xs" mt={4}>
            {t('fingerprint')}
          </Text>
          <Text className={styles.fingerprint}>{readableFingerprint(fingerprint)}</Text>
        </div>
        {knownAs === null && (
          <Checkbox
            label={t('compared')}
            checked={compared}
            onChange={(ticked) => setCompared(ticked.currentTarget.checked)}
          />
        )}
        {encryptedWith === 'key' ? (
          <Text size="sm">{t('encryptedToKey')}</Text>
        ) : (
          <PasswordInput
            label={t('passphrase')}
            required
            value={passphrase}
            onChange={(typed) => setPassphrase(typed.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onPutAside}>
            {t('discard')}
          </Button>
          <Button type="submit" disabled={!ready}>
            {t('open')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Summary({ preview }: { preview: ReceivePreview }) {
  const { t } = useTranslation('receiving');
  const language = useLanguage();
  const { number, giver, asOf, election, isNewElection, adjusted, renumbered, sameSeries, keys, nothingNew } = preview;
  const count = (value: number) => ({ number: formatNumber(value, language) });
  return (
    <Stack gap={6}>
      <Text fw={600}>{t('from', { number, giver: giver || '—', date: formatDateTime(asOf, clockOffset(asOf)) })}</Text>
      <Text size="sm">{election[language]}</Text>
      {isNewElection && <Text size="sm">{t('newElection')}</Text>}
      {nothingNew && (
        <Text size="sm" role="status">
          {t('nothingNew')}
        </Text>
      )}
      {renumbered > 0 && <Text size="sm">{t('renumbered', count(renumbered))}</Text>}
      {adjusted > 0 && <Text size="sm">{t('adjusted', count(adjusted))}</Text>}
      {keys.length > 0 && (
        <div>
          <Text size="sm">{t('keys')}</Text>
          {keys.map((key) => (
            <Text key={key.fingerprint} size="sm">
              {t('keyOf', { giver: key.giver || '—', fingerprint: readableFingerprint(key.fingerprint) })}
            </Text>
          ))}
        </div>
      )}
      {sameSeries !== null && <Alert color="yellow">{t('sameSeries', { series: sameSeries })}</Alert>}
    </Stack>
  );
}
