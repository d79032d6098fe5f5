/** The ground of a refusal or revocation: a standing one in three languages, or the clerk's own words. */
import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { locales } from '#locales/index.ts';
import type { AnnexLine } from '#shared/contract/decisions.ts';
import { emptyTrilingual, isComplete, type Id, type Trilingual } from '#shared/domain/base/primitives.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { TrilingualInput } from '../../components/TrilingualInput.tsx';
import { inThree } from '../../base/in-three.ts';
import { call } from '../../base/office.ts';

type Ground = keyof typeof locales.ky.decisions.grounds;
const grounds = Object.keys(locales.ky.decisions.grounds) as Ground[];
const wordsOf = (ground: Ground): Trilingual => inThree(`decisions:grounds.${ground}`);

/** All lines of one dialog are decided alike: revocations stay revocations, everybody else is refused. */
export function ReasonDialog({
  decisionId,
  lines,
  onClose,
}: {
  decisionId: Id;
  lines: readonly AnnexLine[];
  onClose: () => void;
}) {
  const { t } = useTranslation('decisions');
  const revoking = lines.every(({ row }) => row.action === 'revoke');
  const [reason, setReason] = useState<Trilingual>(lines[0]?.row.reason ?? emptyTrilingual);
  const standing = grounds.find((ground) => wordsOf(ground).ky === reason.ky) ?? null;
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={revoking ? t('reasonRevokeTitle') : t('reasonTitle')}
      confirmLabel={t('setReason')}
      disabled={!isComplete(reason)}
      onConfirm={() =>
        call('decision.decideAnnex', {
          id: decisionId,
          applicationIds: lines.map(({ row }) => row.applicationId),
          action: revoking ? 'revoke' : 'refuse',
          reason,
        })
      }
      onClose={onClose}
    >
      <Stack gap="sm">
        <Select
          label={t('ground')}
          placeholder={t('groundOwn')}
          data={grounds.map((ground) => ({ value: ground, label: t(`grounds.${ground}`) }))}
          value={standing}
          onChange={(ground) => {
            if (ground) setReason(wordsOf(ground));
          }}
        />
        <TrilingualInput label={t('reason')} required multiline value={reason} onChange={setReason} />
      </Stack>
    </ConfirmDialog>
  );
}
