/** The small questions of the counter: numbers, issue, return, loss, replacement. */
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '#shared/domain/records/certificate.ts';
import type { Id, IsoDate } from '#shared/domain/base/primitives.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { call } from '../../base/office.ts';
import { today } from '../../base/today.ts';
import { ReceiptFields, emptyReceipt, wholeReceipt } from './ReceiptFields.tsx';

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
  const [draft, setDraft] = useState(emptyReceipt);
  const receipt = wholeReceipt(draft);
  const issue = async (whole: Receipt) => {
    const reply = await call('certificate.issue', { ids: certificateIds, receipt: whole });
    if (reply.ok) onIssued();
    return reply;
  };
  return (
    <ConfirmDialog
      opened
      title={t('issueTitle')}
      confirmLabel={t('issue')}
      disabled={receipt === null}
      onConfirm={() => (receipt ? issue(receipt) : undefined)}
      onClose={onClose}
    >
      <Text mb="sm">{t('chosen', { count: certificateIds.length })}</Text>
      <ReceiptFields value={draft} onChange={setDraft} />
    </ConfirmDialog>
  );
}

export function ReturnDialog({
  ids,
  onReturned,
  onClose,
}: {
  ids: Id[];
  onReturned?: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('certificates');
  const [on, setOn] = useState<IsoDate | null>(today());
  const giveBack = async (day: IsoDate) => {
    const reply = await call('certificate.return', { ids, on: day });
    if (reply.ok) onReturned?.();
    return reply;
  };
  return (
    <ConfirmDialog
      opened
      title={t('returnTitle')}
      confirmLabel={t('return')}
      disabled={on === null}
      onConfirm={() => (on ? giveBack(on) : undefined)}
      onClose={onClose}
    >
      <DateInput label={t('returnDate')} required value={on} onChange={setOn} maxDate={today()} />
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
