/** An organisation's table taken in: the file, its columns, its people; then all of them or nobody. */
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { Page } from '../../components/Page.tsx';
import { ProgressDialog } from '../../components/ProgressDialog.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { navigate } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';
import { useOrganisationChoices } from '../../components/organisation-choices.ts';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportPeople } from './ImportPeople.tsx';
import { RecentImports } from './RecentImports.tsx';
import { useImport } from './use-import.ts';
import styles from './ImportScreen.module.css';

const steps = ['file', 'columns', 'people'] as const;
type Step = (typeof steps)[number];

export function ImportScreen({ organisation }: { organisation?: Id | undefined }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const organisations = useOrganisationChoices();
  const [organisationId, setOrganisationId] = useState<Id | null>(organisation ?? null);
  const [atPeople, setAtPeople] = useState(false);
  const [templateRefusal, setTemplateRefusal] = useState<Refusal | null>(null);
  const [templateSaved, setTemplateSaved] = useState(false);
  const work = useImport(organisationId);
  const { preview } = work;
  const step: Step = !preview ? 'file' : atPeople ? 'people' : 'columns';
  const saveTemplate = async (): Promise<void> => {
    const reply = await call('import.saveTemplate', { language });
    setTemplateRefusal(reply.ok ? null : reply.refusal);
    setTemplateSaved(reply.ok && reply.value.saved);
  };
  return (
    <Page
      title={t('title')}
      back={{ screen: 'applications' }}
      actions={
        <Button variant="default" onClick={() => void saveTemplate()}>
          {t('saveTemplate')}
        </Button>
      }
    >
      <Stack gap="md">
        <ol className={styles.steps}>
          {steps.map((one) => (
            <li key={one} className={styles.step} aria-current={one === step ? 'step' : undefined}>
              {t(`steps.${one}`)}
            </li>
          ))}
        </ol>
        {preview ? (
          <Group justify="space-between">
            <Text
              fw={600}
            >{`${preview.fileName} · ${organisations.find(({ value }) => value === organisationId)?.label ?? ''}`}</Text>
            <Button variant="default" onClick={work.close}>
              {t('close')}
            </Button>
          </Group>
        ) : (
          <Group align="end" gap="sm">
            <Select
              label={t('organisation')}
              required
              searchable
              w={640}
              maw="100%"
              data={organisations}
              value={organisationId}
              onChange={setOrganisationId}
            />
            <Button
              disabled={!organisationId}
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={() => {
                setAtPeople(false);
                void work.choose(language);
              }}
            >
              {t('choose')}
            </Button>
            <Text size="xs" c="dimmed" role="status">
              {templateSaved ? t('templateSaved') : t('hint')}
            </Text>
          </Group>
        )}
        <RefusalMessage
          refusal={work.refusal ?? templateRefusal}
          withFields
          onClose={() => {
            work.forgive();
            setTemplateRefusal(null);
          }}
        />
        {work.done && !preview && (
          <Alert color="green" role="status">
            <Group justify="space-between">
              {t('done', { count: work.done.count })}
              <Button
                variant="default"
                onClick={() =>
                  navigate({ screen: 'applications', ...(organisationId ? { organisation: organisationId } : {}) })
                }
              >
                {t('open')}
              </Button>
            </Group>
          </Alert>
        )}
        {preview && step === 'columns' && (
          <ImportColumns work={work} preview={preview} onNext={() => setAtPeople(true)} />
        )}
        {preview && step === 'people' && (
          <ImportPeople work={work} preview={preview} onBack={() => setAtPeople(false)} />
        )}
        {!preview && <RecentImports />}
      </Stack>
      <ProgressDialog job={work.slowJob} title={t(work.doing)} />
    </Page>
  );
}
