/** The table being taken in: what the office says of it, and each step of the clerk. Leaving the screen lets go of it. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ImportChange, ImportPreview } from '#shared/contract/exchange.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import type { Id, Language } from '#shared/domain/base/primitives.ts';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useUnsavedChanges } from '../../base/navigation.tsx';
import { call, newJob } from '../../base/office.ts';

/** Work shorter than this, in milliseconds, is not announced. */
const pause = 400;

export type ImportWork = ReturnType<typeof useImport>;

export function useImport(organisationId: Id | null) {
  const election = useCurrentElection();
  const client = useQueryClient();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState<{ id: Id; count: number } | null>(null);
  const [touched, setTouched] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const [doing, setDoing] = useState<'reading' | 'adjusting' | 'committing'>('reading');
  const [lasting] = useDebouncedValue(job, pause);
  useUnsavedChanges(touched && preview !== null);

  const importId = useRef<string | null>(null);
  const show = (next: ImportPreview | null): void => {
    importId.current = next?.importId ?? null;
    setPreview(next);
  };
  /** What the office is reading now, and whether this screen is still there to be told. */
  const running = useRef<string | null>(null);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      if (running.current) void call('job.cancel', { job: running.current });
      if (importId.current) void call('import.discard', { importId: importId.current });
    };
  }, []);

  const start = (kind: typeof doing): string => {
    const name = newJob();
    running.current = kind === 'committing' ? null : name;
    setDoing(kind);
    setJob(name);
    setRefusal(null);
    return name;
  };
  const choose = async (language: Language): Promise<void> => {
    if (!organisationId) return;
    setDone(null);
    const reply = await call('import.choose', {
      electionId: election.id,
      organisationId,
      language,
      job: start('reading'),
    });
    running.current = null;
    setJob(null);
    if (!reply.ok) setRefusal(reply.refusal);
    else if (reply.value && left.current) void call('import.discard', { importId: reply.value.importId });
    else if (reply.value) {
      setTouched(false);
      show(reply.value);
    }
  };
  const adjust = async (change: ImportChange): Promise<void> => {
    if (!preview) return;
    const reply = await call('import.adjust', { importId: preview.importId, change, job: start('adjusting') });
    running.current = null;
    setJob(null);
    if (!reply.ok) {
      // Cancelled in the middle: what was read so far is no whole table.
      setRefusal(reply.refusal);
      show(null);
      return;
    }
    setTouched(true);
    show(reply.value);
    await client.invalidateQueries({ queryKey: ['import.rows'] });
  };
  const commit = async (): Promise<void> => {
    if (!preview || job) return;
    const reply = await call('import.commit', { importId: preview.importId, job: start('committing') });
    running.current = null;
    setJob(null);
    if (!reply.ok) {
      setRefusal(reply.refusal);
      if (reply.refusal.code === 'job.cancelled' || reply.refusal.code === 'import.unknown') show(null);
      else await client.invalidateQueries({ queryKey: ['import.rows'] });
      return;
    }
    setTouched(false);
    setDone(reply.value);
    show(null);
  };
  const close = (): void => {
    if (preview) void call('import.discard', { importId: preview.importId });
    setTouched(false);
    setRefusal(null);
    show(null);
  };
  return {
    preview,
    refusal,
    done,
    busy: job !== null,
    /** The running work, once it has lasted long enough to be shown. */
    slowJob: job !== null && lasting === job ? job : null,
    doing,
    choose,
    adjust,
    commit,
    close,
    forgive: () => setRefusal(null),
  };
}
