/** The list of people as it stands on the screen, to a file: which columns, what kind of file. */
import { Alert, Button, Checkbox, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationFilter } from '../../../shared/contract/applications.ts';
import { listFormats } from '../../../shared/contract/lists.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import type { PeopleSorting } from '../../components/PeopleTable.tsx';
import { JobProgress } from '../../components/ProgressDialog.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { call, newJob, useReading } from '../../app/office.ts';

type Format = (typeof listFormats)[number];

export function SaveListDialog({
  filter,
  sorting,
  total,
  onClose,
}: {
  filter: ApplicationFilter;
  sorting: PeopleSorting;
  total: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('lists');
  const language = useLanguage();
  const columns = useReading('list.columns', { language });
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [format, setFormat] = useState<Format>('xlsx');
  const [job, setJob] = useState<string | null>(null);
  const all = columns.data?.map((_, index) => index) ?? [];
  const chosen = all.filter((index) => !left.has(index));
  const save = async () => {
    const name = newJob();
    setJob(name);
    const reply = await call('list.save', { filter, sorting, language, columns: chosen, format, job: name });
    setJob(null);
    return reply;
  };
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('title')}
      confirmLabel={t('save')}
      disabled={chosen.length === 0 || total === 0}
      onConfirm={save}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t('people', { count: total })}</Text>
        <Loaded reading={columns}>
          {(names) => (
            <Checkbox.Group
              label={t('columns')}
              value={chosen.map(String)}
              onChange={(values) => setLeft(new Set(all.filter((index) => !values.includes(String(index)))))}
            >
              <SimpleGrid cols={3} spacing="xs" verticalSpacing={6} mt={6}>
                {names.map((name, index) => (
                  <Checkbox key={name} value={String(index)} label={name} />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
          )}
        </Loaded>
        <Group gap="xs">
          <Button variant="subtle" size="compact-xs" onClick={() => setLeft(new Set())}>
            {t('all')}
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={() => setLeft(new Set(all))}>
            {t('none')}
          </Button>
        </Group>
        <Radio.Group
          label={t('format')}
          value={format}
          onChange={(value) => setFormat(listFormats.find((one) => one === value) ?? 'xlsx')}
        >
          <Group gap="lg" mt={4}>
            {listFormats.map((one) => (
              <Radio key={one} value={one} label={t(one)} />
            ))}
          </Group>
        </Radio.Group>
        <Alert color="yellow" role="note">
          {t('note')}
        </Alert>
        {job && <JobProgress key={job} job={job} />}
      </Stack>
    </ConfirmDialog>
  );
}
