/** A list as it stands on the screen, to a spreadsheet program or to paper, in the clerk's own columns. */
import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFormats, type ListKind, type ListSource } from '#shared/contract/lists.ts';
import { useLanguage } from '../base/i18n.ts';
import { call, newJob, useReading } from '../base/office.ts';
import { ColumnsChoice } from './ColumnsChoice.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { DocumentPreview, type Printing } from './DocumentPreview.tsx';
import { Loaded } from './Loaded.tsx';
import { useListColumns } from './list-columns.ts';
import { JobProgress } from './ProgressDialog.tsx';

const formats = [...listFormats, 'pdf'] as const;
type Format = (typeof formats)[number];

/** Lists of figures and files, without a person in them. */
const nobodyNamed: readonly ListKind[] = ['totals', 'imports', 'decisions'];

export function SaveList({ list, total }: { list: ListSource; total: number }) {
  const { t } = useTranslation('lists');
  const [opened, setOpened] = useState(false);
  const [printing, setPrinting] = useState<Printing | null>(null);
  return (
    <>
      <Button
        variant="default"
        disabled={total === 0}
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('open')}
      </Button>
      {opened && <SaveListDialog list={list} total={total} onPrint={setPrinting} onClose={() => setOpened(false)} />}
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </>
  );
}

function SaveListDialog({
  list,
  total,
  onPrint,
  onClose,
}: {
  list: ListSource;
  total: number;
  onPrint: (printing: Printing) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('lists');
  const language = useLanguage();
  const columns = useReading('list.columns', { kind: list.kind, language });
  const { choice, keep, usual } = useListColumns(list.kind, columns.data ?? []);
  const [format, setFormat] = useState<Format>('xlsx');
  const [job, setJob] = useState<string | null>(null);
  const chosen = choice.filter(({ shown }) => shown).map(({ id }) => id);
  const confirm = async () => {
    if (format === 'pdf') {
      onPrint({ title: t(`titles.${list.kind}`), request: { kind: 'list', list, columns: chosen } });
      return { ok: true as const, value: null };
    }
    const name = newJob();
    setJob(name);
    const reply = await call('list.save', { list, language, columns: chosen, format, job: name });
    setJob(null);
    return reply;
  };
  const showAll = (shown: boolean) => keep(choice.map((column) => ({ ...column, shown })));
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('title')}
      confirmLabel={t(format === 'pdf' ? 'print' : 'save')}
      disabled={chosen.length === 0 || total === 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t('lines', { count: total })}</Text>
        <Group justify="space-between" gap="xs">
          <Text fw={600} size="sm">
            {t('columnsTitle')}
          </Text>
          <Group gap={4}>
            <Button variant="subtle" size="compact-xs" onClick={() => showAll(true)}>
              {t('all')}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => showAll(false)}>
              {t('none')}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={usual}>
              {t('usual')}
            </Button>
          </Group>
        </Group>
        <Loaded reading={columns}>{() => <ColumnsChoice columns={choice} onChange={keep} />}</Loaded>
        <Radio.Group
          label={t('format')}
          value={format}
          onChange={(value) => setFormat(formats.find((one) => one === value) ?? 'xlsx')}
        >
          <Group gap="lg" mt={4}>
            {formats.map((one) => (
              <Radio key={one} value={one} label={t(one)} />
            ))}
          </Group>
        </Radio.Group>
        {!nobodyNamed.includes(list.kind) && (
          <Alert color="yellow" role="note">
            {t('note')}
          </Alert>
        )}
        {job && <JobProgress key={job} job={job} />}
      </Stack>
    </ConfirmDialog>
  );
}
