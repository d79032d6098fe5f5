/** The small questions of the counter: numbers, issue, return, loss, replacement. */
import { Alert, Checkbox, Radio, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id, IsoDate } from '../../../shared/domain/primitives.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { call } from '../../app/office.ts';
import { today } from '../../app/today.ts';

export function ReserveDialog({
  applicationIds,
  onReserved,
  onClose,
}: {
  applicationIds: Id[];
  onReserved: (certificateIds: Id[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('certificates');
  const [issuedOn, setIssuedOn] = useState<IsoDate | null>(today());
  const reserve = async (day: IsoDate) => {
    const reply = await call('certificate.reserve', { applicationIds, issuedOn: day });
    if (reply.ok) onReserved(reply.value.ids);
    return reply;
  };
  return (
    <ConfirmDialog
      opened
      title={t('reserveTitle')}
      confirmLabel={t('reserve')}
      disabled={issuedOn === null}
      onConfirm={() => (issuedOn ? reserve(issuedOn) : undefined)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t('reserveDetail', { count: applicationIds.length })}</Text>
        <DateInput label={t('issuedOn')} required value={issuedOn} onChange={setIssuedOn} maxDate={today()} />
      </Stack>
    </ConfirmDialog>
  );
}

export function IssueDialog({
  certificateIds,
  onIssued,
  onClose,
}: {
  certificateIds: Id[];
  onIssued: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('certificates');
  const [to, setTo] = useState<'self' | 'proxy'>('self');
  const [proxyName, setProxyName] = useState('');
  const [identitySeen, setIdentitySeen] = useState(false);
  const [on, setOn] = useState<IsoDate | null>(today());
  const issue = async (day: IsoDate) => {
    const receipt = { to, proxyName: to === 'proxy' ? proxyName : '', identitySeen, on: day };
    const reply = await call('certificate.issue', { ids: certificateIds, receipt });
    if (reply.ok) onIssued();
    return reply;
  };
  return (
    <ConfirmDialog
      opened
      title={t('issueTitle')}
      confirmLabel={t('issue')}
      disabled={!identitySeen || on === null || (to === 'proxy' && proxyName.trim() === '')}
      onConfirm={() => (on ? issue(on) : undefined)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t('chosen', { count: certificateIds.length })}</Text>
        <Radio.Group label={t('issueTo')} value={to} onChange={(value) => setTo(value === 'proxy' ? 'proxy' : 'self')}>
          <Stack gap="xs" mt={4}>
            <Radio value="self" label={t('toSelf')} />
            <Radio value="proxy" label={t('toProxy')} />
          </Stack>
        </Radio.Group>
        {to === 'proxy' && (
          <TextInput
            label={t('proxyName')}
            required
            maxLength={500}
            value={proxyName}
            onChange={(event) => setProxyName(event.currentTarget.value)}
          />
        )}
        <DateInput label={t('issueDate')} required value={on} onChange={setOn} maxDate={today()} />
        <Checkbox
          label={t('identitySeen')}
          checked={identitySeen}
          onChange={(event) => setIdentitySeen(event.currentTarget.checked)}
        />
      </Stack>
    </ConfirmDialog>
  );
}

export function ReturnDialog({ id, onClose }: { id: Id; onClose: () => void }) {
  const { t } = useTranslation('certificates');
  const [on, setOn] = useState<IsoDate | null>(today());
  return (
    <ConfirmDialog
      opened
      title={t('returnTitle')}
      confirmLabel={t('return')}
      disabled={on === null}
      onConfirm={() => (on ? call('certificate.return', { id, on }) : undefined)}
      onClose={onClose}
    >
      <DateInput label={t('returnDate')} required value={on} onChange={setOn} maxDate={today()} />
    </ConfirmDialog>
  );
}

export function ReportDialog({ id, as, onClose }: { id: Id; as: 'spoiled' | 'lost'; onClose: () => void }) {
  const { t } = useTranslation('certificates');
  const [report, setReport] = useState('');
  return (
    <ConfirmDialog
      opened
      danger
      title={t(`${as}Title`)}
      confirmLabel={t(as)}
      disabled={report.trim() === ''}
      onConfirm={() => call('certificate.report', { id, as, report })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Alert color="yellow" role="note">
          {t('reportHint')}
        </Alert>
        <Textarea
          label={t('report')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxRows={6}
          maxLength={5000}
          value={report}
          onChange={(event) => setReport(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}

export function ReplaceDialog({ id, number, onClose }: { id: Id; number: string; onClose: () => void }) {
  const { t } = useTranslation('certificates');
  const [issuedOn, setIssuedOn] = useState<IsoDate | null>(today());
  return (
    <ConfirmDialog
      opened
      title={t('replaceTitle')}
      confirmLabel={t('replace')}
      disabled={issuedOn === null}
      onConfirm={() => (issuedOn ? call('certificate.replace', { id, issuedOn }) : undefined)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>{t('replaceDetail', { number })}</Text>
        <DateInput label={t('issuedOn')} required value={issuedOn} onChange={setIssuedOn} maxDate={today()} />
      </Stack>
    </ConfirmDialog>
  );
}
