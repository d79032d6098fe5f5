/** A body's table: chosen, looked at, its columns put right, and only then taken in, all of it or nothing. */
import { Alert, Button, Group, Select } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportField, ImportPreview } from '../../../shared/contract/exchange.ts';
import type { Id } from '../../../shared/domain/primitives.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { useCurrentEvent } from '../../app/current-event.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { navigate } from '../../app/navigation.tsx';
import { call } from '../../app/office.ts';
import { useBodyChoices } from '../applications/body-choices.ts';
import { ImportPreviewTables } from './ImportPreviewTables.tsx';
import styles from './ImportScreen.module.css';

/** What the clerk is told after something went well. */
type Done = { kind: 'template' } | { kind: 'people'; count: number };

export function ImportScreen({ body: given }: { body?: Id | undefined }) {
  const { t } = useTranslation(['imports', 'bodies']);
  const language = useLanguage();
  const event = useCurrentEvent();
  const bodies = useBodyChoices();
  const [body, setBody] = useState<Id | null>(given ?? null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const work = useSaving();
  const busy = work.state === 'saving';
  useDiscarded(preview?.importId ?? null);

  const choose = async (): Promise<void> => {
    if (!body) return;
    setDone(null);
    const reply = await work.run(() => call('import.choose', { eventId: event.id, bodyId: body, language }));
    if (reply?.ok && reply.value) setPreview(reply.value);
  };
  const remap = async (fields: (ImportField | null)[]): Promise<void> => {
    if (!preview) return;
    const reply = await work.run(() => call('import.remap', { importId: preview.importId, fields }));
    if (reply?.ok) setPreview(reply.value);
  };
  const commit = async (): Promise<void> => {
    if (!preview) return;
    const reply = await work.run(() => call('import.commit', { importId: preview.importId }));
    if (!reply?.ok) return;
    setPreview(null);
    setDone({ kind: 'people', count: reply.value.count });
  };
  const saveTemplate = async (): Promise<void> => {
    const reply = await work.run(() => call('import.saveTemplate', { language }));
    if (reply?.ok && reply.value.saved) setDone({ kind: 'template' });
  };

  return (
    <Page
      fixed
      title={t('title')}
      summary={preview ? t('fileOf', { file: preview.fileName, people: preview.people }) : t('hint')}
      back={{ screen: 'applications', ...(body ? { body } : {}) }}
      actions={
        <>
          <Button variant="default" aria-disabled={busy} onClick={() => void saveTemplate()}>
            {t('template')}
          </Button>
          {preview && (
            <Button
              disabled={preview.faultCount > 0 || preview.people === 0}
              loading={busy}
              onClick={() => void commit()}
            >
              {t('commit', { count: preview.people })}
            </Button>
          )}
        </>
      }
      toolbar={
        <Group gap="sm" align="end" wrap="nowrap">
          <Select
            label={t('body')}
            flex={1}
            maw={640}
            searchable
            required
            data={bodies}
            value={body}
            onChange={(chosen) => {
              setBody(chosen);
              // The file was read for the other body.
              setPreview(null);
            }}
          />
          <Button
            variant={preview ? 'default' : 'filled'}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            disabled={!body}
            loading={busy && !preview}
            onClick={() => void choose()}
          >
            {preview ? t('another') : t('choose')}
          </Button>
        </Group>
      }
    >
      <div className={styles.messages}>
        <RefusalMessage refusal={work.refusal} withFields onClose={work.reset} />
        {done && (
          <Alert color="green.9" role="status">
            <Group justify="space-between">
              {done.kind === 'template' ? t('templateSaved') : t('done', { count: done.count })}
              {done.kind === 'people' && (
                <Button
                  variant="default"
                  onClick={() => navigate({ screen: 'applications', ...(body ? { body } : {}) })}
                >
                  {t('open')}
                </Button>
              )}
            </Group>
          </Alert>
        )}
      </div>
      {preview ? (
        <ImportPreviewTables preview={preview} onRemap={(fields) => void remap(fields)} />
      ) : (
        !done && <EmptyState title={t('choose')} detail={t('hint')} />
      )}
    </Page>
  );
}

/** Lets the office forget a preview that is no longer looked at. */
function useDiscarded(importId: string | null): void {
  useEffect(() => {
    if (importId === null) return undefined;
    return () => {
      void call('import.discard', { importId });
    };
  }, [importId]);
}
