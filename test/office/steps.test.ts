import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Office } from '../../electron/office/office.ts';
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
const clock = standingClock('2025-10-24');
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let electionId: string;
let organisationId: string;
let people: string[];
let decisionId: string;

/** Four people who are ready, and a draft decision with nobody on it. */
beforeEach(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(place.folder, compiler, clock);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
  electionId = (await ask(office, 'election.save', { id: null, fields: someElection })).id;
  organisationId = (
    await ask(office, 'organisation.save', { id: null, fields: someOrganisation, correspondence: null })
  ).id;
  people = [];
  for (let n = 1; n <= 4; n += 1) {
    const saved = await ask(office, 'application.save', {
      id: null,
      electionId,
      organisationId,
      fields: somePerson(n),
    });
    people.push(saved.id);
  }
  await ask(office, 'application.markReady', { ids: people });
  decisionId = (await ask(office, 'decision.draft', { electionId, fields: someDecision })).id;
});
afterEach(async () => {
  await office.close();
  await place.remove();
});
afterAll(() => compiler.close());

const first = () => people[0]!;
const statusOf = (id: string) => office.state().applications.get(id)?.status;
const annex = () =>
  office
    .state()
    .decisions.get(decisionId)
    ?.rows.map(({ applicationId }) => applicationId);
const steps = () => ask(office, 'step.list', { electionId });
const latest = async () => (await steps())[0]!;
const takeBack = async () => ask(office, 'step.takeBack', { seq: (await latest()).seq });
const extend = (applicationIds: string[]) =>
  ask(office, 'decision.extendAnnex', { id: decisionId, applicationIds, action: 'accredit' });

describe('a step that is taken back', () => {
  it('leaves the journal longer by a line, and the history tells both', async () => {
    const { seq } = office.head();
    await ask(office, 'application.sendBack', { id: first(), missing: ['Photo'] });
    expect(await latest()).toMatchObject({ command: 'application.sendBack', count: 1, seq: seq + 1 });
    await takeBack();
    expect(office.head().seq).toBe(seq + 2);
    expect(office.state().applications.get(first())).toMatchObject({ status: 'ready', missing: [] });
    const told = await ask(office, 'history.of', { kind: 'application', id: first() });
    expect(told.flatMap(({ facts }) => facts.map(({ type }) => type)).slice(-2)).toEqual([
      'application.sentBack',
      'application.stepTakenBack',
    ]);
    expect((await steps()).some((step) => step.command === 'application.sendBack')).toBe(false);
  });

  it('puts a withdrawn person back on the agenda at the very place they had', async () => {
    await extend(people);
    const before = annex();
    const second = people[1]!;
    await ask(office, 'application.withdraw', { ids: [second], on: '2025-10-24', reason: threeTimes('кат') });
    expect(annex()).toHaveLength(3);
    await takeBack();
    expect(annex()).toEqual(before);
    expect(office.state().applications.get(second)).toMatchObject({
      status: 'on-agenda',
      decisionId,
      withdrawnOn: null,
      reason: null,
    });
  });

  it('brings a draft that was thrown away back with its annex, reasons and order', async () => {
    await extend(people);
    const reason = threeTimes('негиз');
    await ask(office, 'decision.decideAnnex', { id: decisionId, applicationIds: [first()], action: 'refuse', reason });
    await ask(office, 'decision.orderAnnex', { id: decisionId, applicationIds: people.toReversed() });
    const before = office.state().decisions.get(decisionId);
    await ask(office, 'decision.discard', { id: decisionId });
    expect(statusOf(first())).toBe('ready');
    await takeBack();
    expect(office.state().decisions.get(decisionId)).toEqual(before);
    expect(statusOf(first())).toBe('on-agenda');
  });

  it('restores what was typed, and the readiness that the change had cost', async () => {
    const fields = { ...somePerson(1), remarks: 'кат келди' };
    await ask(office, 'application.save', { id: first(), electionId, organisationId, fields });
    expect(statusOf(first())).toBe('received');
    await takeBack();
    expect(office.state().applications.get(first())).toMatchObject({ remarks: '', status: 'ready' });
  });

  it('gives way to the one before it, as far back as anybody remembers', async () => {
    await extend(people.slice(0, 2));
    await ask(office, 'decision.reduceAnnex', { id: decisionId, applicationIds: [first()] });
    await takeBack();
    await takeBack();
    expect(annex()).toEqual([]);
    expect(await latest()).toMatchObject({ command: 'application.markReady', count: 4 });
    await takeBack();
    expect(people.map(statusOf)).toEqual(['draft', 'draft', 'draft', 'draft']);
  });
});

describe('a step is not taken back', () => {
  it('when somebody has changed the person since', async () => {
    await ask(office, 'application.sendBack', { id: first(), missing: ['Photo'] });
    const { seq } = await latest();
    await ask(office, 'application.receive', { ids: [first()] });
    expect(await refusalOf(office, 'step.takeBack', { seq })).toMatchObject({
      code: 'step.personTouched',
      params: { number: 1 },
    });
    expect(statusOf(first())).toBe('received');
  });

  it('when the draft has gone on since', async () => {
    await extend([first()]);
    const { seq } = await latest();
    await extend([people[1]!]);
    expect((await refusalOf(office, 'step.takeBack', { seq })).code).toBe('step.decisionTouched');
    await ask(office, 'decision.discard', { id: decisionId });
    expect((await refusalOf(office, 'step.takeBack', { seq })).code).toBe('step.personTouched');
  });

  it('when a substitute has come for who was withdrawn, or another has the same travel document', async () => {
    for (const fields of [
      { ...somePerson(9), replaces: first() },
      { ...somePerson(9), document: somePerson(2).document },
    ]) {
      const id = fields.replaces ?? people[1]!;
      await ask(office, 'application.withdraw', { ids: [id], on: '2025-10-24', reason: threeTimes('кат') });
      const { seq } = await latest();
      await ask(office, 'application.save', { id: null, electionId, organisationId, fields });
      const { code } = await refusalOf(office, 'step.takeBack', { seq });
      expect(code).toBe(fields.replaces ? 'step.substituted' : 'application.sameDocument');
      expect(statusOf(id)).toBe('withdrawn');
    }
  });

  it('once it was taken back, and not after the office was opened again', async () => {
    await extend([first()]);
    const { seq } = await latest();
    await ask(office, 'step.takeBack', { seq });
    expect((await refusalOf(office, 'step.takeBack', { seq })).code).toBe('step.unknown');
    await office.close();
    office = await openTestOffice(place.folder, compiler, clock);
    expect(await steps()).toEqual([]);
  });

  it('when it adopted, numbered or registered something: such a step is not even offered', async () => {
    await extend(people);
    await ask(office, 'decision.adopt', { id: decisionId, adoption: { number: '1', date: '2025-10-24' } });
    await ask(office, 'certificate.reserve', { applicationIds: people, issuedOn: '2025-10-24' });
    await ask(office, 'application.withdraw', { ids: [first()], on: '2025-10-24', reason: threeTimes('кат') });
    expect((await steps()).map(({ command }) => command)).toEqual(['decision.extendAnnex', 'application.markReady']);
    // What was put on the annex is adopted by now.
    expect((await refusalOf(office, 'step.takeBack', { seq: (await latest()).seq })).code).toBe('step.personTouched');
  });
});
