import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from '../../electron/office/office.ts';
import type { DecisionFields } from '#shared/domain/records/decision.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import {
  someOrganisation,
  someDecision,
  someElection,
  somePerson,
  someSettings,
  threeTimes,
} from '../support/fictitious.ts';
import {
  ask,
  openTestOffice,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';

const compiler = testCompiler();
const clock = standingClock('2025-11-20');
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let electionId: Id;
let people = 0;

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, clock);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
  electionId = (await ask(office, 'election.save', { id: null, fields: someElection })).id;
  await office.execute({
    type: 'organisation.save',
    id: 'organisation',
    fields: someOrganisation,
    correspondence: null,
  });
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

/** A draft that would accredit one more person. */
async function draft(change: Partial<DecisionFields> = {}): Promise<Id> {
  const id = `person-${String((people += 1))}`;
  await office.execute({
    type: 'application.save',
    id,
    electionId,
    organisationId: 'organisation',
    fields: somePerson(people),
  });
  await ask(office, 'application.markReady', { ids: [id] });
  const drafted = await ask(office, 'decision.draft', { electionId, fields: { ...someDecision, ...change } });
  await ask(office, 'decision.extendAnnex', { id: drafted.id, applicationIds: [id], action: 'accredit' });
  return drafted.id;
}
const adoption = (number: string) => ({ number, date: '2025-11-20' });

describe('the adoption of a decision', () => {
  it('is refused without a quorum and without a majority, by the rules of this office', async () => {
    const few = await draft({ present: 7, votes: { for: 7, against: 0, abstained: 0 } });
    expect(await refusalOf(office, 'decision.adopt', { id: few, adoption: adoption('1') })).toEqual({
      code: 'decision.noQuorum',
      params: { present: 7, quorum: 8, members: 12 },
    });
    const divided = await draft({ present: 10, votes: { for: 5, against: 4, abstained: 1 } });
    const refused = await refusalOf(office, 'decision.adopt', { id: divided, adoption: adoption('1') });
    expect(refused).toEqual({ code: 'decision.noMajority', params: { for: 5, needed: 6 } });

    const session = { members: 9, quorum: 5, majority: 'present' as const };
    await ask(office, 'office.changeSettings', { settings: { ...someSettings, session } });
    await ask(office, 'decision.adopt', { id: few, adoption: adoption('1') });
    const wrong = await refusalOf(office, 'decision.change', {
      id: divided,
      fields: { ...someDecision, present: 10 },
    });
    expect(wrong.fields).toEqual([{ path: 'present', code: 'field.moreThanMembers', params: { members: 9 } }]);
    await ask(office, 'office.changeSettings', { settings: someSettings });
    await ask(office, 'decision.discard', { id: divided });
  });

  it('is offered the next number, and refused a number that is taken, however it is written', async () => {
    const id = await draft();
    expect(await ask(office, 'decision.get', { id })).toMatchObject({ lastNumber: '1', suggestedNumber: '2' });
    await ask(office, 'decision.adopt', { id, adoption: adoption('12-Ү') });
    const next = await draft();
    expect(await ask(office, 'decision.get', { id: next })).toMatchObject({ suggestedNumber: '13-Ү' });
    for (const taken of ['12-Ү', ' 12 - ү']) {
      const refused = await refusalOf(office, 'decision.adopt', { id: next, adoption: adoption(taken) });
      expect(refused.code).toBe('decision.numberTaken');
    }
    await ask(office, 'decision.adopt', { id: next, adoption: adoption('13-Ү') });
  });

  it('goes without votes where none were written down', async () => {
    const id = await draft({ votes: null, present: null });
    await ask(office, 'decision.adopt', { id, adoption: adoption('14-Ү') });
  });
});

describe('the rules of the sessions', () => {
  it('cannot ask for a larger quorum than there are members, nor hold half a legal basis', async () => {
    const refused = await refusalOf(office, 'office.changeSettings', {
      settings: {
        ...someSettings,
        session: { members: 5, quorum: 6, majority: 'members' },
        legalBases: [threeTimes('негиз'), { ky: 'негиз', ru: '', en: '' }],
      },
    });
    expect(refused.fields?.map(({ path }) => path)).toEqual(['session.quorum', 'legalBases.1']);
  });
});
