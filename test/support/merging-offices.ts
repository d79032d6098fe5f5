/** Offices on several laptops that work apart and hand bags to one another, without any paper or device. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { decide } from '#shared/domain/decide/index.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { bundleOf } from '#shared/domain/merge/compare.ts';
import { partsApart } from '#shared/domain/merge/fields.ts';
import { previewOf } from '#shared/domain/decide/receive.ts';
import { MergeBundle, type Resolution } from '#shared/domain/records/received-handover.ts';
import { requiresSecretary, type Question } from '#shared/domain/merge/index.ts';
import type { Command, DecideContext } from '#shared/domain/register/commands.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { commandOf, type Intent } from './intents.ts';
import type { AnnexAction } from '#shared/domain/records/decision.ts';
import {
  someOrganisation,
  someDecision,
  someElection,
  someHead,
  somePerson,
  someSettings,
  threeTimes,
} from './fictitious.ts';

export const mergeContext: DecideContext = {
  at: '2025-11-29T10:00:00.000Z',
  actor: someHead,
  today: '2025-11-29',
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
};
export const duplicateReason = threeTimes('кайталанган');

export type TestOffice = {
  letter: string;
  /** In which it numbers its certificates: laptops that share one give one number twice. */
  series: string;
  state: State;
  events: OfficeEvent[];
  turns: number;
  /** Numbers its decisions as the others do, as laptops do that record one and the same session. */
  sharesNumbers: boolean;
};

export function newOffice(letter: string, sharesNumbers = false, series = letter): TestOffice {
  const settings = { ...someSettings, certificates: { ...someSettings.certificates, series } };
  const office: TestOffice = { letter, series, state: emptyState, events: [], turns: 0, sharesNumbers };
  record(office, [
    { type: 'office.replicaNamed', replicaId: `laptop-${letter.toLowerCase()}` },
    { type: 'office.established', settings, sample: true },
  ]);
  return office;
}

function record(office: TestOffice, events: readonly OfficeEvent[]): void {
  // As the journal brings them back.
  const read = events.map((event) => OfficeEvent.parse(JSON.parse(JSON.stringify(event))));
  office.state = read.reduce(evolve, office.state);
  office.events.push(...read);
}

/** A command of an office of its own: its identifiers, its series, its decisions' numbers. */
export function ownCommand(office: TestOffice, intent: Intent): Command {
  office.turns += 1;
  const turn = office.letter.charCodeAt(0) * 100_000 + office.turns;
  const command = commandOf(office.state, intent, turn);
  if (command.type === 'office.changeSettings') {
    const { settings } = command;
    const certificates = { ...settings.certificates, series: office.series };
    return { ...command, settings: { ...settings, certificates } };
  }
  if (command.type !== 'decision.adopt' || office.sharesNumbers) return command;
  return { ...command, adoption: { ...command.adoption, number: `${office.letter}${command.adoption.number}` } };
}

export function work(office: TestOffice, intents: readonly Intent[], adopts: boolean): void {
  for (const intent of intents) {
    const command = ownCommand(office, intent);
    if (command.type === 'decision.adopt' && !adopts) continue;
    const decided = decide(office.state, command, mergeContext);
    if (decided.ok) record(office, decided.value);
  }
}

/** Executes what is allowed, and leaves the rest. */
function attempt(office: TestOffice, command: Command): void {
  const decided = decide(office.state, command, mergeContext);
  if (decided.ok) record(office, decided.value);
}

/** An election with people who are ready, of whom two stand on a draft that every laptop will know. */
export function prepareSessions(office: TestOffice): void {
  attempt(office, { type: 'election.save', id: 'session-event', fields: someElection });
  attempt(office, { type: 'organisation.save', id: 'session-body', fields: someOrganisation, correspondence: null });
  const ids = Array.from({ length: 8 }, (_, n) => `session-person-${String(n)}`);
  for (const [n, id] of ids.entries()) {
    const fields = somePerson(900 + n);
    attempt(office, {
      type: 'application.save',
      id,
      electionId: 'session-event',
      organisationId: 'session-body',
      fields,
    });
  }
  attempt(office, { type: 'application.markReady', ids });
  draftOf(office, 'session-draft', ids.slice(0, 2), 'accredit');
}

function draftOf(office: TestOffice, id: Id, people: readonly Id[], action: AnnexAction): void {
  attempt(office, { type: 'decision.draft', id, electionId: 'session-event', fields: someDecision });
  for (const applicationId of people) {
    const rows = [{ applicationId, action, reason: action === 'accredit' ? null : threeTimes('негиз') }];
    attempt(office, { type: 'decision.extendAnnex', id, rows });
  }
}

/** What the commission is said to have decided: laptops that are apart may both record it, alike or not. */
export type Session = { people: number[]; action: AnnexAction; number: number; day: number; known: boolean };

/** `known`: the draft that all laptops began with is adopted, as this laptop has it. */
export function holdSession(office: TestOffice, { people, action, number, day, known }: Session): void {
  office.turns += 1;
  const id = known ? 'session-draft' : `session-${office.letter.toLowerCase()}-${String(office.turns)}`;
  const chosen = people.map((n) => `session-person-${String(n)}`);
  draftOf(office, id, chosen, action);
  const date = ['2025-11-12', '2025-11-19', '2025-11-28'][day] ?? '2025-11-28';
  attempt(office, { type: 'decision.adopt', id, adoption: { number: `№ ${String(number)}`, date } });
  const paper = `paper-${office.letter.toLowerCase()}-${String(office.turns)}`;
  const rows = chosen.map((applicationId, n) => ({ id: `${paper}-${String(n)}`, applicationId }));
  for (const row of rows) attempt(office, { type: 'certificate.reserve', issuedOn: '2025-11-29', rows: [row] });
}

/** A bag for every election that the giver knows. */
export const bagsOf = ({ state }: TestOffice): MergeBundle[] =>
  [...state.elections.keys()].flatMap((electionId) => {
    const bundle = bundleOf(state, electionId);
    return bundle ? [MergeBundle.parse(JSON.parse(JSON.stringify(bundle)))] : [];
  });

/** Two offices that know the same people and the same draft, each in a series of its own unless one is named. */
export function together(series?: string): [TestOffice, TestOffice] {
  const [left, right] = [newOffice('A', true, series), newOffice('B', true, series)];
  prepareSessions(left);
  take(right, bagsOf(left), () => 0);
  return [left, right];
}

/** The bag of the election that sessions are held for. */
export function bagOf(office: TestOffice): MergeBundle {
  const bag = bagsOf(office).find(({ electionId }) => electionId === 'session-event');
  if (!bag) throw new Error('no bag');
  return bag;
}

/** What taking a bag in would come to, with the questions answered so far. */
export function preview({ state }: TestOffice, bag: MergeBundle, settlements: readonly Resolution[] = []) {
  const seen = previewOf(state, bag, [...settlements], { ...mergeContext, duplicateReason, officer: 'Б. Сынакова' });
  if ('ok' in seen) throw new Error(seen.refusal.code);
  return seen.merged;
}

export type Taken = {
  questions: number;
  needsSecretary: string[];
  changes: number;
  /** Records settled field by field, and such mixtures as were not allowed. */
  mixed: number;
  unfit: number;
};

/** Takes bags in, with every question answered by `choose`. */
export function take(office: TestOffice, bags: readonly MergeBundle[], choose: (of: number) => number): Taken {
  const taken: Taken = { questions: 0, needsSecretary: [], changes: 0, mixed: 0, unfit: 0 };
  for (const bundle of bags) {
    const settlements: Resolution[] = [];
    for (let round = 0; ; round += 1) {
      expect(round, 'the questions come to an end').toBeLessThan(50);
      const preview = previewOf(office.state, bundle, settlements, {
        ...mergeContext,
        duplicateReason,
        officer: mergeContext.actor.name,
      });
      if ('ok' in preview) throw new Error(JSON.stringify(preview.refusal));
      const { merged } = preview;
      const [key] = merged.open;
      if (key === undefined) break;
      const question = merged.questions.find((one) => one.key === key);
      const choices = question ? choicesOf(question) : [];
      taken.questions += 1;
      if (question && requiresSecretary(question)) taken.needsSecretary.push(question.kind);
      const answer: Resolution = {
        sides: {},
        question: key,
        choice: choices[choose(choices.length)] ?? '',
        reason: 'протокол боюнча',
      };
      const unfit = settlements.findIndex((one) => one.question === key);
      if (unfit >= 0) {
        // What the clerk chose field by field does not fit together: one side is taken whole.
        expect(merged.faults.get(key)?.length, 'says what is wrong').toBeGreaterThan(0);
        taken.unfit += 1;
        settlements.splice(unfit, 1, { ...answer, choice: choose(2) === 0 ? 'ours' : 'theirs' });
        continue;
      }
      const parts = question?.kind === 'record' ? partsApart(question.record) : [];
      const sides = Object.fromEntries(parts.map((part) => [part, choose(2) === 0 ? 'ours' : 'theirs'] as const));
      if (answer.choice === 'fields') taken.mixed += 1;
      settlements.push({ ...answer, ...(answer.choice === 'fields' && { sides }) });
    }
    const decided = decide(office.state, receiveCommand(bundle, settlements, office), mergeContext);
    if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
    taken.changes += decided.value.length;
    record(office, decided.value);
    const again = decide(office.state, receiveCommand(bundle, settlements, office), mergeContext);
    expect(again, 'the same bag twice changes nothing').toEqual({ ok: true, value: [] });
  }
  return taken;
}

/** What a question may be answered with. */
export function choicesOf(question: Question): readonly string[] {
  if (question.kind === 'record') {
    const byField = !requiresSecretary(question) && partsApart(question.record).length > 1;
    return ['ours', 'theirs', ...(byField ? ['fields', 'fields'] : [])];
  }
  if (question.kind === 'number') return ['both'];
  return question.kind === 'person' ? question.canStay : question.ids;
}

export const receiveCommand = (bundle: MergeBundle, settlements: Resolution[], office: TestOffice): Command => ({
  type: 'handover.receive',
  bundle,
  settlements,
  duplicateReason,
  receipt: {
    id: `received-${office.letter.toLowerCase()}-${String(office.events.length)}`,
    electionId: bundle.electionId,
    giver: 'Үлгүев',
    receiver: 'Сынакчы',
    number: 1,
    bag: 'bag',
    asOf: mergeContext.at,
    manifest: '0'.repeat(64),
    replicaId: bundle.replicaId,
    signer: { publicKey: 'key', fingerprint: '0'.repeat(64) },
    head: { seq: 1, hash: '0'.repeat(64) },
    compared: true,
  },
});

/** What two offices have in common after they have exchanged: the records of an election, and their versions. */
export function mergedView({ state }: TestOffice, electionId: Id) {
  const bundle = bundleOf(state, electionId);
  const sorted = <T extends { id: Id }>(records: readonly T[]): T[] =>
    records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return (
    bundle && {
      elections: bundle.records.elections,
      organisations: sorted(bundle.records.organisations),
      applications: sorted(bundle.records.applications),
      decisions: sorted(bundle.records.decisions),
      certificates: sorted(bundle.records.certificates),
      versions: Object.fromEntries(bundle.versions),
    }
  );
}
