/** What a merge must not lose and a bag must not take away, whoever wrote it and whatever is answered. */
import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/decide/index.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { whyNotReceived } from '#shared/domain/decide/receive.ts';
import { requiresSecretary } from '#shared/domain/merge/index.ts';
import { MergeBundle, type Resolution } from '#shared/domain/records/received-handover.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import { emptyCorrespondence } from '#shared/domain/records/organisation.ts';
import { someOrganisation, someDecision, someElection, somePerson } from '../../support/fictitious.ts';
import {
  bagOf,
  bagsOf,
  holdSession,
  mergeContext,
  preview,
  receiveCommand,
  take,
  together,
  type TestOffice,
} from '../../support/merging-offices.ts';

const electionId = 'session-event';

function execute(office: TestOffice, command: Command, at = mergeContext.at): void {
  const decided = decide(office.state, command, { ...mergeContext, at });
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  const read = decided.value.map((event) => OfficeEvent.parse(JSON.parse(JSON.stringify(event))));
  office.state = read.reduce(evolve, office.state);
  office.events.push(...read);
}
const refusal = ({ state }: TestOffice, bag: MergeBundle) =>
  whyNotReceived(state, MergeBundle.parse(bag), mergeContext.sha256)?.refusal ?? null;
const answer = (question: string, choice: string): Resolution => ({
  ...{ question, choice, reason: 'протокол боюнча', sides: {} },
});
const accredits = (people: number[], number = 1, day = 0) => ({
  ...{ people, action: 'accredit' as const, number, day, known: false },
});

describe('a bag', () => {
  it('takes no adopted decision away, no certificate and nobody whom one names', () => {
    const [left, right] = together();
    holdSession(left, accredits([3]));
    take(right, bagsOf(left), () => 0);
    const bag = bagOf(left);
    const [decision] = bag.records.decisions.filter(({ status }) => status === 'adopted');
    const [paper] = bag.records.certificates;
    const gone = (id: string): [string, Record<string, number>] => [
      id,
      { ...right.state.versions.get(id), 'laptop-x': 9 },
    ];
    const ids = [decision?.id ?? '', paper?.id ?? '', 'session-person-3'];
    const without = ids.map((id) => ({
      ...bag,
      records: {
        ...bag.records,
        decisions: bag.records.decisions.filter((one) => one.id !== decision?.id),
        certificates: [],
        applications: bag.records.applications.filter((one) => one.id !== id),
      },
      gone: [gone(id)],
    }));
    expect(without.map((one) => refusal(right, one)?.code)).toEqual(Array<string>(3).fill('handover.inconsistent'));
  });

  it('does not say of one record that it is there and gone', () => {
    const [left, right] = together();
    const bag = bagOf(left);
    expect(refusal(right, { ...bag, gone: [['session-draft', { 'laptop-a': 99 }]] })?.code).toBe(
      'handover.inconsistent',
    );
  });

  it('does not move a decision of another election into its own', () => {
    const [left, right] = together();
    execute(right, { type: 'election.save', id: 'other-event', fields: { ...someElection } });
    execute(right, { type: 'decision.draft', id: 'other-draft', electionId: 'other-event', fields: someDecision });
    const bag = bagOf(left);
    const [draft] = bag.records.decisions;
    if (!draft) throw new Error('no draft');
    const forged: MergeBundle = {
      ...bag,
      records: { ...bag.records, decisions: [...bag.records.decisions, { ...draft, id: 'other-draft', rows: [] }] },
      versions: [...bag.versions, ['other-draft', { 'laptop-a': 9, 'laptop-b': 9 }]],
    };
    expect(refusal(right, forged)?.code).toBe('handover.inconsistent');
  });

  it('brings no number after which none can follow', () => {
    const [left, right] = together();
    const bag = bagOf(left);
    const applications = bag.records.applications.map((one, n) =>
      n === 0 ? { ...one, number: Number.MAX_SAFE_INTEGER } : one,
    );
    const high = { ...bag, records: { ...bag.records, applications } };
    const versions = bag.versions.map(([id, version]): (typeof bag.versions)[number] => [
      id,
      { ...version, 'laptop-b': Number.MAX_SAFE_INTEGER },
    ]);
    holdSession(left, accredits([3]));
    const papers = bagOf(left);
    const [paper] = papers.records.certificates;
    if (!paper) throw new Error('no paper');
    const serial = {
      ...papers,
      records: { ...papers.records, certificates: [{ ...paper, series: 'B', serial: 10 ** 9 }] },
    };
    expect([high, { ...bag, versions }, serial].map((one) => refusal(right, one)?.code)).toEqual(
      Array<string>(3).fill('handover.inconsistent'),
    );
  });

  it('brings no draft that claims to be adopted in part, and no adopted decision without number or day', () => {
    const [left, right] = together();
    holdSession(left, accredits([3]));
    const bag = bagOf(left);
    const adopted = bag.records.decisions.find(({ status }) => status === 'adopted');
    if (!adopted) throw new Error('nothing adopted');
    const given = (change: Partial<typeof adopted>) => ({
      ...bag,
      records: {
        ...bag.records,
        decisions: bag.records.decisions.map((one) => (one === adopted ? { ...one, ...change } : one)),
      },
    });
    expect(refusal(right, given({ status: 'draft' }))?.code).toBe('handover.inconsistent');
    expect(refusal(right, given({ adoptedAt: null }))?.code).toBe('handover.inconsistent');
  });
});

describe('a settlement', () => {
  it('leaves which decision stands to those who may record one, also where two of them said it apart', () => {
    const [left, right] = together();
    holdSession(left, accredits([3]));
    holdSession(right, { ...accredits([3], 2, 1), action: 'refuse' });
    const bags = [bagOf(left), bagOf(right)] as const;
    const settle = (office: TestOffice, bag: MergeBundle, action: string) => {
      const settlements: Resolution[] = [];
      for (let merged = preview(office, bag); merged.open.length > 0; merged = preview(office, bag, settlements)) {
        const question = merged.questions.find(({ key }) => key === merged.open[0]);
        if (!question || !('ids' in question)) throw new Error('unforeseen');
        const decisions = [...office.state.decisions.values(), ...bag.records.decisions];
        const stands = question.ids.find(
          (id) => decisions.find((one) => one.id === id)?.adoptedRows[0]?.action === action,
        );
        settlements.push(answer(question.key, stands ?? ''));
      }
      execute(office, receiveCommand(bag, settlements, office));
    };
    settle(left, bags[1], 'accredit');
    settle(right, bags[0], 'refuse');
    const statuses = [left, right].map(({ state }) => state.applications.get('session-person-3')?.status);
    expect(statuses).toEqual(['accredited', 'refused']);
    const again = preview(left, bagOf(right));
    const person = again.questions.map(({ key }) => answer(key, 'theirs'));
    const asked = preview(left, bagOf(right), person).questions.filter(requiresSecretary);
    expect(asked.map(({ kind }) => kind)).toEqual(['decided']);
    const [question] = asked;
    const [stands = ''] = question && 'ids' in question ? question.ids : [];
    const command = receiveCommand(bagOf(right), [...person, answer(question?.key ?? '', stands)], left);
    const clerk = { ...mergeContext, actor: { ...mergeContext.actor, role: 'clerk' as const } };
    expect(decide(left.state, command, clerk).ok, 'a clerk does not say which decision stands').toBe(false);
    execute(left, command);
    take(right, bagsOf(left), () => 0);
    const [here, there] = [left, right].map(({ state }) => state.applications.get('session-person-3'));
    expect(here?.superseded).toHaveLength(1);
    expect(there).toEqual(here);
  });

  it('lets nobody take the place of who was revoked under the same travel document', () => {
    const [left, right] = together();
    const register = (office: TestOffice, id: string) =>
      execute(office, {
        ...{ type: 'application.save', id, electionId, organisationId: 'session-body', fields: somePerson(70) },
      });
    register(left, 'session-person-9');
    register(right, 'twin');
    const bag = bagOf(right);
    const question = () => preview(left, bag).questions.find(({ kind }) => kind === 'person');
    const both = ['session-person-9', 'twin'];
    expect(question()).toMatchObject({ ids: both, canStay: both });
    execute(left, { type: 'application.markReady', ids: ['session-person-9'] });
    holdSession(left, accredits([9]));
    holdSession(left, { ...accredits([9], 2, 1), action: 'revoke' });
    expect(left.state.applications.get('session-person-9')?.status).toBe('revoked');
    expect(question()).toMatchObject({ ids: both, canStay: ['session-person-9'] });
    const { key = '' } = question() ?? {};
    expect(preview(left, bag, [answer(key, 'twin')]).open).toContain(key);
    const { open, put } = preview(left, bag, [answer(key, 'session-person-9')]);
    expect(open).not.toContain(key);
    expect(put.applications.find(({ id }) => id === 'twin')?.status).toBe('withdrawn');
  });

  it('keeps verdicts on people alike of both, whichever side is taken whole', () => {
    const [left, right] = together();
    const judge = (office: TestOffice, other: string) =>
      execute(office, {
        type: 'application.settleDuplicate',
        ...{ id: 'session-person-4', other, verdict: 'different-people', remark: '' },
      });
    judge(left, 'session-person-5');
    judge(right, 'session-person-6');
    for (const choice of ['ours', 'theirs']) {
      const bag = bagOf(left);
      const { put } = preview(right, bag, [answer('application|session-person-4', choice)]);
      expect(
        put.applications
          .find(({ id }) => id === 'session-person-4')
          ?.verdicts.map(({ other }) => other)
          .sort(),
      ).toEqual(['session-person-5', 'session-person-6']);
    }
  });

  it('of an organisation keeps its letters for every other election', () => {
    const [left, right] = together();
    const save = (office: TestOffice, to: string, headOfMission: string, contact: string) => {
      execute(office, {
        type: 'organisation.save',
        id: 'session-body',
        fields: { ...someOrganisation, contact },
        correspondence: { electionId: to, fields: { ...emptyCorrespondence, headOfMission } },
      });
    };
    execute(left, { type: 'election.save', id: 'left-event', fields: someElection });
    execute(right, { type: 'election.save', id: 'right-event', fields: someElection });
    save(left, 'left-event', 'Сол', 'сол');
    save(right, 'right-event', 'Оң', 'оң');
    const bag = bagOf(left);
    for (const choice of ['ours', 'theirs']) {
      const { put } = preview(right, bag, [answer('organisation|session-body', choice)]);
      const organisation = put.organisations.find(({ id }) => id === 'session-body');
      expect(Object.keys(organisation?.correspondence ?? {}).sort()).toEqual(['left-event', 'right-event']);
    }
  });
});
