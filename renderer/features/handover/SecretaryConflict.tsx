/** Adopted decisions or papers that contradict each other, beside each other: which one stands, and why. */
import { Alert, Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionBeside, ReceiveQuestion } from '#shared/contract/receiving.ts';
import { secretaries } from '#shared/domain/records/operator.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import table from '../../components/table.module.css';
import { useLanguage } from '../../base/i18n.ts';
import { useOperator } from '../../base/operator.tsx';
import { PapersBeside } from './PapersBeside.tsx';
import { Sides } from './Sides.tsx';
import styles from './Receive.module.css';

type Props = { question: ReceiveQuestion; onSettle: (choice: string, reason: string) => void };

export function SecretaryConflict({ question, onSettle }: Props) {
  const { t } = useTranslation('receiving');
  const { kind, name, answer, decisions, options } = question;
  const operator = useOperator();
  // The last dated comes first: it stands unless the clerk says otherwise.
  const [choice, setChoice] = useState(answer ?? (kind === 'number' ? 'both' : (decisions[0]?.choice ?? null)));
  const [reason, setReason] = useState(question.reason);
  const may = operator !== null && (secretaries as readonly string[]).includes(operator.role);
  const label = kind === 'record' ? t('question.text', { name }) : t(`question.${kind}`, { name });
  const ready = may && choice !== null && reason.trim() !== '';
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (ready) onSettle(choice, reason.trim());
      }}
    >
      <Stack gap="sm">
        {kind === 'number' ? (
          <Text size="xs" fw={600}>
            {label}
          </Text>
        ) : (
          <Radio.Group label={label} value={choice ?? ''} onChange={setChoice}>
            <Stack gap="xs" mt={4}>
              {kind === 'record' ? (
                <Group gap="lg">
                  <Radio value="ours" label={t('textOurs')} disabled={!may} />
                  <Radio value="theirs" label={t('textTheirs')} disabled={!may} />
                </Group>
              ) : kind === 'bearer' ? (
                options.map(({ choice: id, number, name: person }) => (
                  <Radio key={id} value={id} disabled={!may} label={`${t('stays')}: № ${number}, ${person}`} />
                ))
              ) : (
                decisions.map((decision) => (
                  <Radio
                    key={decision.choice}
                    value={decision.choice}
                    disabled={!may}
                    label={<Stands decision={decision} />}
                  />
                ))
              )}
            </Stack>
          </Radio.Group>
        )}
        {kind === 'record' ? (
          <Sides question={question} />
        ) : kind === 'bearer' ? (
          <PapersBeside papers={options} />
        ) : (
          <Beside decisions={decisions} />
        )}
        {kind === 'bearer' && <Text size="sm">{t('bearerHint')}</Text>}
        {!may && <Alert color="yellow">{t(kind === 'bearer' ? 'onlySecretaryNumber' : 'onlySecretary')}</Alert>}
        <TextInput
          label={t('weightyReason')}
          description={t(kind === 'bearer' ? 'bearerReasonHint' : 'weightyReasonHint')}
          required
          disabled={!may}
          maxLength={500}
          maw={640}
          value={reason}
          onChange={(typed) => setReason(typed.currentTarget.value)}
        />
        <Group>
          <Button type="submit" disabled={!ready}>
            {t(kind === 'number' ? 'settleNumber' : 'settle')}
          </Button>
          {answer !== null && <Text size="sm">{t('answered')}</Text>}
        </Group>
      </Stack>
    </form>
  );
}

function Stands({ decision: { number, date } }: { decision: DecisionBeside }) {
  const { t } = useTranslation('receiving');
  const language = useLanguage();
  return t('decisionStands', { number, date: date ? formatDate(date, language) : '—' });
}

/** A column a decision, a line a person. */
function Beside({ decisions }: { decisions: readonly DecisionBeside[] }) {
  const { t } = useTranslation(['receiving', 'decisions', 'domain']);
  const language = useLanguage();
  const [first] = decisions;
  const shared = decisions.every(
    ({ outcomes }) =>
      outcomes.map(({ person }) => person).join('|') === first?.outcomes.map(({ person }) => person).join('|'),
  );
  const facts = [
    { title: t('decisionDate'), of: ({ date }: DecisionBeside) => (date ? formatDate(date, language) : '—') },
    { title: t('decisions:actTitle'), of: ({ title }: DecisionBeside) => title },
    { title: t('recordedOn'), of: ({ known }: DecisionBeside) => t(`known.${known}`) },
  ];
  const outcome = ({ action, reason }: DecisionBeside['outcomes'][number]): string =>
    action === null ? '—' : [t(`domain:action.${action}`), reason].filter((part) => part !== '').join(': ');
  return (
    <table className={`${table.table} ${styles.sides}`}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          {decisions.map(({ choice, number }) => (
            <th key={choice} scope="col">{`№ ${number}`}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map(({ title, of }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {decisions.map((decision) => (
              <td key={decision.choice}>{of(decision)}</td>
            ))}
          </tr>
        ))}
        {shared ? (
          first?.outcomes.map(({ person, action }, index) => (
            <tr
              key={`${person} ${String(index)}`}
              className={
                decisions.every(({ outcomes }) => outcomes[index]?.action === action) ? undefined : styles.differs
              }
            >
              <th scope="row">{person}</th>
              {decisions.map(({ choice, outcomes }) => {
                const own = outcomes[index];
                return <td key={choice}>{own ? outcome(own) : '—'}</td>;
              })}
            </tr>
          ))
        ) : (
          <tr>
            <th scope="row">{t('decisions:annex')}</th>
            {decisions.map(({ choice, outcomes }) => (
              <td key={choice}>
                {outcomes.map((one, index) => (
                  <div key={String(index)}>{`${one.person}: ${outcome(one)}`}</div>
                ))}
              </td>
            ))}
          </tr>
        )}
        {decisions.some(({ more }) => more > 0) && (
          <tr>
            <th scope="row">{t('morePeople')}</th>
            {decisions.map(({ choice, more }) => (
              <td key={choice}>{formatNumber(more, language)}</td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}
