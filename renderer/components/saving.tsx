/** Saving: the button says so while it lasts, and "saved" with the time only after the office's reply. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, Refusal } from '#shared/domain/base/refusals.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { i18n } from '../base/i18n.ts';
import { clockOffset } from '../base/today.ts';
import { useReadOnlyForm } from './read-only-form.ts';
import styles from './saving.module.css';

export type Saving = {
  state: 'idle' | 'saving' | 'saved' | 'refused';
  /** When the office said that it was saved, 14:05. */
  time: string;
  refusal: Refusal | null;
  /** Runs the change and keeps how it went; null while another is running. */
  run: <T>(change: () => Promise<Outcome<T>>) => Promise<Outcome<T> | null>;
  /** Forgets the last outcome, as when the clerk types on. */
  reset: () => void;
};

const timeNow = (): string => {
  const now = new Date().toISOString();
  return formatDateTime(now, clockOffset(now)).slice(-5);
};

export function useSaving(): Saving {
  const [shown, setShown] = useState<Pick<Saving, 'state' | 'time' | 'refusal'>>({
    state: 'idle',
    time: '',
    refusal: null,
  });
  const busy = shown.state === 'saving';
  const run = useCallback(
    async <T,>(change: () => Promise<Outcome<T>>): Promise<Outcome<T> | null> => {
      if (busy) return null;
      setShown({ state: 'saving', time: '', refusal: null });
      try {
        const outcome = await change();
        setShown(
          outcome.ok
            ? { state: 'saved', time: timeNow(), refusal: null }
            : { state: 'refused', time: '', refusal: outcome.refusal },
        );
        return outcome;
      } catch (fault) {
        setShown({ state: 'refused', time: '', refusal: { code: 'input.invalid' } });
        throw fault;
      }
    },
    [busy],
  );
  const reset = useCallback(() => setShown({ state: 'idle', time: '', refusal: null }), []);
  return { ...shown, run, reset };
}

/** Says that a new record was saved, where its form gives way to the record's own screen. */
export function tellSaved(): void {
  notifications.show({
    color: 'ink',
    icon: <IconCheck size={16} aria-hidden />,
    message: i18n.t('action.saved', { time: timeNow() }),
    closeButtonProps: { 'aria-label': i18n.t('action.close') },
  });
}

/** The form's save button with what became of the last saving beside it. */
export function SaveButton({ saving, dirty, label }: { saving: Saving; dirty: boolean; label?: string }) {
  const { t } = useTranslation();
  const busy = saving.state === 'saving';
  if (useReadOnlyForm()) return null;
  return (
    <div className={styles.saving}>
      <span role="status" className={styles.word}>
        {saving.state === 'saved' && !dirty && (
          <span className={styles.saved}>
            <IconCheck size={15} aria-hidden /> {t('action.saved', { time: saving.time })}
          </span>
        )}
        {saving.state === 'refused' && <span className={styles.refused}>{t('action.notSaved')}</span>}
        {dirty && (saving.state === 'idle' || saving.state === 'saved') && t('action.changed')}
      </span>
      <Button type="submit" aria-disabled={busy} leftSection={<IconDeviceFloppy size={16} aria-hidden />}>
        {busy ? t('action.saving') : (label ?? t('action.save'))}
      </Button>
    </div>
  );
}
