/** A bug in the office, met while doing something: said aloud, for a click that does nothing is the worst answer. */
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { i18n } from './i18n.ts';

export function useFailureNotice(): void {
  useEffect(() => {
    const tell = (): void => {
      notifications.show({
        id: 'failure',
        color: 'red.9',
        autoClose: false,
        title: i18n.t('failure.officeTitle'),
        message: i18n.t('failure.officeDetail'),
        closeButtonProps: { 'aria-label': i18n.t('action.close') },
      });
    };
    window.addEventListener('unhandledrejection', tell);
    return () => window.removeEventListener('unhandledrejection', tell);
  }, []);
}
