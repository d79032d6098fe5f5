/** The blocks of numbers that have been dealt to this laptop. */
import { ActionIcon, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NumberBlock } from '#shared/domain/records/office.ts';
import type { FaultsAt } from './faults.tsx';

/** A block as large as a box of blanks is a fair first guess. */
const usualBlock = 500;
const mostBlocks = 50;

export function NumberBlocks({
  value,
  onChange,
  at,
}: {
  value: readonly NumberBlock[];
  onChange: (value: NumberBlock[]) => void;
  at: FaultsAt;
}) {
  const { t } = useTranslation('settings');
  const put = (index: number, change: Partial<NumberBlock>) =>
    onChange(value.map((block, place) => (place === index ? { ...block, ...change } : block)));
  const add = (): void => {
    const from = Math.max(0, ...value.map(({ to }) => to)) + 1;
    onChange([...value, { from, to: from + usualBlock - 1 }]);
  };
  const number = (label: string, shown: number, set: (next: number) => void) => (
    <NumberInput
      label={label}
      w={130}
      min={1}
      max={99_999_999}
      hideControls
      allowDecimal={false}
      allowNegative={false}
      value={shown}
      onChange={(next) => {
        if (typeof next === 'number' && next >= 1) set(next);
      }}
    />
  );
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" size="xs" fw={500}>
        {t('certificates.blocks')}
      </Text>
      <Stack gap="xs">
        <Text size="xs" c="dimmed">
          {t('certificates.blocksHint')}
        </Text>
        {value.map(({ from, to }, index) => {
          const fault = at(`certificates.blocks.${String(index)}`);
          return (
            // A block has no name but its place.
            <div key={index}>
              <Group gap="sm" align="end">
                {number(t('certificates.blockFrom'), from, (next) => put(index, { from: next }))}
                {number(t('certificates.blockTo'), to, (next) => put(index, { to: next }))}
                <ActionIcon
                  variant="default"
                  size={30}
                  aria-label={t('certificates.removeBlock', { from, to })}
                  onClick={() => onChange(value.filter((_, place) => place !== index))}
                >
                  <IconTrash size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
              </Group>
              {fault && (
                <Text size="xs" c="red" role="alert">
                  {fault}
                </Text>
              )}
            </div>
          );
        })}
        <div>
          <Button
            variant="default"
            disabled={value.length >= mostBlocks}
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={add}
          >
            {t('certificates.addBlock')}
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}
