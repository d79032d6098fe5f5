/** What was changed on both computers: one question after the other, both sides beside each other. */
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivePreview, ReceiveQuestion } from '#shared/contract/receiving.ts';
import type { Sides } from '#shared/domain/merge/fields.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { useLanguage } from '../../base/i18n.ts';
import { call, useReading } from '../../base/office.ts';
import { word } from '../../base/wording.ts';
import { freshQuestions } from './fresh-questions.ts';
import { RecordQuestion } from './RecordQuestion.tsx';
import { SecretaryConflict } from './SecretaryConflict.tsx';
import type { Reply } from '#shared/contract/index.ts';
import styles from './Receive.module.css';

type Props = {
  receiveId: string;
  preview: ReceivePreview;
  onPreview: (reply: Reply<'receive.settle'>) => void;
};

export function ReceiveQuestions({ receiveId, preview, onPreview }: Props) {
  const { t } = useTranslation('receiving');
  const language = useLanguage();
  const client = useQueryClient();
  const [place, setPlace] = useState(0);
  /** How often all that was left was answered alike: what is shown then begins anew. */
  const [rest, setRest] = useState(0);
  const at = Math.min(place, Math.max(0, preview.questions - 1));
  const reading = useReading(
    'receive.questions',
    { receiveId, language, offset: at, limit: 1 },
    { keepPrevious: true },
  );
  const settle = async (
    question: string,
    choice: string,
    more: { reason?: string; sides?: Sides } = {},
  ): Promise<void> => {
    onPreview(await call('receive.settle', { receiveId, settlements: [{ question, choice, ...more }] }));
    await freshQuestions(client);
  };
  const settleRest = async (choice: 'ours' | 'theirs'): Promise<void> => {
    onPreview(await call('receive.settleRest', { receiveId, choice }));
    await freshQuestions(client);
    setRest(rest + 1);
  };
  const counts = { open: formatNumber(preview.open, language), total: formatNumber(preview.questions, language) };
  return (
    <Stack gap="sm">
      <Group justify="space-between" mih={30}>
        <Text fw={600} role="status">
          {preview.open === 0 ? t('settled') : t('questions', counts)}
        </Text>
        {/* Above the question, where it stays in place however long the question is. */}
        {preview.questions > 1 && (
          <Group gap="xs">
            <Button variant="default" disabled={at === 0} onClick={() => setPlace(at - 1)}>
              {t('previous')}
            </Button>
            <Text size="sm">{t('place', { place: formatNumber(at + 1, language), total: counts.total })}</Text>
            <Button variant="default" disabled={at + 1 >= preview.questions} onClick={() => setPlace(at + 1)}>
              {t('next')}
            </Button>
          </Group>
        )}
      </Group>
      <Loaded reading={reading}>
        {({ rows }) => {
          const [question] = rows;
          if (!question) return null;
          const { key, kind, needsSecretary } = question;
          if (needsSecretary) {
            return (
              <SecretaryConflict
                key={key}
                question={question}
                onSettle={(choice, reason) => void settle(key, choice, { reason })}
              />
            );
          }
          return kind === 'record' ? (
            <RecordQuestion
              key={`${key} ${String(rest)}`}
              question={question}
              onSettle={(choice, sides) => void settle(key, choice, { sides })}
            />
          ) : (
            <WhichStays key={key} question={question} onSettle={(choice) => void settle(key, choice)} />
          );
        }}
      </Loaded>
      {preview.openAlike > 1 && (
        <Group gap="xs" className={styles.rest}>
          <Button variant="subtle" onClick={() => void settleRest('ours')}>
            {t('allOurs')}
          </Button>
          <Button variant="subtle" onClick={() => void settleRest('theirs')}>
            {t('allTheirs')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Several records of which one stays. */
function WhichStays({ question, onSettle }: { question: ReceiveQuestion; onSettle: (choice: string) => void }) {
  const { t } = useTranslation('receiving');
  const { kind, name, answer, options } = question;
  if (kind !== 'person' && kind !== 'certificate') return null;
  return (
    <Radio.Group label={t(`question.${kind}`, { name })} value={answer ?? ''} onChange={onSettle}>
      <Stack gap="xs" mt={4}>
        {options.map((option) => (
          <Radio
            key={option.choice}
            value={option.choice}
            disabled={option.givesWay}
            label={`${t('stays')}: № ${option.number}, ${option.name}`}
            description={[
              option.organisation,
              word(`domain:${kind === 'person' ? 'status' : 'certificateState'}.${option.status}`),
              t(`known.${option.known}`),
              ...(option.givesWay ? [t('givesWay')] : []),
            ].join(' · ')}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
