/** How many were there and how they voted, and at once whether that is a quorum and a majority by the office's rules. */
import { NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  presentAt,
  votesCast,
  votesNeeded,
  type Ballot,
  type SessionRules,
} from '#shared/domain/records/voting-rules.ts';
import type { FaultsAt } from '../../components/faults.tsx';
import styles from './VotesFields.module.css';

const noVotes = { for: 0, against: 0, abstained: 0 };
const voteWords = { for: 'votesFor', against: 'votesAgainst', abstained: 'votesAbstained' } as const;

export function VotesFields({
  value,
  onChange,
  at,
  rules,
  locked = false,
}: {
  value: Ballot;
  onChange: (value: Ballot) => void;
  at: FaultsAt;
  rules: SessionRules;
  locked?: boolean;
}) {
  const { t } = useTranslation(['decisions', 'session']);
  const { votes, present } = value;
  const number = (label: string, shown: number | null, set: (next: number | null) => void, error?: string) => (
    <NumberInput
      label={label}
      min={0}
      max={99}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      disabled={locked}
      value={shown ?? ''}
      error={error}
      onChange={(next) => set(typeof next === 'number' ? next : null)}
    />
  );
  const setVote = (vote: keyof typeof noVotes, next: number | null): void => {
    const changed = { ...(votes ?? noVotes), [vote]: next ?? 0 };
    // Emptied fields are no vote at all, not a vote of nobody.
    onChange({ ...value, votes: next === null && votesCast(changed) === 0 ? null : changed });
  };
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        {number(t('session:present'), present, (next) => onChange({ ...value, present: next }), at('present'))}
        {(['for', 'against', 'abstained'] as const).map((vote) => (
          <div key={vote}>{number(t(voteWords[vote]), votes ? votes[vote] : null, (next) => setVote(vote, next))}</div>
        ))}
      </SimpleGrid>
      {at('votes') && (
        <p className={styles.wrong} role="alert">
          {at('votes')}
        </p>
      )}
      <Verdict ballot={value} rules={rules} />
    </Stack>
  );
}

function Verdict({ ballot, rules }: { ballot: Ballot; rules: SessionRules }) {
  const { t } = useTranslation('session');
  const { votes } = ballot;
  const present = presentAt(ballot);
  if (present === null) return <p className={styles.quiet}>{t('notEntered')}</p>;
  const { members, quorum } = rules;
  const isQuorum = present >= quorum;
  const needed = votesNeeded(rules, present);
  const silent = votes ? present - votesCast(votes) : 0;
  return (
    <div className={styles.verdict} role="status">
      <Line good={isQuorum} words={t(isQuorum ? 'quorum' : 'noQuorum', { present, members, quorum })} />
      {votes && (
        <Line
          good={votes.for >= needed}
          words={t(votes.for >= needed ? 'passes' : 'fails', { for: votes.for, needed })}
        />
      )}
      {silent > 0 && <p className={styles.quiet}>{t('silent', { count: silent })}</p>}
    </div>
  );
}

function Line({ good, words }: { good: boolean; words: string }) {
  const Sign = good ? IconCheck : IconAlertTriangle;
  return (
    <p className={good ? styles.good : styles.wrong}>
      <Sign size={15} aria-hidden />
      <span>{words}</span>
    </p>
  );
}
