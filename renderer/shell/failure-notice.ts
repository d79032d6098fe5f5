/** A bug met while doing something: said aloud, for a click that does nothing is the worst answer. */
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { i18n } from '../base/i18n.ts';
import { noteFailure } from '../base/note-failure.ts';
import { useNotice } from '../base/office.ts';

export function useFailureNotice(): void {
  useEffect(() => {
    const rejected = ({ reason }: PromiseRejectionEvent): void => {
      // What failed in the office is in its log already.
      if (!isAnswerOfOffice(reason)) void noteFailure(reason);
      showToast();
    };
    const thrown = ({ error }: ErrorEvent): void => {
      // Chromium's own remarks, as on a resize, carry no error; they are no failure.
      if (!error) return;
      void noteFailure(error);
      showToast();
    };
    window.addEventListener('unhandledrejection', rejected);
    window.addEventListener('error', thrown);
    return () => {
      window.removeEventListener('unhandledrejection', rejected);
      window.removeEventListener('error', thrown);
    };
  }, []);
  useNotice(hear);
}

const hear = ({ kind }: { kind: string }): void => {
  if (kind === 'failure') showToast();
};

const isAnswerOfOffice = (reason: unknown): boolean =>
  reason instanceof Error && reason.message.includes('The operation failed.');

function showToast(): void {
  notifications.show({
    id: 'failure',
    color: 'red.9',
    autoClose: false,
    title: i18n.t('support:background.title'),
    message: i18n.t('support:background.detail'),
    closeButtonProps: { 'aria-label': i18n.t('action.close') },
  });
}
