/** The travel document; its machine readable lines fill the form when they are pasted. */
import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { expiryConcern } from '#shared/domain/rules/document-expiry.ts';
import { documentKinds } from '#shared/domain/records/person.ts';
import { mrzIn } from '#shared/text/mrz-text.ts';
import { CountrySelect } from '../../components/CountrySelect.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Section } from '../../components/Section.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { today } from '../../base/today.ts';
import styles from './ApplicationForm.module.css';
import type { FieldsProps } from './FieldInput.tsx';

export function DocumentFields({
  value,
  onChange,
  at,
  locked,
  onLines,
}: FieldsProps & {
  /** Lines that were typed by hand are to be read. */
  onLines: (lines: string[]) => void;
}) {
  const { t } = useTranslation(['applications', 'domain', 'mrz']);
  const { document } = value;
  const [lines, setLines] = useState<string | null>(null);
  const set = (change: Partial<typeof document>): void => onChange({ document: { ...document, ...change } });
  const { votingDay } = useCurrentElection();
  const concern = expiryConcern(document.expiry, { today: today(), votingDay, stayTo: value.stayTo });
  const typed = lines ?? document.mrz.join('\n');
  const read = (): void => onLines(mrzIn(typed) ?? typed.split('\n'));
  return (
    <Section title={t('document')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
          <Select
            label={t('documentKind')}
            disabled={locked}
            data={documentKinds.map((kind) => ({ value: kind, label: t(`domain:documentKind.${kind}`) }))}
            value={document.kind}
            onChange={(kind) => {
              if (kind) set({ kind });
            }}
          />
          <TextInput
            label={t('documentNumber')}
            maxLength={24}
            value={document.number}
            error={at('document.number')}
            onChange={(event) => set({ number: event.currentTarget.value.toUpperCase() })}
          />
          <CountrySelect
            label={t('issuer')}
            disabled={locked}
            value={document.issuer}
            onChange={(issuer) => set({ issuer })}
            error={at('document.issuer')}
          />
          <DateInput
            label={t('expiry')}
            disabled={locked}
            value={document.expiry}
            onChange={(expiry) => set({ expiry })}
            error={at('document.expiry')}
          />
        </SimpleGrid>
        {concern && (
          <Text size="sm" className={styles.concern} role="status">
            <IconAlertTriangle size={15} aria-hidden /> {t('mrz:ends', { concern: t(`mrz:expiry.${concern}`) })}
          </Text>
        )}
        <Textarea
          label={t('mrz')}
          description={t('mrzHint')}
          autosize
          minRows={2}
          maxRows={3}
          spellCheck={false}
          maxLength={200}
          ff="monospace"
          value={typed}
          onChange={(event) => setLines(event.currentTarget.value)}
        />
        {!locked && (
          <Group gap="sm">
            <Button variant="default" disabled={(lines ?? '').trim() === ''} onClick={read}>
              {t('mrzRead')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
