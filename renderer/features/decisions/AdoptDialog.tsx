/** Recording that the commission adopted the decision: number and day, and what can never be changed afterwards. */
import { Alert, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '#shared/contract/decisions.ts';
import type { AnnexAction, DecisionFields } from '#shared/domain/records/decision.ts';
import type { Outcome } from '#shared/domain/base/refusals.ts';
import type { IsoDate } from '#shared/domain/base/primitives.ts';
import { checkBallot, type SessionRules } from '#shared/domain/records/voting-rules.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { useFaults } from '../../components/faults.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call } from '../../base/office.ts';
import { today } from '../../base/today.ts';
import { fieldsOf } from './DecisionForm.tsx';
import { VotesFields } from './VotesFields.tsx';

/** What is known only after the session. */
type Brought = Pick<DecisionFields, 'minutesNumber' | 'votes' | 'present'>;

export function AdoptDialog({
  view,
  rules,
  onClose,
}: {
  view: DecisionView;
  rules: SessionRules;
  onClose: () => void;
}) {
  const { t } = useTranslation(['decisions', 'session']);
  const language = useLanguage();
  const { decision, annex, cumulativeBefore, suggestedNumber, lastNumber } = view;
  /** What is typed here and not yet in the draft. */
  const [typed, setTyped] = useState<Partial<Brought>>({});
  const fields = { ...fieldsOf(view), ...typed };
  const [number, setNumber] = useState(suggestedNumber ?? '');
  const at = useFaults(checkBallot(fields, rules));
  const [date, setDate] = useState<IsoDate | null>(decision.sessionDate);
  const count = (action: AnnexAction) => annex.filter(({ row }) => row.action === action).length;
  const words = (value: number) => formatNumber(value, language);
  /** What the session brought is written into the draft, as it stands now; then the decision is adopted. */
  const adopt = async (day: IsoDate): Promise<Outcome<unknown>> => {
    if (Object.keys(typed).length > 0) {
      const now = await call('decision.get', { id: decision.id });
      if (!now.ok) return now;
      const changed = await call('decision.change', { id: decision.id, fields: { ...fieldsOf(now.value), ...typed } });
      if (!changed.ok) return changed;
    }
    return call('decision.adopt', { id: decision.id, adoption: { number, date: day } });
  };
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={t('adoptTitle')}
      confirmLabel={t('adoptConfirm')}
      disabled={number.trim() === '' || date === null}
      onConfirm={() => (date ? adopt(date) : undefined)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Alert color="yellow" role="note">
          {t('adoptWarning')}
        </Alert>
        <Text size="sm">
          {t('adoptSummary', {
            accredit: words(count('accredit')),
            refuse: words(count('refuse')),
            revoke: words(count('revoke')),
            cumulative: words(cumulativeBefore + count('accredit')),
          })}
        </Text>
        <SimpleGrid cols={3} spacing="sm">
          <TextInput
            label={t('adoptNumber')}
            required
            data-autofocus
            maxLength={100}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateInput label={t('adoptDate')} required value={date} onChange={setDate} maxDate={today()} />
          <TextInput
            label={t('minutes')}
            maxLength={100}
            value={fields.minutesNumber}
            onChange={(event) => setTyped({ ...typed, minutesNumber: event.currentTarget.value })}
          />
        </SimpleGrid>
        {suggestedNumber !== null && lastNumber !== null && number === suggestedNumber && (
          <Text size="xs" c="dimmed">
            {t('session:suggested', { number: lastNumber })}
          </Text>
        )}
        <VotesFields
          value={fields}
          rules={rules}
          at={at}
          onChange={({ votes, present }) => setTyped({ ...typed, votes, present })}
        />
      </Stack>
    </ConfirmDialog>
  );
}
