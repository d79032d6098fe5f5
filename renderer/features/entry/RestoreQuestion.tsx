/** What a backup would bring back, what would be lost, and the question whether to go on. */
import { Alert, Button, Checkbox, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundBackup, RestorePreview } from '#shared/contract/backups.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { clockOffset } from '../../base/today.ts';
import styles from './Entry.module.css';

const moment = (at: string): string => formatDateTime(at, clockOffset(at));

export function RestoreQuestion({
  backup,
  preview,
  onCarryOut,
  onBack,
}: {
  backup: FoundBackup;
  preview: RestorePreview;
  onCarryOut: () => void;
  onBack: () => void;
}) {
  const { t } = useTranslation(['backups', 'common']);
  const [understood, setUnderstood] = useState(false);
  const { relation, lost, gained, lostSince, lostNumbers, damagedPictures } = preview;
  const asks = lost > 0 || relation === 'unreadable';
  return (
    <Stack gap="md">
      <h1 className={styles.heading}>{t('restore.preview', { date: moment(backup.at) })}</h1>
      <Text>{t(`restore.relation.${relation}`)}</Text>
      {damagedPictures === 0 ? (
        <Text className={styles.whole}>
          <IconCheck size={16} aria-hidden /> {t('restore.whole')}
        </Text>
      ) : (
        <Text c="var(--house-bad)">{t('restore.damaged', { count: damagedPictures })}</Text>
      )}
      <Compared backup={backup} here={preview.here} />
      {gained > 0 && <Text>{t('restore.gained', { count: gained })}</Text>}
      {lost > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle size={18} aria-hidden />}>
          <p className={styles.plain}>
            {t('restore.lost', { count: lost })} {lostSince && t('restore.lostSince', { date: moment(lostSince) })}
          </p>
          {lostNumbers.total > 0 && (
            <>
              <p className={styles.plain}>{t('restore.numbers', { count: lostNumbers.total })}</p>
              <p className={styles.numbers}>
                {lostNumbers.first.join(', ')}
                {lostNumbers.total > lostNumbers.first.length && ' …'}
              </p>
            </>
          )}
        </Alert>
      )}
      {relation !== 'nothing' && relation !== 'same' && <Text>{t('restore.kept')}</Text>}
      {asks && (
        <Checkbox
          label={t('restore.understood')}
          checked={understood}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={onBack}>
          {t('common:action.back')}
        </Button>
        <Button disabled={relation === 'same' || (asks && !understood)} onClick={onCarryOut}>
          {t('restore.confirm')}
        </Button>
      </div>
    </Stack>
  );
}

function Compared({ backup, here }: { backup: FoundBackup; here: RestorePreview['here'] }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const number = (value: number | undefined): string => (value === undefined ? '—' : formatNumber(value, language));
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>{t('restore.columns.what')}</th>
          <th className={table.number}>{t('restore.columns.here')}</th>
          <th className={table.number}>{t('restore.columns.backup')}</th>
        </tr>
      </thead>
      <tbody>
        {(['people', 'decisions', 'certificates'] as const).map((what) => (
          <tr key={what}>
            <td>{t(`restore.${what}`)}</td>
            <td className={table.number}>{number(here?.[what])}</td>
            <td className={table.number}>{number(backup[what])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
