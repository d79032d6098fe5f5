import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../shared/domain/decide.ts';
import { evolve } from '../../../shared/domain/evolve.ts';
import { OfficeEvent } from '../../../shared/domain/events.ts';
import { documentSlot, emptyState, holdsDocument, type State } from '../../../shared/domain/state.ts';
import { stepOf } from '../../../shared/domain/step.ts';
import { recordsOfState, stateOfRecords } from '../../../electron/office/state-records.ts';
import { isAlive, runsOf } from '../../../shared/domain/certificate.ts';
import type { DecideContext } from '../../../shared/domain/commands.ts';
import { commandOf, intents, type Intent } from '../../support/intents.ts';
import { someSettings } from '../../support/fictitious.ts';

const context: DecideContext = {
  at: '2025-11-29T10:00:00.000Z',
  today: '2025-11-29',
  sha256: (text) => String(text.length).padStart(64, '0'),
};

const start = evolve(emptyState, { type: 'office.established', settings: someSettings, sample: true });

function work(
  turns: readonly Intent[],
  eachTurn: (before: State, after: State) => void,
): { state: State; events: OfficeEvent[] } {
  let state = start;
  const events: OfficeEvent[] = [];
  turns.forEach((intent, turn) => {
    const decided = decide(state, commandOf(state, intent, turn), context);
    const before = state;
    if (decided.ok) {
      events.push(...decided.value);
      state = decided.value.reduce(evolve, state);
    }
    eachTurn(before, state);
  });
  return { state, events };
}

/** People and decisions as every screen shows them: that somebody has touched what an import brought stays true. */
const asShown = ({ applications, decisions }: State) => ({
  applications: applications.map((application) => ({ ...application, importId: null })).toJS(),
  decisions: decisions.toJS(),
});

/** The state as a snapshot brings it back. */
function restored(state: State): State {
  const read: Record<string, unknown[]> = {};
  for (const [collection, record] of recordsOfState(state)) (read[collection] ??= []).push(record);
  return stateOfRecords(read);
}

const derived = ({ byDocument, applicationsByBirth, aliveCertificates, byNumber, counters }: State) => ({
  byDocument: byDocument.toJS(),
  births: applicationsByBirth
    .filterNot((ids) => ids.isEmpty())
    .map((ids) => [...ids].sort())
    .toJS(),
  aliveCertificates: aliveCertificates.toJS(),
  byNumber: byNumber.toJS(),
  counters: counters.toJS(),
});

function checkInvariants(state: State, events: readonly OfficeEvent[]): void {
  const slots = [...state.applications.values()].filter(holdsDocument).flatMap((one) => documentSlot(one) ?? []);
  expect(new Set(slots).size, 'one travel document, one application in an event').toBe(slots.length);

  for (const application of state.applications.values()) {
    const decision = application.decisionId ? state.decisions.get(application.decisionId) : undefined;
    const listed = [...state.decisions.values()].filter(
      ({ status, rows }) => status === 'draft' && rows.some((row) => row.applicationId === application.id),
    );
    if (application.status === 'on-agenda') expect(listed.map(({ id }) => id)).toEqual([application.decisionId]);
    if (application.status === 'accredited' || application.status === 'refused') {
      expect(decision?.status, 'only an adopted decision accredits or refuses').toBe('adopted');
      const action = application.status === 'accredited' ? 'accredit' : 'refuse';
      expect(decision?.adoptedRows.some((row) => row.applicationId === application.id && row.action === action)).toBe(
        true,
      );
    }
    if (application.accreditedOn) expect(decision?.date).toBe(application.accreditedOn);
    const accreditations = [...state.decisions.values()].filter(({ adoptedRows }) =>
      adoptedRows.some((row) => row.applicationId === application.id && row.action === 'accredit'),
    );
    expect(accreditations.length, 'accredited once').toBeLessThanOrEqual(1);
  }

  const numbers = [...state.applications.values()].map(({ eventId, number }) => `${eventId}|${String(number)}`);
  expect(new Set(numbers).size).toBe(numbers.length);

  const printed = [...state.certificates.values()].map(({ eventId, number }) => `${eventId}|${number}`);
  expect(new Set(printed).size, 'no certificate number twice in an event').toBe(printed.length);
  const blockStarts = new Set(
    events.flatMap((event) =>
      event.type === 'office.settingsChanged' ? event.settings.certificates.blocks.map(({ from }) => from) : [],
    ),
  );
  for (const [slot, highest] of state.counters) {
    if (!slot.startsWith('series|')) continue;
    const serials = [...state.certificates.values()]
      .filter(({ eventId, series }) => slot === `series|${eventId}|${series}`)
      .map(({ serial }) => serial)
      .sort((a, b) => a - b);
    expect(serials.at(-1)).toBe(highest);
    const gaps = serials.filter(
      (serial, index) => serial !== (serials[index - 1] ?? 0) + 1 && !blockStarts.has(serial),
    );
    expect(gaps, 'a series has no gap but before a block that was dealt to this laptop').toEqual([]);
  }
  for (const certificate of state.certificates.values()) {
    const application = state.applications.get(certificate.applicationId);
    if (isAlive(certificate.status))
      expect(application?.status, 'a certificate only for a person in force').toBe('accredited');
    if (certificate.status !== 'reserved' && certificate.status !== 'void' && certificate.printRuns.length > 0) {
      expect(certificate.printed).not.toBeNull();
    }
    if (certificate.successorId) {
      expect(state.certificates.get(certificate.successorId)?.predecessorId).toBe(certificate.id);
      expect(isAlive(certificate.status)).toBe(false);
    }
    if (!certificate.successorId && (certificate.status === 'spoiled' || certificate.status === 'lost')) {
      expect(state.aliveCertificates.has(certificate.applicationId), 'a new certificate names the lost').toBe(false);
    }
  }
}

describe('any sequence of commands', () => {
  it('keeps every invariant of the register', () => {
    fc.assert(
      fc.property(intents(260), (turns) => {
        work(turns, (before, after) => {
          for (const decision of before.decisions.values()) {
            if (decision.status === 'adopted') expect(after.decisions.get(decision.id)).toBe(decision);
          }
          for (const certificate of before.certificates.values()) {
            const now = after.certificates.get(certificate.id);
            expect(now?.number).toBe(certificate.number);
            if (now && certificate.status === 'printed' && now.status === 'issued') {
              expect(now.printRuns.map(({ outcome }) => outcome)).not.toContain('awaited');
              const last = runsOf(now, 'certificate').at(-1);
              expect(last?.outcome, 'what came out badly is not handed over').not.toBe('failed');
            }
          }
        });
        const { state, events } = work(turns, () => undefined);
        checkInvariants(state, events);
      }),
      { numRuns: 150 },
    );
  });

  it('is taken back to the very register it came to, where it can be taken back at all', () => {
    const taken = new Set<string>();
    fc.assert(
      fc.property(intents(260), (turns) => {
        let state = start;
        turns.forEach((intent, turn) => {
          const command = commandOf(state, intent, turn);
          const decided = decide(state, command, context);
          if (!decided.ok) return;
          const after = decided.value.reduce(evolve, state);
          const step = stepOf(state, decided.value, after);
          const back = step && decide(after, { type: 'step.takeBack', step }, context);
          if (back?.ok) {
            taken.add(command.type);
            const again = back.value.reduce(evolve, after);
            expect(asShown(again)).toEqual(asShown(state));
          }
          state = after;
        });
      }),
      { numRuns: 80, seed: 20251130 },
    );
    expect([...taken]).toEqual(
      expect.arrayContaining([
        'application.markReady',
        'application.sendBack',
        'application.withdraw',
        'application.save',
        'decision.extendAnnex',
        'decision.reduceAnnex',
        'decision.discard',
      ]),
    );
  });

  it('replays from its facts, written down and read again, to the same state', () => {
    fc.assert(
      fc.property(intents(200), (turns) => {
        const { state, events } = work(turns, () => undefined);
        const read = events.map((event) => OfficeEvent.parse(JSON.parse(JSON.stringify(event))));
        const replayed = read.reduce(evolve, start);
        expect([...recordsOfState(replayed)]).toEqual([...recordsOfState(state)]);
        expect(derived(replayed)).toEqual(derived(state));
      }),
      { numRuns: 80 },
    );
  });

  it('leaves what is derived as if it were derived anew', () => {
    fc.assert(
      fc.property(intents(200), (turns) => {
        const { state } = work(turns, () => undefined);
        expect(derived(restored(state))).toEqual(derived(state));
      }),
      { numRuns: 80 },
    );
  });

  it('reaches every part of the corridor often enough to mean something', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(intents(260), (turns) => {
        for (const { type } of work(turns, () => undefined).events) reached.add(type);
      }),
      { numRuns: 300, seed: 20251130 },
    );
    expect([...reached]).toEqual(
      expect.arrayContaining([
        'application.stepTakenBack',
        'decision.adopted',
        'certificate.reserved',
        'certificate.printed',
        'certificate.printJudged',
        'certificate.spoiled',
        'certificate.voided',
        'certificate.lost',
      ]),
    );
  });
});
