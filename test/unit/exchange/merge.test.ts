import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../support/effort.ts';
import { intents } from '../../support/intents.ts';
import { checkInvariants, derived, restored } from '../../support/invariants.ts';
import {
  bagsOf,
  holdSession,
  mergedView,
  newOffice,
  prepareSessions,
  take,
  work,
  type Taken,
  type TestOffice,
} from '../../support/merging-offices.ts';
import type { MergeBundle } from '#shared/domain/records/received-handover.ts';

const parts = fc.array(
  fc.record({
    who: fc.nat(2),
    work: intents(40),
    /** Which bag that was given before is taken in now, if any: it may be an old one. */
    bag: fc.option(fc.nat(50)),
    session: fc.option(
      fc.record({
        people: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 }),
        action: fc.constantFrom('accredit', 'accredit', 'refuse', 'revoke'),
        number: fc.integer({ min: 1, max: 3 }),
        day: fc.nat(2),
        known: fc.nat(3).map((n) => n === 0),
      }),
      { freq: 6 },
    ),
  }),
  { minLength: 3, maxLength: 9, size: 'max' },
);
const choices = fc.array(fc.nat(7), { minLength: 10, maxLength: 40 });

function chooser(list: readonly number[]): (of: number) => number {
  let next = 0;
  return (of) => (list[next++ % list.length] ?? 0) % of;
}

const letters = ['A', 'B', 'C'];

/** Offices that began from the first one's bag. */
function begin(
  count: number,
  beginning: Parameters<typeof work>[1],
  sharesNumbers: boolean,
  series: string | undefined,
): TestOffice[] {
  const offices = letters.slice(0, count).map((letter) => newOffice(letter, sharesNumbers, series));
  const [first, ...others] = offices;
  if (!first) return [];
  if (sharesNumbers) prepareSessions(first);
  work(first, beginning, true);
  for (const other of others) take(other, bagsOf(first), () => 0);
  return offices;
}

type Known = {
  applications: Set<string>;
  numbers: Map<string, string>;
  adopted: Map<string, string>;
  removed: Set<string>;
};

function knownTo(offices: readonly TestOffice[]): Known {
  const known: Known = { applications: new Set(), numbers: new Map(), adopted: new Map(), removed: new Set() };
  for (const { state } of offices) {
    for (const id of state.applications.keys()) known.applications.add(id);
    for (const { id, number } of state.certificates.values()) known.numbers.set(id, number);
    for (const { id, status, contentHash } of state.decisions.values())
      if (status === 'adopted') known.adopted.set(id, contentHash ?? '');
    for (const id of state.versions.keys()) if (!state.applications.has(id)) known.removed.add(id);
  }
  return known;
}

function checkNothingLost(office: TestOffice, known: Known): void {
  const { state } = office;
  for (const id of known.applications) {
    if (!known.removed.has(id)) expect(state.applications.has(id), `application ${id}`).toBe(true);
  }
  for (const [id, number] of known.numbers) expect(state.certificates.get(id)?.number).toBe(number);
  for (const [id, hash] of known.adopted) {
    const decision = state.decisions.get(id);
    // A text that was set aside is named by its checksum beside the one that stands.
    const named = decision?.notes.some((note) => note.kind === 'other-text' && note.contentHash === hash);
    expect(decision?.contentHash === hash || named, `decision ${id}`).toBe(true);
  }
}

function checkSame(offices: readonly TestOffice[]): void {
  const [first, ...others] = offices;
  if (!first) return;
  for (const electionId of first.state.elections.keys()) {
    for (const other of others) expect(mergedView(other, electionId)).toEqual(mergedView(first, electionId));
  }
}

/** `all`: also those whose blocks of numbers may have come over in a bag. */
function checkRegister(offices: readonly TestOffice[], all: readonly TestOffice[]): void {
  const events = all.flatMap((office) => office.events);
  for (const { state } of offices) {
    checkInvariants(state, events);
    const again = derived(restored(state));
    expect(again).toEqual(derived(state));
    for (const { applicationId, id, status } of state.certificates.values()) {
      if (['reserved', 'printed', 'issued'].includes(status))
        expect(state.aliveCertificates.get(applicationId)).toBe(id);
    }
  }
}

type Tally = { converged: number; questions: number; needsSecretary: Record<string, number>; mixed: number };

/** Work, bags given and taken in any order, and at the end everybody's bag to everybody. */
function run(count: number, everybodyAdopts: boolean, tally: Tally, series?: string) {
  return fc.property(intents(90), parts, choices, (beginning, turns, list) => {
    const offices = begin(count, beginning, everybodyAdopts, series);
    const choose = chooser(list);
    const bags: { from: string; bags: MergeBundle[] }[] = [];
    for (const turn of turns) {
      const office = offices[turn.who % count];
      if (!office) continue;
      work(office, turn.work, everybodyAdopts || office.letter === 'A');
      if (everybodyAdopts && turn.session) holdSession(office, turn.session);
      const bag = turn.bag === null ? undefined : bags[turn.bag % Math.max(1, bags.length)];
      if (bag && bag.from !== office.letter) {
        note(tally, take(office, bag.bags, choose));
      }
      bags.push({ from: office.letter, bags: bagsOf(office) });
      checkRegister([office], offices);
    }
    const known = knownTo(offices);
    // Along the row of offices, and back.
    const row = [...offices.slice(1).map((to, i) => [i, to] as const)];
    for (const [from, to] of row) {
      note(tally, take(to, bagsOf(offices[from] ?? to), choose));
    }
    const last = offices.at(-1);
    for (const to of offices.slice(0, -1)) {
      const taken = last ? take(to, bagsOf(last), choose) : null;
      expect(taken?.questions, 'what was settled comes back without a question').toBe(0);
    }
    checkSame(offices);
    checkRegister(offices, offices);
    for (const office of offices) checkNothingLost(office, known);
    tally.converged += 1;
  });
}

function note(tally: Tally, { questions, needsSecretary, mixed }: Taken): void {
  tally.questions += questions;
  tally.mixed += mixed;
  for (const kind of needsSecretary) tally.needsSecretary[kind] = (tally.needsSecretary[kind] ?? 0) + 1;
}

const noTally = (): Tally => ({ converged: 0, questions: 0, needsSecretary: {}, mixed: 0 });

describe('laptops that worked apart and exchange bags', () => {
  it('come to the same register, two of them, whatever was done, exchanged and settled', () => {
    const tally = noTally();
    fc.assert(run(2, false, tally), { ...cases(10, 60), endOnFailure: true });
    expect(tally.questions, 'the clerks were asked often enough to mean something').toBeGreaterThan(50);
    expect(tally.mixed, 'and settled field by field').toBeGreaterThan(3);
  });

  it('come to the same register, three of them', () => {
    const tally = noTally();
    fc.assert(run(3, false, tally), { ...cases(7, 40), endOnFailure: true });
    expect(tally.questions).toBeGreaterThan(50);
    expect(tally.mixed).toBeGreaterThan(3);
  });

  const apart = noTally();
  const inOneSeries = noTally();
  it.each([2, 3])(
    'come to the same register when all adopt decisions, also on the same people, %i of them',
    (count) => {
      fc.assert(run(count, true, apart), { ...cases(10, 60), endOnFailure: true });
    },
  );

  it.each([2, 3])('come to the same register when all number certificates in one series, %i of them', (count) => {
    fc.assert(run(count, true, inOneSeries, 'A'), { ...cases(8, 40), endOnFailure: true });
  });
  it('gave one number twice often enough in that to mean something, and never with a series each', () => {
    expect(inOneSeries.needsSecretary.bearer ?? 0).toBeGreaterThan(1);
    expect(apart.needsSecretary.bearer ?? 0).toBe(0);
  });
  it('contradicted each other often enough in that to mean something', () => {
    expect(apart.needsSecretary.decided ?? 0, 'decisions on the same people').toBeGreaterThan(0);
    expect(apart.needsSecretary.number ?? 0, 'decisions with one number').toBeGreaterThan(0);
  });
});
