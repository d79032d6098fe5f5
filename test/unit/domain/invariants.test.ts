import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/decide/index.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { undoableChangeOf } from '#shared/domain/register/undoable-change.ts';
import { recordsOfState } from '../../../electron/office/store/state-records.ts';
import { runsOf } from '#shared/domain/records/certificate.ts';
import type { DecideContext } from '#shared/domain/register/commands.ts';
import { cases } from '../../support/effort.ts';
import { commandOf, intents, type Intent } from '../../support/intents.ts';
import { checkInvariants, derived, restored } from '../../support/invariants.ts';
import { someHead, someSettings } from '../../support/fictitious.ts';

const context: DecideContext = {
  at: '2025-11-29T10:00:00.000Z',
  actor: someHead,
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

describe('any sequence of commands', () => {
  it('keeps every invariant of the register', () => {
    fc.assert(
      fc.property(intents(260), (turns) => {
        const { state, events } = work(turns, (before, after) => {
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
        checkInvariants(state, events);
      }),
      cases(40, 300),
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
          const step = undoableChangeOf(state, decided.value, after);
          const back = step && decide(after, { type: 'step.takeBack', step }, context);
          if (back?.ok) {
            taken.add(command.type);
            const again = back.value.reduce(evolve, after);
            expect(asShown(again)).toEqual(asShown(state));
          }
          state = after;
        });
      }),
      { ...cases(30, 160), seed: 20251130 },
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
      cases(25, 160),
    );
  });

  it('leaves what is derived as if it were derived anew', () => {
    fc.assert(
      fc.property(intents(200), (turns) => {
        const { state } = work(turns, () => undefined);
        expect(derived(restored(state))).toEqual(derived(state));
      }),
      cases(25, 160),
    );
  });

  it('reaches every part of the corridor often enough to mean something', () => {
    const wanted = [
      'application.stepTakenBack',
      'decision.adopted',
      'certificate.reserved',
      'certificate.printed',
      'certificate.printJudged',
      'certificate.spoiled',
      'certificate.voided',
      'certificate.lost',
    ];
    const reached = new Set<string>();
    fc.assert(
      fc.property(intents(260), (turns) => {
        // The rest of the cases have nothing to add.
        if (wanted.every((type) => reached.has(type))) return;
        for (const { type } of work(turns, () => undefined).events) reached.add(type);
      }),
      { numRuns: 300, seed: 20251130 },
    );
    expect([...reached]).toEqual(expect.arrayContaining(wanted));
  });
});
