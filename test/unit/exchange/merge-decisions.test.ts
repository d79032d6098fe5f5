import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/decide/index.ts';
import { contentText } from '#shared/domain/rules/decision-content.ts';
import { whyNotReceived } from '#shared/domain/decide/receive.ts';
import { nameOfDecision } from '#shared/domain/merge/conflict-answers.ts';
import { requiresSecretary } from '#shared/domain/merge/index.ts';
import { decisionTotals } from '../../../electron/office/registry/totals.ts';
import type { MergeBundle } from '#shared/domain/records/received-handover.ts';
import {
  bagOf,
  bagsOf,
  duplicateReason,
  holdSession,
  mergeContext,
  mergedView,
  preview,
  receiveCommand,
  take,
  together,
  type Session,
  type TestOffice,
} from '../../support/merging-offices.ts';

const electionId = 'session-event';
const session = (change: Partial<Session>): Session => ({
  ...{ people: [3, 4], action: 'accredit', number: 1, day: 0, known: false },
  ...change,
});

const accreditedBy = ({ state }: TestOffice, person: number) =>
  state.applications.get(`session-person-${String(person)}`);

describe('adopted decisions that two laptops recorded apart', () => {
  it('are one where both recorded the same, and nobody is asked', () => {
    const [left, right] = together();
    holdSession(left, session({}));
    holdSession(right, session({}));
    expect(preview(right, bagOf(left)).questions.filter(({ kind }) => kind !== 'certificate')).toEqual([]);
    // Each takes the other's in before it hands its own back: the outcome is the same.
    const bags = [bagsOf(left), bagsOf(right)] as const;
    take(left, bags[1], () => 0);
    take(right, bags[0], () => 0);
    take(left, bagsOf(right), () => 0);
    take(right, bagsOf(left), () => 0);
    expect(mergedView(left, electionId)).toEqual(mergedView(right, electionId));
    const totals = decisionTotals(left.state, electionId, '2025-11-29');
    expect(totals.map(({ accredited }) => accredited).sort()).toEqual([0, 2]);
    expect(totals.at(-1)?.cumulative).toBe(2);
  });

  it('of which one stands for the people in both, as the secretary says and why; the other stays adopted', () => {
    const [left, right] = together();
    holdSession(left, session({ number: 1, day: 0, people: [3, 4, 5] }));
    holdSession(right, session({ number: 2, day: 1, people: [4, 5, 6], action: 'refuse' }));
    const bag = bagOf(left);
    const [question] = preview(right, bag).questions;
    if (question?.kind !== 'decided') throw new Error('not asked');
    expect(question.people).toEqual(['session-person-4', 'session-person-5']);
    const [last] = question.ids;
    expect(right.state.decisions.get(last ?? '')?.number).toBe('№ 2');
    const said = { question: question.key, choice: last ?? '', reason: '', sides: {} };
    expect(preview(right, bag, [said]).open, 'not without a reason').toEqual([question.key]);
    const settlements = [{ ...said, reason: '2-протокол' }];
    expect(preview(right, bag, settlements).open).toEqual([]);

    const clerk = { ...mergeContext, actor: { ...mergeContext.actor, role: 'clerk' as const } };
    expect(decide(right.state, receiveCommand(bag, settlements, right), clerk)).toMatchObject({
      refusal: { code: 'access.notAllowed', params: { role: 'secretary' } },
    });
    const taken = decide(right.state, receiveCommand(bag, settlements, right), mergeContext);
    const [event] = taken.ok ? taken.value : [];
    if (event?.type !== 'handover.received') throw new Error('not taken in');
    expect(event.receipt.settled).toMatchObject([
      { kind: 'decided', choice: 'one', chosen: '№ № 2 (19.11.2025)', reason: '2-протокол' },
    ]);

    take(right, [bag], () => 0);
    expect(accreditedBy(right, 3)?.status).toBe('accredited');
    expect(accreditedBy(right, 4)).toMatchObject({
      status: 'refused',
      superseded: [{ by: last, reason: 'протокол боюнча' }],
    });
    expect([...right.state.decisions.values()].filter(({ status }) => status === 'adopted')).toHaveLength(2);
    expect(take(left, bagsOf(right), () => 0).questions).toBe(0);
    expect(mergedView(left, electionId)).toEqual(mergedView(right, electionId));
  });

  it('keep their one number with a note, once somebody has said why', () => {
    const [left, right] = together();
    holdSession(left, session({ people: [3] }));
    holdSession(right, session({ people: [4], day: 1 }));
    const bag = bagOf(left);
    expect(preview(right, bag).questions.map(({ kind }) => kind)).toEqual(['number']);
    take(right, [bag], () => 0);
    expect(preview(right, bagOf(left)).questions).toEqual([]);
    expect(take(left, bagsOf(right), () => 0).questions).toBe(0);
    const notes = [...left.state.decisions.values()].flatMap((decision) => decision.notes);
    expect(notes).toMatchObject([{ kind: 'same-number', reason: 'протокол боюнча', officer: mergeContext.actor.name }]);
  });

  it('are never altered by a bag that says so: another text of an adopted decision is asked about', () => {
    const [left, right] = together();
    holdSession(left, session({}));
    take(right, bagsOf(left), () => 0);
    const bag = bagOf(left);
    const [adopted] = bag.records.decisions.filter(({ status }) => status === 'adopted');
    if (!adopted) throw new Error('nothing adopted');
    const rows = adopted.adoptedRows.map((row) => ({ ...row, action: 'refuse' as const, reason: duplicateReason }));
    const annex = rows.map(({ applicationId, action, reason }) => ({ applicationId, action, reason }));
    const { sha256 } = mergeContext;
    const withSum = (contentHash: string | null): MergeBundle => {
      return {
        ...bag,
        records: {
          ...bag.records,
          decisions: bag.records.decisions.map((one) =>
            one.id === adopted.id ? { ...one, rows: annex, adoptedRows: rows, contentHash } : one,
          ),
        },
        versions: bag.versions.map(([id, version]) => [
          id,
          id === adopted.id ? { ...version, [bag.replicaId]: 99 } : version,
        ]),
      };
    };
    // A text that does not fit its checksum was never adopted by anybody: the bag is broken.
    for (const contentHash of [adopted.contentHash, 'e'.repeat(64), null]) {
      expect(whyNotReceived(right.state, withSum(contentHash), sha256)?.refusal).toEqual({
        code: 'handover.decisionAltered',
        params: { decision: nameOfDecision(adopted) },
      });
    }
    const { questions, open } = preview(right, withSum(sha256(contentText({ ...adopted, adoptedRows: rows }))));
    expect(questions.filter(requiresSecretary).map(({ kind }) => kind)).toEqual(['record']);
    expect(open).toHaveLength(1);
  });
});
