import { describe, expect, it } from 'vitest';
import { nextNumber, numberAfter, sameNumber } from '#shared/domain/rules/decision-number.ts';
import {
  checkBallot,
  checkSessionRules,
  mayPass,
  usualSession,
  votesNeeded,
  type Ballot,
} from '#shared/domain/records/voting-rules.ts';

const ballot = (present: number | null, inFavour: number, against = 0, abstained = 0): Ballot => ({
  present,
  votes: { for: inFavour, against, abstained },
});
const refusal = (given: Ballot, rules = usualSession) => {
  const outcome = mayPass(given, rules);
  return outcome.ok ? null : outcome.refusal;
};

describe('a vote of the commission', () => {
  it('needs a quorum of its members', () => {
    expect(refusal(ballot(8, 5, 3))).toBeNull();
    expect(refusal(ballot(7, 7))).toEqual({
      code: 'decision.noQuorum',
      params: { present: 7, quorum: 8, members: 12 },
    });
    expect(refusal({ present: 3, votes: null })?.code).toBe('decision.noQuorum');
  });

  it.each([
    [8, 'present', 5],
    [9, 'present', 5],
    [10, 'present', 6],
    [12, 'present', 7],
    [8, 'members', 7],
    [12, 'members', 7],
  ] as const)('with %i present needs more than half of the %s: %i', (present, majority, needed) => {
    const rules = { ...usualSession, majority };
    expect(votesNeeded(rules, present)).toBe(needed);
    expect(refusal(ballot(present, needed), rules)).toBeNull();
    expect(refusal(ballot(present, needed - 1), rules)).toEqual({
      code: 'decision.noMajority',
      params: { for: needed - 1, needed },
    });
  });

  it('counts those who voted as present where nobody counted them, and refuses nothing that is not written down', () => {
    expect(refusal(ballot(null, 6, 2))).toBeNull();
    expect(refusal(ballot(null, 6, 1))?.code).toBe('decision.noQuorum');
    expect(refusal({ present: null, votes: null })).toBeNull();
  });

  it('cannot have more votes than people, nor more people than members', () => {
    expect(checkBallot(ballot(10, 8, 1, 1), usualSession)).toEqual([]);
    expect(checkBallot(ballot(10, 8, 2, 1), usualSession)).toEqual([
      { path: 'votes', code: 'field.moreVotesThanPresent', params: { votes: 11, most: 10 } },
    ]);
    expect(checkBallot(ballot(13, 8), usualSession)).toEqual([
      { path: 'present', code: 'field.moreThanMembers', params: { members: 12 } },
    ]);
    expect(checkBallot(ballot(null, 13), usualSession)[0]?.code).toBe('field.moreVotesThanPresent');
    expect(checkSessionRules({ ...usualSession, quorum: 13 })[0]?.path).toBe('session.quorum');
  });
});

describe('the number of a decision', () => {
  it.each([
    ['17', '18'],
    ['5-Ү', '6-Ү'],
    ['А-09', 'А-10'],
    ['99', '100'],
    ['2025/41', '2025/42'],
    ['41/2025', '42/2025'],
    ['б/н', null],
    ['', null],
  ])('after %s is %s', (number, next) => {
    expect(numberAfter(number)).toBe(next);
  });

  it('is never suggested twice, and is the same in whatever case and with whatever blanks', () => {
    expect(nextNumber('5-Ү', ['6-ү', '7-Ү', '5-Ү'])).toBe('8-Ү');
    expect(sameNumber('5 - ү', '5-Ү ')).toBe(true);
    expect(sameNumber('5-Ү', '5-У')).toBe(false);
  });
});
