/** Says that a form shows what was typed before the program ended, and lets the clerk throw it away. */
import { Alert, Button, Group } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#shared/text/dates.ts';
import { clockOffset } from '../base/today.ts';
import type { Unfinished } from '../base/unfinished.ts';

export function RestoredNotice({ unfinished, onDiscard }: { unfinished: Unfinished; onDiscard: () => void }) {
  const { t } = useTranslation('drafts');
  const { restored, forget } = unfinished;
  if (!restored) return null;
  const { at, kind } = restored;
  return (
    <Alert
      color={kind === 'restored' ? 'ink' : 'yellow'}
      role="status"
      mb="md"
      icon={<IconHistory size={17} stroke={1.8} />}
      title={t(`restored.${kind}`, { time: formatDateTime(at, clockOffset(at)) })}
    >
      <Group justify="space-between" gap="xs">
        <span>{t(`restoredDetail.${kind}`)}</span>
        <Button
          variant="default"
          onClick={() => {
            forget();
            onDiscard();
          }}
        >
          {t('discard')}
        </Button>
      </Group>
    </Alert>
  );
}
