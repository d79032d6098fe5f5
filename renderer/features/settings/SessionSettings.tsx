/** The rules of the commission's sessions and the legal bases that a draft decision chooses from. */
import { ActionIcon, Box, Button, Group, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OfficeSettings } from '#shared/domain/records/office.ts';
import { emptyTrilingual } from '#shared/domain/base/primitives.ts';
import { majorities, type SessionRules } from '#shared/domain/records/voting-rules.ts';
import type { FaultsAt } from '../../components/faults.tsx';
import { Section } from '../../components/Section.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';

const mostBases = 30;

export function SessionSettings({
  value,
  onChange,
  at,
}: {
  value: OfficeSettings;
  onChange: (value: OfficeSettings) => void;
  at: FaultsAt;
}) {
  const { t } = useTranslation('session');
  const { session, legalBases } = value;
  const set = (change: Partial<SessionRules>) => onChange({ ...value, session: { ...session, ...change } });
  const setBases = (bases: OfficeSettings['legalBases']) => onChange({ ...value, legalBases: bases });
  const number = (name: 'members' | 'quorum') => (
    <NumberInput
      label={t(`settings.${name}`)}
      required
      min={1}
      max={99}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      value={session[name]}
      error={at(`session.${name}`)}
      onChange={(next) => {
        if (typeof next === 'number' && next >= 1) set({ [name]: next });
      }}
    />
  );
  return (
    <Section title={t('settings.title')} hint={t('settings.hint')}>
      <SimpleGrid cols={2} spacing="sm">
        {number('members')}
        {number('quorum')}
      </SimpleGrid>
      <Select
        mt="sm"
        label={t('settings.majority')}
        data={majorities.map((one) => ({ value: one, label: t(`settings.of.${one}`) }))}
        value={session.majority}
        onChange={(majority) => {
          if (majority) set({ majority });
        }}
      />
      <Box mt="md">
        <Text size="sm" fw={600}>
          {t('settings.bases')}
        </Text>
        <Text size="xs" c="dimmed" mb="xs">
          {t('settings.basesHint')}
        </Text>
        <Stack gap="sm">
          {legalBases.map((basis, index) => (
            // A basis has no name but its place.
            <Group key={index} gap="xs" align="start" wrap="nowrap">
              <Box flex={1}>
                <TrilingualInput
                  label={t('settings.basis', { number: index + 1 })}
                  required
                  multiline
                  value={basis}
                  onChange={(next) => setBases(legalBases.with(index, next))}
                  error={at(`legalBases.${String(index)}`)}
                />
              </Box>
              <ActionIcon
                color="gray"
                mt={24}
                aria-label={t('settings.removeBasis', { number: index + 1 })}
                onClick={() => setBases(legalBases.toSpliced(index, 1))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          ))}
          {legalBases.length < mostBases && (
            <Group>
              <Button
                variant="default"
                leftSection={<IconPlus size={15} aria-hidden />}
                onClick={() => setBases([...legalBases, emptyTrilingual])}
              >
                {t('settings.addBasis')}
              </Button>
            </Group>
          )}
        </Stack>
      </Box>
    </Section>
  );
}
