/** The travel document; its machine readable lines fill the form when they are pasted. */
import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKinds } from '../../../shared/domain/person.ts';
import { isCountry } from '../../../shared/text/countries.ts';
import { parseMrz } from '../../../shared/text/mrz.ts';
import { CountrySelect } from '../../components/CountrySelect.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Section } from '../../components/Section.tsx';
import { today } from '../../app/today.ts';
import type { FieldsProps } from './PersonFields.tsx';

export function DocumentFields({ value, onChange, at, locked }: FieldsProps) {
  const { t } = useTranslation(['applications', 'domain']);
  const { document } = value;
  const [lines, setLines] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<'filled' | 'wrong' | null>(null);
  const set = (change: Partial<typeof document>): void => onChange({ document: { ...document, ...change } });
  const read = (): void => {
    const reading = parseMrz(lines ?? document.mrz.join('\n'), today());
    setOutcome(reading.ok ? 'filled' : 'wrong');
    if (!reading.ok) return;
    const { fields } = reading;
    const known = (code: string) => (isCountry(code) ? code : null);
    onChange({
      names: { ...value.names, latin: { surname: fields.surname, given: fields.given }, confirmed: false },
      sex: fields.sex,
      birthDate: fields.birthDate ?? value.birthDate,
      citizenship: known(fields.citizenship) ?? value.citizenship,
      document: {
        ...document,
        number: fields.number,
        issuer: known(fields.issuer) ?? document.issuer,
        expiry: fields.expiry ?? document.expiry,
        mrz: reading.lines,
      },
    });
    setLines(null);
  };
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
        <Textarea
          label={t('mrz')}
          description={t('mrzHint')}
          autosize
          minRows={2}
          maxRows={3}
          spellCheck={false}
          maxLength={200}
          ff="monospace"
          value={lines ?? document.mrz.join('\n')}
          error={outcome === 'wrong' ? t('mrzWrong') : undefined}
          onChange={(event) => {
            setLines(event.currentTarget.value);
            setOutcome(null);
          }}
        />
        {!locked && (
          <Group gap="sm">
            <Button variant="default" disabled={(lines ?? '').trim() === ''} onClick={read}>
              {t('mrzRead')}
            </Button>
            <Text size="xs" role="status">
              {outcome === 'filled' ? t('mrzFilled') : ''}
            </Text>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
