/** One record that was changed on both computers: ours, theirs, or each field from the side that is right. */
import { Alert, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiveQuestion } from '#shared/contract/receiving.ts';
import { partOf, type Side, type Sides as ChosenSides } from '#shared/domain/merge/fields.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { useLanguage } from '../../base/i18n.ts';
import { useWording, word } from '../../base/wording.ts';
import { PartSides } from './PartSides.tsx';
import { Sides } from './Sides.tsx';

type Props = { question: ReceiveQuestion; onSettle: (choice: string, sides: ChosenSides) => void };

export function RecordQuestion({ question, onSettle }: Props) {
  const { t } = useTranslation('receiving');
  const language = useLanguage();
  const { fault: faultWords } = useWording();
  const { name, parts, faults, recordKind } = question;
  // What the clerk chose stands at once: the next choice does not wait for the office's answer to the last.
  const [answer, setAnswer] = useState(question.answer);
  const [sides, setSides] = useState<ChosenSides>(() =>
    Object.fromEntries(parts.flatMap(({ part, side }) => (side ? [[part, side]] : []))),
  );
  const left = parts.filter(({ part }) => !Object.hasOwn(sides, part)).length;
  const settle = (choice: string, chosen: ChosenSides): void => {
    setAnswer(choice);
    setSides(chosen);
    onSettle(choice, choice === 'fields' ? chosen : {});
  };
  const chooseAll = (choice: string): void => {
    const all = choice === 'ours' || choice === 'theirs' ? choice : null;
    settle(choice, all ? Object.fromEntries(parts.map(({ part }) => [part, all])) : sides);
  };
  const byField = parts.length > 1;
  const shown = new Set(parts.map(({ part }) => part));
  // A fault at a field in which both sides agree has no row of its own.
  const elsewhere = faults.filter(({ path }) => !shown.has(partOf(recordKind, path) ?? ''));
  return (
    <Stack gap="xs">
      <Radio.Group label={t('question.record', { name })} value={answer ?? ''} onChange={chooseAll}>
        <Group gap="lg" mt={4}>
          <Radio value="ours" label={t('keepOurs')} />
          <Radio value="theirs" label={t('takeTheirs')} />
          {byField && <Radio value="fields" label={t('byField')} />}
        </Group>
      </Radio.Group>
      {byField ? (
        <PartSides
          question={question}
          sides={sides}
          onChoose={(part: string, side: Side) => settle('fields', { ...sides, [part]: side })}
        />
      ) : (
        <Sides question={question} />
      )}
      {answer === 'fields' && left > 0 && (
        <Text size="sm" role="status">
          {t('fieldsLeft', { number: formatNumber(left, language) })}
        </Text>
      )}
      {faults.length > 0 && (
        <Alert color="red" role="alert" title={t('doNotFit')}>
          {t('doNotFitHint')}
          {elsewhere.map((fault) => (
            <div
              key={`${fault.path} ${fault.code}`}
            >{`${word(`errors:place.${fault.path}`)}: ${faultWords(fault)}`}</div>
          ))}
        </Alert>
      )}
    </Stack>
  );
}
