/** The last check of the records: what was looked at, what was found, and checking again. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPrinter, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFault, AuditReport } from '#shared/contract/audit.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { DocumentPreview, type Printing } from '../../components/DocumentPreview.tsx';
import { ProgressDialog } from '../../components/ProgressDialog.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo } from '../../base/navigation.tsx';
import { call, newJob, useReading } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import styles from './RecordsScreen.module.css';

export function Verification() {
  const { t } = useTranslation('records');
  const latest = useReading('audit.latest', {});
  const [job, setJob] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [printing, setPrinting] = useState<Printing | null>(null);
  const verify = async (): Promise<void> => {
    const name = newJob();
    setRefusal(null);
    setJob(name);
    try {
      const reply = await call('audit.verify', { job: name });
      if (!reply.ok && reply.refusal.code !== 'job.cancelled') setRefusal(reply.refusal);
    } finally {
      setJob(null);
    }
  };
  const report = latest.data ?? null;
  return (
    <section className={styles.check} aria-label={t('check.title')}>
      <div className={styles.found} role="status">
        {report ? <Found report={report} /> : <Text size="sm">{t('check.never')}</Text>}
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button leftSection={<IconShieldCheck size={16} aria-hidden />} onClick={() => void verify()}>
          {t('check.now')}
        </Button>
        <Button
          variant="default"
          disabled={!report}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => setPrinting({ title: t('report.title'), request: { kind: 'verification' } })}
        >
          {t('check.print')}
        </Button>
      </Group>
      {report && report.faultCount > 0 && <Faults report={report} />}
      <RefusalMessage refusal={refusal} onClose={() => setRefusal(null)} />
      <ProgressDialog job={job} title={t('check.running')} />
      <DocumentPreview printing={printing} onClose={() => setPrinting(null)} />
    </section>
  );
}

function Found({ report }: { report: AuditReport }) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  const { at, by, lines, pictures, numbers, decisions, head, faultCount, clockBack } = report;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <Text size="sm" fw={600} className={faultCount === 0 ? styles.whole : styles.faulty}>
        {faultCount === 0 ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}{' '}
        {faultCount === 0 ? t('check.whole') : t('check.faults', { count: faultCount })}
      </Text>
      <Text size="xs">
        {t('check.at', { date: formatDateTime(at, clockOffset(at)), by: by ?? t('check.byProgram') })}.{' '}
        {t('check.counts', {
          ...{ lines: number(lines), pictures: number(pictures) },
          ...{ numbers: number(numbers), decisions: number(decisions) },
        })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('check.head', { seq: number(head.seq) })} <span className={styles.sum}>{head.hash}</span>
      </Text>
      {clockBack > 0 && <Text size="xs">{t('check.clockBack', { count: clockBack })}</Text>}
    </>
  );
}

function Faults({ report: { faults, faultCount } }: { report: AuditReport }) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  return (
    <Alert color="red" className={styles.faults} icon={<IconAlertTriangle size={18} aria-hidden />}>
      <ul className={styles.list} tabIndex={0} aria-label={t('report.faults')}>
        {faults.map((fault, index) => (
          <li key={index}>
            <FaultWords fault={fault} />
          </li>
        ))}
      </ul>
      {faultCount > faults.length && (
        <p className={styles.plain}>
          {t('check.moreFaults', {
            named: formatNumber(faults.length, language),
            all: formatNumber(faultCount, language),
          })}
        </p>
      )}
      <p className={styles.plain}>{t('check.advice')}</p>
    </Alert>
  );
}

function FaultWords({ fault: { kind, what, applicationId, decisionId } }: { fault: AuditFault }) {
  const { t } = useTranslation('records');
  const words = t(`fault.${kind}`, { what: what === '' ? t('emblem') : what });
  if (decisionId !== null) return <NavLinkTo to={{ screen: 'decision', id: decisionId }}>{words}</NavLinkTo>;
  if (applicationId === null) return words;
  return <NavLinkTo to={{ screen: 'application', id: applicationId }}>{words}</NavLinkTo>;
}
