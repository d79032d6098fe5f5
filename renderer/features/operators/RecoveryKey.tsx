/** A recovery key, shown this once: printed, and its last group typed back before anything goes on. */
import { Button, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#shared/domain/base/refusals.ts';
import { formatLongDate } from '#shared/text/dates.ts';
import { useFaults } from '../../components/faults.tsx';
import { Form } from '../../components/Form.tsx';
import { RefusalMessage } from '../../components/RefusalMessage.tsx';
import { useSaving } from '../../components/saving.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { today } from '../../base/today.ts';
import styles from './RecoveryKey.module.css';

export function RecoveryKey({
  recoveryKey,
  office,
  onConfirm,
  onBack,
}: {
  recoveryKey: string;
  /** Whose key it is, for the sheet. */
  office: string;
  onConfirm: (lastGroup: string) => Promise<Outcome<unknown>>;
  onBack?: () => void;
}) {
  const { t } = useTranslation(['operators', 'common']);
  const language = useLanguage();
  const [lastGroup, setLastGroup] = useState('');
  const [tried, setTried] = useState(false);
  const saving = useSaving();
  const at = useFaults(tried && lastGroup.trim() === '' ? [{ path: 'lastGroup', code: 'field.required' }] : []);
  const confirm = (): void => {
    setTried(true);
    if (lastGroup.trim() !== '') void saving.run(() => onConfirm(lastGroup));
  };
  return (
    <Form label={t('recovery.title')} dirty={false} onSave={confirm}>
      <Text mb="md">{t('recovery.detail')}</Text>
      <section className={styles.sheet} aria-label={t('recovery.title')}>
        <p className={styles.commission}>{office}</p>
        <p className={styles.quiet}>{t('recovery.title')}</p>
        <p className={styles.key} data-recovery-key>
          {recoveryKey}
        </p>
        <p className={styles.quiet}>{t('recovery.made', { date: formatLongDate(today(), language) })}</p>
        <p className={styles.quiet}>{t('recovery.paper')}</p>
      </section>
      <Button
        variant="default"
        mb="md"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('recovery.print')}
      </Button>
      <TextInput
        label={t('recovery.lastGroup')}
        description={t('recovery.lastGroupHint')}
        required
        autoComplete="off"
        spellCheck={false}
        maw={420}
        maxLength={40}
        value={lastGroup}
        onChange={(event) => {
          setLastGroup(event.currentTarget.value);
          saving.reset();
        }}
        error={at('lastGroup')}
        mb="md"
      />
      <RefusalMessage refusal={saving.refusal} />
      <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
        {onBack && (
          <Button variant="default" onClick={onBack}>
            {t('common:action.back')}
          </Button>
        )}
        <Button type="submit" loading={saving.state === 'saving'}>
          {t('recovery.confirm')}
        </Button>
      </div>
    </Form>
  );
}
