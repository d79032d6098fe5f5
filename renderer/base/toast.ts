/** A short message at the edge of the window, which goes by itself and can be closed by name. */
import { notifications } from '@mantine/notifications';
import { i18n } from './i18n.ts';

/** `stays`: until the clerk closes it, for what has to be written down. */
export function showToast(
  message: string,
  { color = 'ink', stays = false }: { color?: string; stays?: boolean } = {},
): void {
  notifications.show({
    message,
    color,
    closeButtonProps: { 'aria-label': i18n.t('action.close') },
    ...(stays ? { autoClose: false } : {}),
  });
}
