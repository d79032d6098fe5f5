/** A body's table taken in: chosen, looked at, its columns named, every bad cell shown, and then all of it or nothing. */
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importFields, type ImportField, type ImportPreview } from '../../../shared/contract/exchange.ts';
import { locales } from '../../../locales/index.ts';
import type { Refusal } from '../../../shared/domain/errors.ts';
import type { Id } from '../../../shared/domain/primitives.ts';
import { Page } from '../../components/Page.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import table from '../../components/table.module.css';
import { useCurrentEvent } from '../../app/current-event.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { navigate } from '../../app/navigation.tsx';
import { call } from '../../app/office.ts';
import { useWording } from '../../app/wording.ts';
import { useBodyChoices } from './body-choices.ts';
import styles from './ImportScreen.module.css';

const leftOut = 'left-out';
const faultsShown = 60;

export function ImportScreen({ body }: { body?: Id | undefined }) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const event = useCurrentEvent();
  const bodies = useBodyChoices();
  const [bodyId, setBodyId] = useState<Id | null>(body ?? null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [templateSaved, setTemplateSaved] = useState(false);
  const [busy, setBusy] = useState(false);

  const choose = async (): Promise<void> => {
    if (!bodyId) return;
    const reply = await call('import.choose', { eventId: event.id, bodyId, language });
    setDone(null);
    setRefusal(reply.ok ? null : reply.refusal);
    if (reply.ok && reply.value) setPreview(reply.value);
    if (!reply.ok) setPreview(null);
  };
  const remap = async (index: number, field: ImportField | null): Promise<void> => {
    if (!preview) return;
    const fields = preview.columns.map((column, at) =>
      at === index ? field : column.field === field ? null : column.field,
    );
    const reply = await call('import.remap', { importId: preview.importId, fields });
    setRefusal(reply.ok ? null : reply.refusal);
    if (reply.ok) setPreview(reply.value);
  };
  const commit = async (): Promise<void> => {
    if (!preview) return;
    setBusy(true);
    const reply = await call('import.commit', { importId: preview.importId });
    setBusy(false);
    setRefusal(reply.ok ? null : reply.refusal);
    if (!reply.ok) return;
    setDone(reply.value.count);
    setPreview(null);
  };
  const saveTemplate = async (): Promise<void> => {
    const reply = await call('import.saveTemplate', { language });
    setRefusal(reply.ok ? null : reply.refusal);
    setTemplateSaved(reply.ok && reply.value.saved);
  };
  return (
    <Page
      title={t('title')}
      back={{ screen: 'applications' }}
      actions={
        <Button variant="default" onClick={() => void saveTemplate()}>
          {t('template')}
        </Button>
      }
    >
      <Stack gap="md">
        <Group align="end" gap="sm">
          <Select
            label={t('body')}
            required
            searchable
            w={640}
            maw="100%"
            data={bodies}
            value={bodyId}
            onChange={(chosen) => {
              setBodyId(chosen);
              // The table was read for the other body.
              setPreview(null);
            }}
          />
          <Button
            disabled={!bodyId}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            onClick={() => void choose()}
          >
            {preview ? t('another') : t('choose')}
          </Button>
          <Text size="xs" c="dimmed" role="status">
            {templateSaved ? t('templateSaved') : t('hint')}
          </Text>
        </Group>
        <RefusalMessage refusal={refusal} withFields onClose={() => setRefusal(null)} />
        {done !== null && (
          <Alert color="green" role="status">
            <Group justify="space-between">
              {t('done', { count: done })}
              <Button
                variant="default"
                onClick={() => navigate({ screen: 'applications', ...(bodyId ? { body: bodyId } : {}) })}
              >
                {t('open')}
              </Button>
            </Group>
          </Alert>
        )}
        {preview && (
          <>
            <Group justify="space-between">
              <Text fw={600}>{t('fileOf', { file: preview.fileName, people: preview.people })}</Text>
              <Button
                disabled={preview.faultCount > 0 || preview.people === 0}
                loading={busy}
                onClick={() => void commit()}
              >
                {t('commit', { count: preview.people })}
              </Button>
            </Group>
            <Faults preview={preview} />
            <Section title={t('preview')}>
              <PreviewTable preview={preview} onMap={(index, field) => void remap(index, field)} />
            </Section>
          </>
        )}
      </Stack>
    </Page>
  );
}

function Faults({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('imports');
  const wording = useWording();
  if (preview.faultCount === 0) return null;
  const shown = preview.faults.slice(0, faultsShown);
  return (
    <Alert color="red" role="alert" title={t('faults', { count: preview.faultCount })}>
      <ul className={styles.faults}>
        {shown.map((fault) => (
          <li key={`${fault.column}${String(fault.row)} ${fault.code}`}>
            {`${t('cell', { column: fault.column, row: fault.row })} (${fault.header}): ${wording.fault(fault)}`}
          </li>
        ))}
      </ul>
      {preview.faultCount > shown.length && t('more', { count: preview.faultCount - shown.length })}
    </Alert>
  );
}

function PreviewTable({
  preview,
  onMap,
}: {
  preview: ImportPreview;
  onMap: (index: number, field: ImportField | null) => void;
}) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const titles = locales[language]['import-headers'].title;
  const choices = [
    { value: leftOut, label: t('leaveOut') },
    ...importFields.map((field) => ({ value: field, label: titles[field] })),
  ];
  const bad = new Set(preview.faults.map(({ row, column }) => `${column}${String(row)}`));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('preview')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {preview.columns.map((column, index) => (
              <th key={column.letter} scope="col">
                {`${column.letter}: ${column.header}`}
                <Select
                  aria-label={t('column', { letter: column.letter })}
                  w={250}
                  fw={400}
                  searchable
                  comboboxProps={{ width: 420, position: 'bottom-start' }}
                  {...(column.field ? { title: titles[column.field] } : {})}
                  data={choices}
                  value={column.field ?? leftOut}
                  onChange={(field) => onMap(index, field === leftOut ? null : (field as ImportField))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ row, cells }) => (
            <tr key={row}>
              <td className={table.number}>{row}</td>
              {preview.columns.map((column, index) => (
                <td key={column.letter} className={bad.has(`${column.letter}${String(row)}`) ? styles.bad : undefined}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
