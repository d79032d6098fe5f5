/**
 * How the commission votes: its members, its quorum, the majority a decision needs. All three are settings of the office
 * (shared/domain/README.md: a legal term is never fixed in the program).
 */
import { z } from 'zod';
import { done, refuse, type FieldFault, type Outcome } from '../base/refusals.ts';

/** Of whom more than half must vote for: of those present, or of all members. */
export const majorities = ['present', 'members'] as const;

export const SessionRules = z.strictObject({
  members: z.int().min(1).max(99),
  /** So many members must be present. */
  quorum: z.int().min(1).max(99),
  majority: z.enum(majorities),
});
export type SessionRules = z.infer<typeof SessionRules>;

/** [ours] Twelve members, two thirds of them present, more than half of those for: to be set right by the office. */
export const usualSession: SessionRules = { members: 12, quorum: 8, majority: 'present' };

export const Votes = z.strictObject({
  for: z.int().min(0).max(99),
  against: z.int().min(0).max(99),
  abstained: z.int().min(0).max(99),
});
export type Votes = z.infer<typeof Votes>;

/** What was written down of a vote; `present` is null where only the votes are known. */
export type Ballot = { votes: Votes | null; present: number | null };

export const votesCast = (votes: Votes): number => votes.for + votes.against + votes.abstained;

/** Who voted was there: without a number of those present, as many as voted. */
export const presentAt = ({ votes, present }: Ballot): number | null => present ?? (votes && votesCast(votes));

/** How many votes in favour a decision needs with so many members present. */
export const votesNeeded = ({ members, majority }: SessionRules, present: number): number =>
  Math.floor((majority === 'members' ? members : present) / 2) + 1;

/** What cannot be: more present than there are members, more votes than people present. */
export function checkBallot({ votes, present }: Ballot, { members }: SessionRules): FieldFault[] {
  const faults: FieldFault[] = [];
  if (present !== null && present > members) {
    faults.push({ path: 'present', code: 'field.moreThanMembers', params: { members } });
  }
  const most = present ?? members;
  const cast = votes ? votesCast(votes) : 0;
  if (cast > most) faults.push({ path: 'votes', code: 'field.moreVotesThanPresent', params: { votes: cast, most } });
  return faults;
}

/** Whether the commission could decide, and did decide in favour. With nothing written down there is nothing to refuse. */
export function mayPass(ballot: Ballot, rules: SessionRules): Outcome<null> {
  const present = presentAt(ballot);
  if (present === null) return done(null);
  if (present < rules.quorum) {
    return refuse('decision.noQuorum', { present, quorum: rules.quorum, members: rules.members });
  }
  const needed = votesNeeded(rules, present);
  const inFavour = ballot.votes?.for ?? null;
  return inFavour !== null && inFavour < needed ? refuse('decision.noMajority', { for: inFavour, needed }) : done(null);
}

export function checkSessionRules({ members, quorum }: SessionRules): FieldFault[] {
  return quorum > members ? [{ path: 'session.quorum', code: 'field.moreThanMembers', params: { members } }] : [];
}
