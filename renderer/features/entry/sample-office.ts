/** Opening the sample office: the first time it is made, which takes a while and can be stopped. */
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { call, newJob } from '../../base/office.ts';
import type { RunningJob } from './running-job.ts';

export function useSampleOffice(
  running: Pick<RunningJob, 'start' | 'end'>,
  onRefusal: (refusal: Refusal | null) => void,
): () => Promise<void> {
  return async () => {
    const job = newJob();
    onRefusal(null);
    running.start(job);
    try {
      const reply = await call('entry.openSample', { job });
      if (!reply.ok) onRefusal(reply.refusal);
    } finally {
      running.end();
    }
  };
}
