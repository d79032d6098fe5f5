/** The office's settings as fields: used when an office is set up and whenever they are changed. */
import { Box, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { checkOfficeSettings, formatCertificateNumber, type OfficeSettings } from '#shared/domain/records/office.ts';
import type { FaultsAt } from './faults.tsx';
import { NumberBlocks } from './NumberBlocks.tsx';
import styles from './OfficeSettingsFields.module.css';
import { Section } from './Section.tsx';
import { TrilingualInput } from './TrilingualInput.tsx';

/** A number from the middle of a series shows the padding. */
const exampleSerial = 42;

export function OfficeSettingsFields({
  value,
  onChange,
  at,
}: {
  value: OfficeSettings;
  onChange: (value: OfficeSettings) => void;
  at: FaultsAt;
}) {
  const { t } = useTranslation(['settings', 'operators']);
  const set = (change: Partial<OfficeSettings>) => onChange({ ...value, ...change });
  const { certificates } = value;
  const setSeries = (change: Partial<OfficeSettings['certificates']>) =>
    set({ certificates: { ...certificates, ...change } });
  const seriesIsWrong = checkOfficeSettings(value).some(
    ({ path }) => path === 'certificates.series' || path === 'certificates.format',
  );
  return (
    <>
      <Section title={t('commission.title')} hint={t('commission.hint')}>
        <Stack gap="sm">
          <TrilingualInput
            label={t('commission.name')}
            multiline
            required
            value={value.commission}
            onChange={(commission) => set({ commission })}
            error={at('commission')}
          />
          <TrilingualInput
            label={t('commission.chair')}
            required
            layout="row"
            value={value.chair}
            onChange={(chair) => set({ chair })}
            error={at('chair')}
          />
          <TrilingualInput
            label={t('commission.secretary')}
            required
            layout="row"
            value={value.secretary}
            onChange={(secretary) => set({ secretary })}
            error={at('secretary')}
          />
          <TrilingualInput
            label={t('commission.city')}
            layout="row"
            value={value.city}
            onChange={(city) => set({ city })}
            error={at('city')}
          />
        </Stack>
      </Section>
      <Section title={t('certificates.title')} hint={t('certificates.hint')}>
        <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
          <TextInput
            label={t('certificates.series')}
            required
            maxLength={8}
            value={certificates.series}
            onChange={(event) => setSeries({ series: event.currentTarget.value.toUpperCase() })}
            error={at('certificates.series')}
          />
          <TextInput
            label={t('certificates.format')}
            description={t('certificates.formatHint')}
            required
            maxLength={40}
            value={certificates.format}
            onChange={(event) => setSeries({ format: event.currentTarget.value })}
            error={at('certificates.format')}
          />
          <NumberInput
            label={t('certificates.digits')}
            required
            min={1}
            max={8}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            value={certificates.digits}
            onChange={(digits) => {
              if (typeof digits === 'number') setSeries({ digits });
            }}
            error={at('certificates.digits')}
          />
          <div>
            <div className={styles.exampleLabel}>{t('certificates.example')}</div>
            <output className={styles.example} aria-live="polite">
              {seriesIsWrong ? '—' : `№ ${formatCertificateNumber(certificates, exampleSerial)}`}
            </output>
          </div>
        </SimpleGrid>
        <Box mt="md">
          <NumberBlocks value={certificates.blocks} onChange={(blocks) => setSeries({ blocks })} at={at} />
        </Box>
      </Section>
      <Section title={t('operators:lock.title')} hint={t('operators:lock.hint')}>
        <NumberInput
          label={t('operators:lock.after')}
          required
          maw={260}
          min={1}
          max={240}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={value.lockAfter}
          onChange={(lockAfter) => {
            if (typeof lockAfter === 'number' && lockAfter >= 1) set({ lockAfter });
          }}
        />
      </Section>
    </>
  );
}
