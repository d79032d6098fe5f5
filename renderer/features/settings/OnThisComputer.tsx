/** How the screens look on this computer: language, colours, contrast, size; and the languages of documents. */
import { ActionIcon, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usualZoom, zooms } from '#shared/contract/entry.ts';
import { LanguageChoice } from '../../components/LanguageChoice.tsx';
import { Section } from '../../components/Section.tsx';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { usePreferences } from '../../base/preferences.tsx';
import { nextZoom } from '../../base/zoom.ts';
import styles from './SettingsScreen.module.css';

export function OnThisComputer() {
  const { t } = useTranslation(['settings', 'common']);
  const { preferences, change } = usePreferences();
  return (
    <Section title={t('preferences.title')}>
      <Stack gap="sm">
        <div>
          <div className={styles.label}>{t('preferences.language')}</div>
          <LanguageSwitch />
        </div>
        <Labelled label={t('preferences.colours')}>
          {(labelledBy) => (
            <SegmentedControl
              fullWidth
              aria-labelledby={labelledBy}
              value={preferences.colourScheme}
              onChange={(colourScheme) => change({ colourScheme })}
              data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`common:frame.${value}`) }))}
            />
          )}
        </Labelled>
        <Labelled label={t('preferences.contrast')}>
          {(labelledBy) => (
            <SegmentedControl
              fullWidth
              aria-labelledby={labelledBy}
              value={preferences.contrast ?? 'system'}
              onChange={(contrast) => change({ contrast })}
              data={(['system', 'high'] as const).map((value) => ({ value, label: t(`preferences.${value}`) }))}
            />
          )}
        </Labelled>
        <Labelled label={t('preferences.zoom')}>{(labelledBy) => <ZoomControl labelledBy={labelledBy} />}</Labelled>
        <LanguageChoice
          value={preferences.documentLanguages}
          onChange={(documentLanguages) => change({ documentLanguages })}
        />
      </Stack>
    </Section>
  );
}

function Labelled({ label, children }: { label: string; children: (labelledBy: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <div className={styles.label} id={id}>
        {label}
      </div>
      {children(id)}
    </div>
  );
}

function ZoomControl({ labelledBy }: { labelledBy: string }) {
  const { t } = useTranslation('settings');
  const { preferences, change } = usePreferences();
  const zoom = preferences.zoom ?? usualZoom;
  return (
    <>
      <Group gap="xs" role="group" aria-labelledby={labelledBy}>
        <ActionIcon
          variant="default"
          aria-label={t('preferences.smaller')}
          disabled={zoom === zooms[0]}
          onClick={() => change({ zoom: nextZoom(zoom, -1) })}
        >
          <IconMinus size={15} aria-hidden />
        </ActionIcon>
        <output className={styles.zoom}>{zoom} %</output>
        <ActionIcon
          variant="default"
          aria-label={t('preferences.larger')}
          disabled={zoom === zooms.at(-1)}
          onClick={() => change({ zoom: nextZoom(zoom, 1) })}
        >
          <IconPlus size={15} aria-hidden />
        </ActionIcon>
        <Button variant="subtle" disabled={zoom === usualZoom} onClick={() => change({ zoom: usualZoom })}>
          {t('preferences.usual')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('preferences.zoomHint')}
      </Text>
    </>
  );
}
