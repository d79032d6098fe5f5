/** A long work of the office: how far it is, and a way to stop it cleanly. */
import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../shared/contract.ts';
import { formatNumber } from '../../shared/text/numbers.ts';
import { useLanguage } from '../app/i18n.ts';
import { call, useNotice } from '../app/office.ts';

/** `job` is the name the work was started under, null while none runs. The dialog goes when the work has ended. */
export function ProgressDialog({ job, title }: { job: string | null; title: string }) {
  return (
    <Modal
      opened={job !== null}
      onClose={() => undefined}
      title={title}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      {job !== null && <JobProgress key={job} job={job} />}
    </Modal>
  );
}

/** The progress itself, for a screen that shows it in place. */
export function JobProgress({ job }: { job: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const hear = useCallback(
    (notice: Notice) => {
      if (notice.kind === 'progress' && notice.job === job) setProgress({ done: notice.done, total: notice.total });
    },
    [job],
  );
  useNotice(hear);
  const share = progress && progress.total > 0 ? Math.min(100, (progress.done / progress.total) * 100) : 0;
  const words = cancelling
    ? t('job.cancelling')
    : progress
      ? t('job.progress', {
          done: formatNumber(progress.done, language),
          total: formatNumber(progress.total, language),
        })
      : t('job.starting');
  return (
    <Stack gap="sm">
      <Progress.Root size="lg">
        <Progress.Section value={share} aria-label={t('job.working')} />
      </Progress.Root>
      <Text role="status">{words}</Text>
      <Group justify="flex-end">
        <Button
          variant="default"
          disabled={cancelling}
          onClick={() => {
            setCancelling(true);
            void call('job.cancel', { job });
          }}
        >
          {t('job.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
