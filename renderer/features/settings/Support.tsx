/** When something goes wrong: the self-checks of this computer, and the support report. */
import { Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelfCheck, Standing } from '#shared/contract/support.ts';
import { formatBytes, formatNumber } from '#shared/text/numbers.ts';
import { Section } from '../../components/Section.tsx';
import { SupportReport } from '../../components/SupportReport.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';
import { word } from '../../base/wording.ts';
import styles from './Support.module.css';

const icons = {
  good: IconCircleCheck,
  attention: IconAlertTriangle,
  bad: IconCircleX,
  unknown: IconHelpCircle,
} as const satisfies Record<Standing, unknown>;

export function Support() {
  const { t } = useTranslation('support');
  const [checking, setChecking] = useState(false);
  const [checks, setChecks] = useState<readonly SelfCheck[] | null>(null);
  const check = async (): Promise<void> => {
    setChecking(true);
    try {
      const reply = await call('support.check', {});
      if (reply.ok) setChecks(reply.value.checks);
    } finally {
      setChecking(false);
    }
  };
  return (
    <Section title={t('title')}>
      <Text size="xs" mb="sm">
        {t('hint')}
      </Text>
      <Stack gap="xs" align="flex-start">
        <SupportReport />
        <Button variant="default" disabled={checking} onClick={() => void check()}>
          {checking ? t('checking') : t('checkNow')}
        </Button>
      </Stack>
      <div role="status">{checks && <Checks checks={checks} />}</div>
    </Section>
  );
}

function Checks({ checks }: { checks: readonly SelfCheck[] }) {
  const { t } = useTranslation('support');
  const language = useLanguage();
  return (
    <ol className={styles.checks} aria-label={t('checks')}>
      {checks.map(({ name, standing, finding, figures }) => {
        const Icon = icons[standing];
        const words = Object.fromEntries(
          Object.entries(figures).map(([key, value]) => [
            key,
            key === 'bytes' ? formatBytes(value, language) : formatNumber(value, language),
          ]),
        );
        return (
          <li key={name}>
            <span className={styles.name}>{t(`check.${name}`)}</span>{' '}
            <span className={styles[standing]}>
              <Icon size={14} stroke={1.8} aria-hidden /> {t(`standing.${standing}`)}
            </span>
            <div>{word(`support:finding.${finding}`, words)}</div>
          </li>
        );
      })}
    </ol>
  );
}
