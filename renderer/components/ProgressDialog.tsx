/** A long work of the office: how far it is, and a way to stop it cleanly. */
import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '#shared/contract/index.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { useLanguage } from '../base/i18n.ts';
import { call, useNotice } from '../base/office.ts';

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
  const [progress, setProgress] = useState<Progressed | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const hear = useCallback(
    (notice: Notice) => {
      if (notice.kind === 'progress' && notice.job === job) setProgress({ done: notice.done, total: notice.total });
    },
    [job],
  );
  useNotice(hear);
  return (
    <ProgressView
      progress={progress}
      onCancel={
        cancelling
          ? null
          : () => {
              setCancelling(true);
              void call('job.cancel', { job });
            }
      }
    />
  );
}

/** A work that the screen does itself. */
export function WorkDialog({
  progress,
  title,
  onCancel,
}: {
  progress: Progressed | null;
  title: string;
  onCancel: () => void;
}) {
  return (
    <Modal
      opened={progress !== null}
      onClose={() => undefined}
      title={title}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <ProgressView progress={progress} onCancel={onCancel} />
    </Modal>
  );
}

type Progressed = { done: number; total: number };

/** `onCancel` is null once it was asked for. */
function ProgressView({ progress, onCancel }: { progress: Progressed | null; onCancel: (() => void) | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const share = progress && progress.total > 0 ? Math.min(100, (progress.done / progress.total) * 100) : 0;
  const words =
    onCancel === null
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
        <Button variant="default" disabled={onCancel === null} onClick={() => onCancel?.()}>
          {t('job.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
