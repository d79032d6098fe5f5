/** The work that the first screen waits for: making the sample office. */
import { useCallback, useState } from 'react';
import type { Notice } from '#shared/contract/index.ts';
import { useNotice } from '../../base/office.ts';

export type RunningJob = {
  name: string | null;
  start: (name: string) => void;
  end: () => void;
};

/** The sample office in the making: started here, or by the command line before the window was there. */
export function useRunningJob(): RunningJob {
  const [name, setName] = useState<string | null>(null);
  const hear = useCallback((notice: Notice) => {
    if (notice.kind === 'progress') setName(notice.done < notice.total ? notice.job : null);
  }, []);
  useNotice(hear);
  return { name, start: setName, end: useCallback(() => setName(null), []) };
}
