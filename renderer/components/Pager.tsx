/** A page of a long list, and the pages before and after it; nothing where one page holds all. */
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/text/numbers.ts';
import { useLanguage } from '../base/i18n.ts';

export function Pager({
  offset,
  shown,
  total,
  pageLength,
  onMove,
}: {
  offset: number;
  /** Rows on this page. */
  shown: number;
  total: number;
  pageLength: number;
  onMove: (offset: number) => void;
}) {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  if (total <= pageLength) return null;
  return (
    <Group gap="xs">
      <Button variant="default" disabled={offset === 0} onClick={() => onMove(offset - pageLength)}>
        {t('previous')}
      </Button>
      <Text size="sm">
        {t('range', {
          from: formatNumber(offset + 1, language),
          to: formatNumber(offset + shown, language),
          total: formatNumber(total, language),
        })}
      </Text>
      <Button variant="default" disabled={offset + pageLength >= total} onClick={() => onMove(offset + pageLength)}>
        {t('following')}
      </Button>
    </Group>
  );
}
