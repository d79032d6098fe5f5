/** The last tables taken in; one whose people nobody has touched can be taken back whole. */
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '#shared/contract/exchange.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { SaveList } from '../../components/SaveList.tsx';
import { Section } from '../../components/Section.tsx';
import { useCurrentElection } from '../../base/current-election.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, useReading } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import styles from './ImportScreen.module.css';
import { useMay } from '../../base/operator.tsx';

const shown = 10;

export function RecentImports() {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const election = useCurrentElection();
  const [asked, setAsked] = useState<ImportSummary | null>(null);
  const imports = useReading('import.list', { electionId: election.id });
  const mayUndo = useMay('import.withdraw');
  const recent = (imports.data ?? []).slice(0, shown);
  if (recent.length === 0) return null;
  return (
    <Section
      title={t('recent')}
      aside={<SaveList list={{ kind: 'imports', electionId: election.id }} total={imports.data?.length ?? 0} />}
    >
      {recent.map((one) => (
        <Group key={one.id} justify="space-between" className={styles.recent} wrap="nowrap">
          <div>
            <Text size="sm">
              {t('recentRow', {
                file: one.fileName,
                at: formatDateTime(one.at, clockOffset(one.at)),
                people: formatNumber(one.people, language),
              })}
            </Text>
            <Text size="xs" c="dimmed">{`${one.organisation[language]} · ${t(`state.${one.state}`)}`}</Text>
          </div>
          {mayUndo && one.state === 'initialStatus' && (
            <Button variant="default" onClick={() => setAsked(one)} aria-label={`${t('undo')}: ${one.fileName}`}>
              {t('undo')}
            </Button>
          )}
        </Group>
      ))}
      {asked && (
        <ConfirmDialog
          opened
          danger
          title={t('undoTitle')}
          confirmLabel={t('undo')}
          onConfirm={() => call('import.withdraw', { id: asked.id })}
          onClose={() => setAsked(null)}
        >
          {t('undoDetail', { file: asked.fileName })}
        </ConfirmDialog>
      )}
    </Section>
  );
}
