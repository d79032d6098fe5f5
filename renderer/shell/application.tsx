/** The root: the first screen while no office is open, the frame with the screens once one is. */
import { Loader } from '@mantine/core';
import { Entry } from '../features/entry/Entry.tsx';
import { FailureBoundary } from './failure-boundary.tsx';
import { Frame } from './frame.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { useFailureNotice } from './failure-notice.ts';
import { useFreshReadings, useReading } from '../base/office.ts';

export function Application() {
  useFailureNotice();
  useFreshReadings();
  const { data: status, error } = useReading('entry.status', {});
  if (error) throw error;
  if (!status) return <Loader m="xl" />;
  return (
    <FailureBoundary>
      {status.phase === 'open' ? (
        <Frame key={`${status.folder} ${status.operator?.id ?? ''}`} status={status} />
      ) : (
        <Entry key={status.phase} status={status} />
      )}
      <LeaveQuestion />
    </FailureBoundary>
  );
}
