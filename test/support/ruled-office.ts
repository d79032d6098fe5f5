/** A register for tests of single rules: no files, no window; each command is decided and evolved in place. */
import { expect } from 'vitest';
import { decide } from '#shared/domain/decide/index.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import type { Command, DecideContext } from '#shared/domain/register/commands.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { someOrganisation, someDecision, someElection, someHead, somePerson, someSettings } from './fictitious.ts';
import type { OfficeSettings } from '#shared/domain/records/office.ts';

export const today = '2025-11-20';

const context: DecideContext = {
  at: `${today}T10:00:00.000Z`,
  actor: someHead,
  today,
  sha256: (text) => String(text.length).padStart(64, '0'),
};

/** An office with one election and one organisation. */
export function ruledOffice(settings: OfficeSettings = someSettings) {
  let state: State = evolve(emptyState, { type: 'office.established', settings, sample: true });
  /** Does it; a refusal fails the test. */
  const does = (command: Command): OfficeEvent[] => {
    const decided = decide(state, command, context);
    expect(decided, JSON.stringify(command)).toMatchObject({ ok: true });
    if (!decided.ok) return [];
    state = decided.value.reduce(evolve, state);
    return decided.value;
  };
  /** The refusal it meets, and nothing has changed. */
  const refuses = (command: Command): unknown => {
    const decided = decide(state, command, context);
    expect(decided.ok, JSON.stringify(command)).toBe(false);
    return decided.ok ? null : decided.refusal;
  };
  does({ type: 'election.save', id: 'election', fields: someElection });
  does({ type: 'organisation.save', id: 'sender', fields: someOrganisation, correspondence: null });
  const enters = (n: number, electionId = 'election'): string => {
    const id = `person-${String(n)}`;
    does({ type: 'application.save', id, electionId, organisationId: 'sender', fields: somePerson(n) });
    return id;
  };
  const readies = (n: number): string => {
    const id = enters(n);
    does({ type: 'application.receive', ids: [id] });
    does({ type: 'application.markReady', ids: [id] });
    return id;
  };
  const drafts = (id: string, people: readonly string[]): void => {
    does({ type: 'decision.draft', id, electionId: 'election', fields: someDecision });
    const rows = people.map((applicationId) => ({ applicationId, action: 'accredit' as const, reason: null }));
    if (rows.length > 0) does({ type: 'decision.extendAnnex', id, rows });
  };
  return {
    state: () => state,
    does,
    refuses,
    enters,
    readies,
    drafts,
    /** Ready, decided on and in force from that day. */
    accredits: (numbers: readonly number[], number = '1', date = '2025-11-01'): string[] => {
      const people = numbers.map(readies);
      drafts(`decision-${number}`, people);
      does({ type: 'decision.adopt', id: `decision-${number}`, adoption: { number, date } });
      return people;
    },
  };
}

/** Numbers for these people; `prefix` begins the identifiers of their certificates. */
export const reserve = (people: readonly string[], issuedOn = today, prefix = 'c'): Command => ({
  type: 'certificate.reserve',
  issuedOn,
  rows: people.map((applicationId) => ({ id: `${prefix}-${applicationId}`, applicationId })),
});

/** A refusal with that code, and among its parameters these. */
export const code = (of: string, params: object = {}): unknown =>
  expect.objectContaining({ code: of, params: expect.objectContaining(params) as object });

/** A refusal of one field. */
export const fault = (path: string, of: string): unknown =>
  expect.objectContaining({ code: 'fields.invalid', fields: [expect.objectContaining({ path, code: of })] });
