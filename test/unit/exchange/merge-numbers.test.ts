import { describe, expect, it } from 'vitest';
import { checkListOf } from '../../../electron/office/exchange/check-list.ts';
import { byWholeNumber } from '../../../electron/office/operations/scanned-code.ts';
import { judgeCode } from '#shared/badge-check/verdict.ts';
import { referenceOf } from '#shared/badge-check/statement.ts';
import { decide } from '#shared/domain/decide/index.ts';
import { whyNotReceived } from '#shared/domain/decide/receive.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { MergeBundle } from '#shared/domain/records/received-handover.ts';
import {
  bagOf,
  bagsOf,
  holdSession,
  mergeContext,
  mergedView,
  preview,
  receiveCommand,
  take,
  together,
  type TestOffice,
} from '../../support/merging-offices.ts';

const electionId = 'session-event';
const number = 'Z-0001';

/** Two laptops of one series, of which each has given its first number to somebody else. */
function apart(): [TestOffice, TestOffice] {
  const [left, right] = together('Z');
  const session = { action: 'accredit' as const, known: false };
  holdSession(left, { ...session, people: [3], number: 1, day: 0 });
  holdSession(right, { ...session, people: [4], number: 2, day: 1 });
  return [left, right];
}
const asked = (office: TestOffice, bag: MergeBundle) => {
  const [question] = preview(office, bag).questions;
  if (question?.kind !== 'bearer') throw new Error('not asked');
  return question;
};
const papersOf = ({ state }: TestOffice) =>
  [...state.certificates.values()].filter((one) => one.number === number).toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('one number on two certificates', () => {
  it('is asked of a secretary, with a reason; the other paper is void, keeps its number and says to which', () => {
    const [left, right] = apart();
    const bag = bagOf(left);
    const { key, ids } = asked(right, bag);
    expect(ids).toHaveLength(2);
    const [stays = '', goes = ''] = ids;
    const said = { question: key, choice: stays, reason: 'тапшырылган', sides: {} };
    const command = receiveCommand(bag, [said], right);
    const clerk = { ...mergeContext, actor: { ...mergeContext.actor, role: 'clerk' as const } };
    expect(decide(right.state, command, clerk)).toMatchObject({ refusal: { code: 'access.notAllowed' } });
    const silent = receiveCommand(bag, [{ ...said, reason: ' ' }], right);
    expect(decide(right.state, silent, mergeContext)).toMatchObject({ refusal: { code: 'handover.unsettled' } });

    take(right, [bag], () => 0);
    const [one, other] = papersOf(right);
    expect([one?.id, other?.id].sort()).toEqual([...ids].sort());
    expect(right.state.certificates.get(stays)).toMatchObject({ status: 'reserved', givenUp: null });
    expect(right.state.certificates.get(goes)).toMatchObject({ status: 'void', number, givenUp: { to: stays } });
    expect(byWholeNumber(right.state, electionId, number)?.certificate.id).toBe(stays);
    checkInvariants(right.state, [...left.events, ...right.events]);
    expect(take(left, bagsOf(right), () => 0).questions).toBe(0);
    expect(mergedView(left, electionId)).toEqual(mergedView(right, electionId));
  });

  it('is told by the list that checks badges: the number stands for the paper that keeps it, the other is void', () => {
    const [left, right] = apart();
    const bag = bagOf(left);
    const [stays = '', goes = ''] = asked(right, bag).ids;
    take(right, [bag], () => 0);
    const list = checkListOf(right.state, electionId, new Date('2025-11-29T10:00:00.000Z'), { numbers: true });
    expect(judgeCode(number, list, '2025-11-29')).toMatchObject({ answer: 'number', status: 'valid' });
    const entries = new Map(list.entries.map(([reference, letter, shown]) => [reference, [letter, shown]]));
    expect(entries.get(referenceOf(stays))).toEqual(['v', number]);
    expect(entries.get(referenceOf(goes))).toEqual(['x', undefined]);
  });

  it('ends alike where both settled it, each for its own: then neither keeps it', () => {
    const [left, right] = apart();
    const bags = [bagsOf(left), bagsOf(right)] as const;
    take(left, bags[1], () => 0);
    take(right, bags[0], () => 1);
    take(right, bagsOf(left), () => 0);
    take(left, bagsOf(right), () => 0);
    take(right, bagsOf(left), () => 0);
    expect(papersOf(left).map(({ status }) => status)).toEqual(['void', 'void']);
    expect(mergedView(left, electionId)).toEqual(mergedView(right, electionId));
    checkInvariants(left.state, [...left.events, ...right.events]);
  });

  it('is read in a bag of an older program, whose certificates say nothing of it', () => {
    const [left, right] = apart();
    const bag = bagOf(left);
    const certificates = bag.records.certificates.map(({ givenUp: _givenUp, ...before }) => before);
    const older = { ...bag, format: 'observer-accreditation-merge/2', records: { ...bag.records, certificates } };
    expect(asked(right, MergeBundle.parse(older)).number).toBe(number);
  });

  it('is refused in a bag that says of a living paper that it gave its number up', () => {
    const [left, right] = apart();
    const bag = bagOf(left);
    const givenUp = { to: 'x', reason: 'с', officer: 'Ү', at: mergeContext.at };
    const certificates = bag.records.certificates.map((one) => ({ ...one, givenUp }));
    const altered = { ...bag, records: { ...bag.records, certificates } };
    expect(whyNotReceived(right.state, altered, mergeContext.sha256)?.refusal).toEqual({
      code: 'handover.inconsistent',
      params: { reason: 'certificate' },
    });
  });
});
