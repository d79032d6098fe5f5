/** Where the application stands, what is missing before it is ready, and the steps that can be taken now. */
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationView } from '../../../shared/contract/applications.ts';
import { isOpenForEdit } from '../../../shared/domain/application.ts';
import type { FieldFault, Outcome, Refusal } from '../../../shared/domain/errors.ts';
import { emptyTrilingual, isComplete, type IsoDate } from '../../../shared/domain/primitives.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { Section } from '../../components/Section.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { useLanguage } from '../../app/i18n.ts';
import { NavLinkTo } from '../../app/navigation.tsx';
import { call } from '../../app/office.ts';
import { today } from '../../app/today.ts';
import { useWording } from '../../app/wording.ts';
import styles from './ApplicationForm.module.css';

export function StatusPanel({ view, dirty }: { view: ApplicationView; dirty: boolean }) {
  const { t } = useTranslation(['applications', 'domain']);
  const { application, missingForReady, decision, certificates } = view;
  const { id, status } = application;
  const language = useLanguage();
  const missingLine = useMissingLine();
  const [dialog, setDialog] = useState<'sendBack' | 'withdraw' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const open = isOpenForEdit(status);
  const run = async (change: Promise<Outcome<unknown>>): Promise<void> => {
    const reply = await change;
    setRefusal(reply.ok ? null : reply.refusal);
  };
  return (
    <Section title={t('state')}>
      <Stack gap="xs">
        <div>
          <StatusMark kind="application" status={view.shownStatus} />
        </div>
        {!open && <Text size="sm">{t('locked', { status: t(`domain:status.${view.shownStatus}`) })}</Text>}
        {application.reason && isComplete(application.reason) && <Text size="sm">{application.reason[language]}</Text>}
        {application.missing.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {t('missing')}
            </Text>
            <ul className={styles.list}>
              {application.missing.map((line) => (
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
                  <StatusMark kind="certificate" status={certificate.status} />
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
        </div>
      </Stack>
      {dialog === 'sendBack' && <SendBackDialog view={view} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog view={view} onClose={() => setDialog(null)} />}
    </Section>
  );
}

/** What is missing, as one line of a list: an empty field is named, a wrong one is explained as well. */
function useMissingLine(): (fault: FieldFault) => string {
  const { t } = useTranslation('errors');
  const { fault: words } = useWording();
  return (fault) => {
    const place = (t as (key: string) => string)(`errors:place.${fault.path}`);
    const line =
      fault.code === 'field.required'
        ? place
        : fault.code === 'field.namesNotConfirmed'
          ? words(fault)
          : `${place}: ${words(fault)}`;
    return line.charAt(0).toUpperCase() + line.slice(1);
  };
}

function SendBackDialog({ view, onClose }: { view: ApplicationView; onClose: () => void }) {
  const { t } = useTranslation('applications');
  const missingLine = useMissingLine();
  const [lines, setLines] = useState(() => view.missingForReady.map(missingLine).join('\n'));
  const missing = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('sendBackTitle')}
      confirmLabel={t('sendBack')}
      disabled={missing.length === 0}
      onConfirm={() => call('application.sendBack', { id: view.application.id, missing })}
      onClose={onClose}
    >
      <Textarea
        label={t('sendBackList')}
        required
        autosize
        minRows={3}
        maxRows={12}
        maxLength={5000}
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

function WithdrawDialog({ view, onClose }: { view: ApplicationView; onClose: () => void }) {
  const { t } = useTranslation('applications');
  const [on, setOn] = useState<IsoDate | null>(today());
  const [reason, setReason] = useState(emptyTrilingual);
  return (
    <ConfirmDialog
      opened
      danger
      size="lg"
      title={t('withdrawTitle')}
      confirmLabel={t('withdraw')}
      disabled={on === null || !isComplete(reason)}
      onConfirm={() => (on ? call('application.withdraw', { id: view.application.id, on, reason }) : undefined)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <DateInput label={t('withdrawOn')} required value={on} onChange={setOn} maxDate={today()} />
        <TrilingualInput label={t('withdrawReason')} required multiline value={reason} onChange={setReason} />
      </Stack>
    </ConfirmDialog>
  );
}
