import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from '../../electron/office/office.ts';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import type { AgendaRule } from '#shared/domain/rules/agenda.ts';
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
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let electionId: Id;
let decision: Id;
let other: Id;
const organisations: Id[] = [];
const people: Id[] = [];
const everybody: AgendaRule = { organisationIds: [], categories: [], receivedUntil: null };

const propose = (rule: Partial<AgendaRule> = {}, search = '') =>
  ask(office, 'decision.agenda', { id: decision, rule: { ...everybody, ...rule }, search, language: 'ky' });

async function enter(n: number, organisationId: Id, change: Partial<ApplicationFields> = {}): Promise<void> {
  const fields = { ...somePerson(n), ...change };
  const id = `person-${String(n)}`;
  const entered = await office.execute({ type: 'application.save', id, electionId, organisationId, fields });
  if (!entered.ok) throw new Error(entered.refusal.code);
  people.push(id);
}

/** Of two organisations: three ready short-term observers, a ready head of mission who came late, one draft, one elsewhere. */
beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(place.folder, compiler, standingClock('2025-11-20'));
  await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
  electionId = (await ask(office, 'election.save', { id: null, fields: someElection })).id;
  for (const name of ['Биринчи', 'Экинчи']) {
    const fields = { ...someOrganisation, name: threeTimes(name) };
    organisations.push((await ask(office, 'organisation.save', { id: null, fields, correspondence: null })).id);
  }
  const [first = '', second = ''] = organisations;
  await enter(1, first);
  await enter(2, first);
  await enter(3, second);
  await enter(4, second, { category: 'head-of-mission', receivedOn: '2025-11-15' });
  await enter(5, second);
  await ask(office, 'application.markReady', { ids: people });
  await enter(6, first);
  decision = (await ask(office, 'decision.draft', { electionId, fields: someDecision })).id;
  other = (await ask(office, 'decision.draft', { electionId, fields: { ...someDecision, sessionDate: '2025-11-19' } }))
    .id;
  await ask(office, 'decision.extendAnnex', { id: other, applicationIds: [people[4] ?? ''], action: 'accredit' });
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

describe('the agenda by rules', () => {
  it('takes everybody ready, by organisation, and says of the others why not', async () => {
    const agenda = await propose();
    expect(agenda.ids).toEqual(people.slice(0, 4));
    expect(agenda.rows.map(({ id }) => id)).toEqual(agenda.ids);
    expect(agenda.leftOut.counts).toEqual([
      { why: 'on-other-draft', count: 1 },
      { why: 'not-ready', count: 1 },
    ]);
    const [elsewhere, draft] = agenda.leftOut.rows;
    expect(elsewhere).toMatchObject({ person: { id: people[4] }, other: { id: other, sessionDate: '2025-11-19' } });
    expect(draft).toMatchObject({ person: { id: people[5], status: 'draft' }, why: 'not-ready', other: null });
  });

  it('keeps to the organisations, the categories, the day of receipt and the name asked for', async () => {
    expect((await propose({ organisationIds: organisations.slice(1) })).ids).toEqual([people[2], people[3]]);
    expect((await propose({ categories: ['head-of-mission'] })).ids).toEqual([people[3]]);
    const early = await propose({ receivedUntil: '2025-11-10' });
    expect(early.ids).toEqual(people.slice(0, 3));
    expect(early.leftOut.rows).toContainEqual(
      expect.objectContaining({ why: 'received-later', receivedOn: '2025-11-15' }),
    );
    const named = await propose({}, somePerson(2).names.latin.surname);
    expect(named.ids).toEqual([people[1]]);
    expect(named.leftOut.counts).toEqual([]);
  });

  it('says who stands on this annex already, and nobody is put there twice', async () => {
    const [first = ''] = people;
    await ask(office, 'decision.extendAnnex', { id: decision, applicationIds: [first], action: 'accredit' });
    const agenda = await propose();
    expect(agenda.ids).not.toContain(first);
    expect(agenda.leftOut.counts).toContainEqual({ why: 'already-here', count: 1 });
    const refusal = await refusalOf(office, 'decision.extendAnnex', {
      id: decision,
      applicationIds: [people[4] ?? ''],
      action: 'accredit',
    });
    expect(refusal.code).toBe('decision.wrongStatus');
  });

  it('names who was decided already only when that person is looked for', async () => {
    const [first = ''] = people;
    await ask(office, 'decision.adopt', { id: decision, adoption: { number: '1', date: '2025-11-20' } });
    decision = (await ask(office, 'decision.draft', { electionId, fields: someDecision })).id;
    expect((await propose()).leftOut.counts.map(({ why }) => why)).not.toContain('decided');
    const named = await propose({}, somePerson(1).names.latin.surname);
    expect(named.leftOut.rows).toHaveLength(1);
    expect(named.leftOut.rows[0]).toMatchObject({ why: 'decided', person: { id: first, status: 'accredited' } });
  });

  it('is not made for a decision that was adopted or thrown away', async () => {
    await ask(office, 'decision.extendAnnex', { id: decision, applicationIds: [people[1] ?? ''], action: 'accredit' });
    await ask(office, 'decision.adopt', { id: decision, adoption: { number: '2', date: '2025-11-20' } });
    const rule = { id: decision, rule: everybody, search: '', language: 'ky' as const };
    expect((await refusalOf(office, 'decision.agenda', rule)).code).toBe('decision.locked');
    await ask(office, 'decision.discard', { id: other });
    expect((await refusalOf(office, 'decision.agenda', { ...rule, id: other })).code).toBe('decision.unknown');
  });
});
