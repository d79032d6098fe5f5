/** What can be done for many rows of a table at once. */
import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, ImportRow, importRowsShown } from '#shared/contract/exchange.ts';
import { done } from '#shared/domain/base/refusals.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import type { ImportWork } from './use-import.ts';

export function ImportOffers({
  preview,
  work,
  shown,
  onShow,
}: {
  preview: ImportPreview;
  work: ImportWork;
  /** The rows in sight: only about these can a verdict be given at once. */
  shown: readonly ImportRow[];
  onShow: (show: (typeof importRowsShown)[number]) => void;
}) {
  const { t } = useTranslation('imports');
  const { adjust } = work;
  const [judging, setJudging] = useState(false);
  const waiting = shown
    .filter((row) => !row.skipped && !row.apart && row.faults.length === 0 && row.possibleDuplicates.length > 0)
    .map(({ row }) => row);
  return (
    <>
      {preview.known > 0 && (
        <Offer text={t('known', { count: preview.known })}>
          <Button variant="default" onClick={() => void adjust({ kind: 'skipKnown' })}>
            {t('skipKnown')}
          </Button>
        </Offer>
      )}
      {preview.alike > 1 && (
        <Offer text={t('alikeMany', { count: preview.alike })}>
          {waiting.length > 1 ? (
            <Button variant="default" onClick={() => setJudging(true)}>
              {t('apartShown', { count: waiting.length })}
            </Button>
          ) : (
            <Button variant="default" onClick={() => onShow('alike')}>
              {t('showAlike')}
            </Button>
          )}
          <Button variant="default" onClick={() => void adjust({ kind: 'skipAlike' })}>
            {t('skipAlike')}
          </Button>
        </Offer>
      )}
      {preview.hostCitizens > 0 && <Offer text={t('hostCitizens', { count: preview.hostCitizens })} />}
      {preview.lookalikes > 0 && (
        <Offer
          text={preview.fixed ? t('fixed') : t('lookalikes', { count: preview.lookalikes })}
          settled={preview.fixed}
        >
          <Button variant="default" onClick={() => void adjust({ kind: 'fix', on: !preview.fixed })}>
            {preview.fixed ? t('unmend') : t('fix')}
          </Button>
        </Offer>
      )}
      {judging && (
        <ApartMany
          count={waiting.length}
          onJudge={(remark) => void adjust({ kind: 'apartMany', rows: waiting, remark })}
          onClose={() => setJudging(false)}
        />
      )}
    </>
  );
}

function Offer({ text, settled = false, children }: { text: string; settled?: boolean; children?: ReactNode }) {
  return (
    <Alert color={settled ? 'green' : 'yellow'} py={6}>
      <Group justify="space-between">
        <Text size="sm">{text}</Text>
        {children && <Group gap="xs">{children}</Group>}
      </Group>
    </Alert>
  );
}

function ApartMany({
  count,
  onJudge,
  onClose,
}: {
  count: number;
  onJudge: (remark: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('imports');
  const [remark, setRemark] = useState('');
  return (
    <ConfirmDialog
      opened
      title={t('apartManyTitle')}
      confirmLabel={t('apartMany')}
      onConfirm={() => {
        onJudge(remark.trim());
        return Promise.resolve(done({}));
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('apartManyDetail', { count })}</Text>
      <TextInput
        label={t('apartRemark')}
        maxLength={500}
        mt="sm"
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
