/** What goes on the stick, how much of it, to whom; then the bag is written, read back and compared. */
import { Alert, Button, Checkbox, Group, Radio, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconFolder, IconUsb } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import {
  handoverLevels,
  handoverScopes,
  type Handover,
  type HandoverLevel,
  type HandoverScope,
} from '#shared/domain/records/handover.ts';
import { formatBytes, formatNumber } from '#shared/text/numbers.ts';
import { sortKey } from '#shared/text/sort.ts';
import { LanguageChoice } from '../../components/LanguageChoice.tsx';
import { ProgressDialog } from '../../components/ProgressDialog.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { WordsField } from '../../components/WordsField.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, newJob, useReading } from '../../base/office.ts';
import { useOperator } from '../../base/operator.tsx';
import { usePreferences } from '../../base/preferences.tsx';
import { HandoverEncryption, isEncrypted, notEncrypted } from './HandoverEncryption.tsx';

type ScopeKind = HandoverScope['kind'];
type Folder = { folder: string; freeBytes: number };

export function HandoverForm({ onPrintAct }: { onPrintAct: (id: string, number: number) => void }) {
  const { t } = useTranslation(['handover', 'verifier']);
  const language = useLanguage();
  const election = useCurrentElection();
  const { preferences, change } = usePreferences();
  const operator = useOperator();
  const [kind, setKind] = useState<ScopeKind>('badge-list');
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [decisionId, setDecisionId] = useState<string | null>(null);
  const [level, setLevel] = useState<HandoverLevel>('badge-list');
  const [giver, setGiver] = useState<string | null>(null);
  const [receiver, setReceiver] = useState('');
  const [encryption, setEncryption] = useState(notEncrypted);
  const [withVerifier, setWithVerifier] = useState(true);
  const [folder, setFolder] = useState<Folder | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState<Handover | null>(null);
  const scope = scopeOf(kind, organisationId, decisionId);
  const encrypted = level === 'full';

  const choose = async (): Promise<void> => {
    const reply = await call('handover.chooseFolder', { language });
    if (!reply.ok) setRefusal(reply.refusal);
    else if (reply.value) {
      setFolder(reply.value);
      setRefusal(null);
    }
  };
  const write = async (): Promise<void> => {
    if (!scope || !folder || (encrypted && !isEncrypted(encryption))) return;
    const name = newJob();
    setJob(name);
    setRefusal(null);
    setDone(null);
    const reply = await call('handover.write', {
      electionId: election.id,
      scope,
      level,
      folder: folder.folder,
      giver: giver ?? operator?.name ?? '',
      receiver,
      passphrase: encrypted && encryption.how === 'passphrase' ? encryption.passphrase : null,
      receiverKey: encrypted && encryption.how === 'key' ? encryption.key : null,
      languages: preferences.documentLanguages,
      withVerifier,
      job: name,
    }).finally(() => setJob(null));
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    setDone(reply.value);
    setEncryption({ ...encryption, passphrase: '', again: '' });
  };

  return (
    <form
      noValidate
      aria-label={t('new')}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void write();
      }}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack gap="sm">
          <Select
            label={t('scope')}
            data={handoverScopes.map((one) => ({ value: one, label: t(`scopes.${one}`) }))}
            value={kind}
            onChange={(chosen) => {
              if (chosen) setKind(chosen);
            }}
          />
          {kind === 'organisation' && <OrganisationSelect value={organisationId} onChange={setOrganisationId} />}
          {kind === 'decision' && <DecisionSelect value={decisionId} onChange={setDecisionId} />}
          <Radio.Group label={t('level')} value={level} onChange={(chosen) => setLevel(chosen)}>
            <Stack gap="xs" mt={4}>
              {handoverLevels.map((one) => (
                <Radio key={one} value={one} label={t(`levels.${one}`)} description={t(`levelHints.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Checkbox
            label={t('verifier:save.include')}
            description={t('verifier:save.includeHint')}
            checked={withVerifier}
            onChange={(changed) => setWithVerifier(changed.currentTarget.checked)}
          />
          {scope && <Plan scope={scope} level={level} withVerifier={withVerifier} />}
        </Stack>
        <Stack gap="sm">
          <LanguageChoice
            value={preferences.documentLanguages}
            onChange={(documentLanguages) => change({ documentLanguages })}
          />
          <WordsField label={t('giver')} maxLength={500} value={giver ?? operator?.name ?? ''} onChange={setGiver} />
          <WordsField label={t('receiver')} maxLength={500} value={receiver} onChange={setReceiver} />
          {encrypted && <HandoverEncryption value={encryption} onChange={setEncryption} />}
          <Group gap="sm" align="center">
            <Button variant="default" leftSection={<IconFolder size={16} aria-hidden />} onClick={() => void choose()}>
              {t('chooseFolder')}
            </Button>
            <Text size="xs" {...(folder ? {} : { c: 'dimmed' })} style={{ overflowWrap: 'anywhere' }}>
              {folder
                ? `${folder.folder} (${t('free', { size: formatBytes(folder.freeBytes, language) })})`
                : t('noFolder')}
            </Text>
          </Group>
          <RefusalMessage refusal={refusal} onClose={() => setRefusal(null)} />
          {done && (
            <Alert color="ink" role="status" title={t('done')} icon={<IconCircleCheck size={20} />}>
              {t('doneDetail', { bag: done.bag })}
              <Group mt="xs">
                <Button variant="default" onClick={() => onPrintAct(done.id, done.number)}>
                  {t('act')}
                </Button>
              </Group>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button
              type="submit"
              leftSection={<IconUsb size={16} aria-hidden />}
              disabled={!folder || !scope || (encrypted && !isEncrypted(encryption))}
            >
              {t('write')}
            </Button>
          </Group>
        </Stack>
      </SimpleGrid>
      <ProgressDialog job={job} title={t('writing')} />
    </form>
  );
}

function scopeOf(kind: ScopeKind, organisationId: string | null, decisionId: string | null): HandoverScope | null {
  if (kind === 'organisation') return organisationId ? { kind, organisationId } : null;
  if (kind === 'decision') return decisionId ? { kind, decisionId } : null;
  return { kind };
}

function Plan({ scope, level, withVerifier }: { scope: HandoverScope; level: HandoverLevel; withVerifier: boolean }) {
  const { t } = useTranslation('handover');
  const language = useLanguage();
  const election = useCurrentElection();
  const plan = useReading(
    'handover.plan',
    { electionId: election.id, scope, level, withVerifier },
    { keepPrevious: true },
  );
  if (!plan.data) return null;
  const { people, organisations, files } = plan.data;
  return (
    <div>
      <Text size="sm" fw={600} role="status">
        {t('plan', { people: formatNumber(people, language), organisations: formatNumber(organisations, language) })}
      </Text>
      <Text size="xs" c="dimmed">
        {`${t('files')}: `}
        {files.map((file, index) => (
          <Fragment key={file}>
            {index > 0 && ', '}
            <span style={{ whiteSpace: 'nowrap' }}>{file}</span>
          </Fragment>
        ))}
      </Text>
    </div>
  );
}

function OrganisationSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation('handover');
  const language = useLanguage();
  const election = useCurrentElection();
  const organisations = useReading('organisation.list', { electionId: election.id });
  const data = (organisations.data ?? [])
    .map(({ organisation }) => ({
      value: organisation.id,
      label: organisation.name[language],
      order: sortKey(organisation.name[language], language),
    }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ value: id, label }) => ({ value: id, label }));
  return <Select label={t('organisation')} required searchable data={data} value={value} onChange={onChange} />;
}

function DecisionSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation('handover');
  const election = useCurrentElection();
  const decisions = useReading('decision.list', { electionId: election.id });
  const data = (decisions.data ?? [])
    .filter(({ status }) => status === 'adopted')
    .map(({ id, number }) => ({ value: id, label: `№ ${number ?? ''}` }));
  return <Select label={t('decision')} required data={data} value={value} onChange={onChange} />;
}
