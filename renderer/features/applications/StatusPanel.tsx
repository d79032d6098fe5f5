/** Where the application stands, what is missing before it is ready, and the steps that can be taken now. */
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationView } from '#shared/contract/applications.ts';
import { isOpenForEdit } from '#shared/domain/records/application.ts';
import type { Outcome, Refusal } from '#shared/domain/base/refusals.ts';
import { isComplete } from '#shared/domain/base/primitives.ts';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { formatDate, formatDateTime } from '#shared/text/dates.ts';
import { useLanguage } from '../../base/i18n.ts';
import { NavLinkTo, navigate } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';
import { clockOffset } from '../../base/today.ts';
import { useWording } from '../../base/wording.ts';
import { SendBackDialog } from './SendBackDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import styles from './ApplicationForm.module.css';
import { IfMay } from '../../base/operator.tsx';

export function StatusPanel({ view, dirty }: { view: ApplicationView; dirty: boolean }) {
  const { t } = useTranslation(['applications', 'domain', 'intake']);
  const { application, missingForReady, decision, certificates } = view;
  const { id, status } = application;
  const language = useLanguage();
  const { missing: missingLine } = useWording();
  const [dialog, setDialog] = useState<'sendBack' | 'withdraw' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const open = isOpenForEdit(status);
  const missing = [...application.missingFaults.map(missingLine), ...application.missing];
  const run = async (change: Promise<Outcome<unknown>>): Promise<void> => {
    const reply = await change;
    setRefusal(reply.ok ? null : reply.refusal);
  };
  return (
    <Section title={t('state')}>
      <Stack gap="xs">
        <div>
          <StatusBadge kind="application" status={view.shownStatus} />
        </div>
        {!open && <Text size="sm">{t('locked', { status: t(`domain:status.${view.shownStatus}`) })}</Text>}
        {application.reason && isComplete(application.reason) && <Text size="sm">{application.reason[language]}</Text>}
        {application.withdrawalLetter?.date && (
          <Text size="sm">
            {t('intake:withdrawal.byLetter', {
              number: application.withdrawalLetter.number,
              date: formatDate(application.withdrawalLetter.date),
            })}
          </Text>
        )}
        {application.prepared && status !== 'withdrawn' && (
          <Text size="sm">
            {t('intake:prepared', {
              clerk: application.prepared.clerk,
              when: formatDateTime(application.prepared.at, clockOffset(application.prepared.at)),
            })}
          </Text>
        )}
        {missing.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {t('missing')}
            </Text>
            <ul className={styles.list}>
              {missing.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
        {decision && (
          <NavLinkTo to={{ screen: 'decision', id: decision.id }}>
            {decision.number ? t('decisionOf', { number: decision.number }) : t('inDraft')}
          </NavLinkTo>
        )}
        {certificates.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {t('certificates')}
            </Text>
            <ul className={styles.list}>
              {certificates.map((certificate) => (
                <li key={certificate.id}>
                  {`№ ${certificate.number} `}
                  <StatusBadge kind="certificate" status={certificate.status} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {view.replaces && (
          <Text size="sm">
            {`${t('replacesPerson')}: `}
            <NavLinkTo to={{ screen: 'application', id: view.replaces.id }}>{view.replaces.latin}</NavLinkTo>
          </Text>
        )}
        {view.replacedBy.map((other) => (
          <Text size="sm" key={other.id}>
            {`${t('replacedBy')}: `}
            <NavLinkTo to={{ screen: 'application', id: other.id }}>{other.latin}</NavLinkTo>
          </Text>
        ))}
        {open && (
          <div>
            <Text size="sm" fw={600}>
              {missingForReady.length === 0 ? t('complete') : t('missingTitle', { count: missingForReady.length })}
            </Text>
            <ul className={styles.list}>
              {missingForReady.map((fault) => (
                <li key={`${fault.path} ${fault.code}`}>{missingLine(fault)}</li>
              ))}
            </ul>
          </div>
        )}
        <RefusalMessage refusal={refusal} onClose={() => setRefusal(null)} />
        {dirty && <Text size="xs">{t('saveFirst')}</Text>}
        <IfMay call="application.receive">
          <div className={styles.actions}>
            {(status === 'draft' || status === 'incomplete') && (
              <Button
                variant="default"
                disabled={dirty}
                onClick={() => void run(call('application.receive', { ids: [id] }))}
              >
                {t('receive')}
              </Button>
            )}
            {open && status !== 'ready' && (
              <Button
                disabled={dirty || missingForReady.length > 0}
                onClick={() => void run(call('application.markReady', { ids: [id] }))}
              >
                {t('markReady')}
              </Button>
            )}
            {open && (
              <Button variant="default" disabled={dirty} onClick={() => setDialog('sendBack')}>
                {t('sendBack')}
              </Button>
            )}
            {status !== 'withdrawn' && status !== 'revoked' && status !== 'refused' && (
              <Button variant="default" disabled={dirty} onClick={() => setDialog('withdraw')}>
                {t('withdraw')}
              </Button>
            )}
            {status === 'withdrawn' && view.replacedBy.length === 0 && (
              <Button variant="default" onClick={() => navigate({ screen: 'newApplication', replaces: id })}>
                {t('intake:substitute.enter')}
              </Button>
            )}
          </div>
        </IfMay>
      </Stack>
      {dialog === 'sendBack' && <SendBackDialog view={view} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog ids={[id]} onClose={() => setDialog(null)} />}
    </Section>
  );
}
