import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/decide/index.ts';
import { commandRoles } from '#shared/domain/rules/command-roles.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { checkPassword, isActive, loginKey, roles, type Actor } from '#shared/domain/records/operator.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import type { Command, DecideContext } from '#shared/domain/register/commands.ts';
import { commandOf } from '../../support/intents.ts';
import { someHead, someSettings } from '../../support/fictitious.ts';

const context: DecideContext = {
  at: '2026-11-10T10:00:00.000Z',
  actor: someHead,
  today: '2026-11-10',
  sha256: () => '0'.repeat(64),
};

const established = decide(
  emptyState,
  { type: 'office.establish', settings: someSettings, sample: false, head: { name: someHead.name, login: 'head' } },
  context,
);
const start = established.ok ? established.value.reduce(evolve, emptyState) : emptyState;

const step = fc.record({
  kind: fc.constantFrom('add', 'change', 'deactivate', 'notePassword' as const),
  target: fc.nat(8),
  role: fc.constantFrom(...roles),
  login: fc.constantFrom('head', 'Head', 'aigul', 'AIGUL ', 'bermet', 'c.d', 'd-e', 'has space', ''),
  name: fc.constantFrom('Айгүл', 'Бермет', ' '),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function commandFor(state: State, { kind, target, role, login, name }: Step, turn: number): Command {
  const ids = [...state.operators.keys()];
  const id = ids[target % (ids.length + 1)] ?? 'nobody';
  if (kind === 'add') return { type: 'operator.add', id: `o${String(turn)}`, fields: { name, login, role } };
  if (kind === 'change') return { type: 'operator.change', id, name, role };
  if (kind === 'deactivate') return { type: 'operator.deactivate', id };
  return { type: 'operator.notePassword', id, by: 'head' };
}

describe('operators', () => {
  it('are never without an active head, never one login twice, never deleted, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let state = start;
        const facts: OfficeEvent[] = [];
        steps.forEach((one, turn) => {
          const decided = decide(state, commandFor(state, one, turn), context);
          if (!decided.ok) return;
          const before = state;
          facts.push(...decided.value);
          state = decided.value.reduce(evolve, state);
          for (const operator of before.operators.values()) {
            const now = state.operators.get(operator.id);
            expect(now).toMatchObject({ id: operator.id, login: operator.login, since: operator.since });
            if (!isActive(operator)) expect(now, 'who has left stays as they left').toEqual(operator);
          }
        });
        const all = [...state.operators.values()];
        expect(all.some((operator) => operator.role === 'head' && isActive(operator))).toBe(true);
        expect(new Set(all.map(({ login }) => loginKey(login))).size).toBe(all.length);
        expect(all.every(({ name, login }) => name.trim() !== '' && /^\S+$/u.test(login))).toBe(true);
        const read = facts.map((fact) => OfficeEvent.parse(JSON.parse(JSON.stringify(fact))));
        expect(read.reduce(evolve, start).operators.toJS()).toEqual(state.operators.toJS());
      }),
    );
  });

  it('say in words of a code why the last head cannot go, and who has left cannot be changed', () => {
    const refusal = (state: State, command: Command) => {
      const decided = decide(state, command, context);
      return decided.ok ? null : decided.refusal;
    };
    const [head = ''] = start.operators.keys();
    const lastHead = { code: 'operator.lastHead', params: { name: someHead.name } };
    expect(refusal(start, { type: 'operator.deactivate', id: head })).toEqual(lastHead);
    expect(refusal(start, { type: 'operator.change', id: head, name: 'Б', role: 'secretary' })).toEqual(lastHead);
    const facts: OfficeEvent[] = [
      { type: 'operator.added', id: 'b', fields: { name: 'Б', login: 'b', role: 'clerk' }, at: context.at },
      { type: 'operator.deactivated', id: 'b', at: context.at },
    ];
    const left = facts.reduce(evolve, start);
    expect(refusal(left, { type: 'operator.change', id: 'b', name: 'В', role: 'clerk' })?.code).toBe(
      'operator.deactivated',
    );
    const again = { name: 'Б', login: 'B', role: 'clerk' as const };
    expect(refusal(left, { type: 'operator.add', id: 'c', fields: again })?.fields).toEqual([
      { path: 'login', code: 'field.loginTaken' },
    ]);
  });
});

describe('roles', () => {
  const actorOf = (role: Actor['role']): Actor => ({ id: role, name: role, role });

  it('grow from clerk to secretary to head, and an auditor may change nothing but their own password', () => {
    for (const [command, needed] of Object.entries(commandRoles)) {
      if (needed.includes('clerk')) expect(needed, command).toContain('secretary');
      if (needed.includes('secretary')) expect(needed, command).toContain('head');
      expect(needed, command).toContain('head');
      expect(needed.includes('auditor'), command).toBe(
        ['operator.notePassword', 'office.recordSigningKey'].includes(command),
      );
    }
  });

  it('are asked before anything else: a command is refused by role in any state', () => {
    fc.assert(
      fc.property(
        fc.nat(110),
        fc.nat(30),
        fc.nat(5),
        fc.boolean(),
        fc.constantFrom(...roles),
        (kind, a, c, flag, role) => {
          const command = commandOf(start, { kind, a, b: a, c, flag }, 1);
          const decided = decide(start, command, { ...context, actor: actorOf(role) });
          const notAllowed = !decided.ok && decided.refusal.code === 'access.notAllowed';
          if (!commandRoles[command.type].includes(role)) expect(notAllowed, command.type).toBe(true);
          if (role === 'head') expect(notAllowed, command.type).toBe(false);
        },
      ),
    );
  });

  it('let a head alone put a revocation on an agenda', () => {
    const rows = [{ applicationId: 'a', action: 'revoke' as const, reason: null }];
    for (const type of ['decision.extendAnnex', 'decision.decideAnnex'] as const) {
      const as = (role: Actor['role']) => decide(start, { type, id: 'd', rows }, { ...context, actor: actorOf(role) });
      expect(as('secretary')).toMatchObject({ refusal: { code: 'access.notAllowed', params: { role: 'head' } } });
      expect(as('head')).toMatchObject({ refusal: { code: 'decision.unknown' } });
    }
  });
});

describe('a password', () => {
  it.each([
    ['короткий', 'field.passwordShort'],
    ['12345678901', 'field.passwordPlain'],
    ['aaaaaaaaaaaaaaa', 'field.passwordPlain'],
    ['my-AIGUL-2026', 'field.passwordPlain'],
  ])('that everybody would try is refused: %s', (password, code) => {
    expect(checkPassword(password, 'aigul')).toMatchObject([{ path: 'password', code }]);
  });

  it('of a few words is accepted, in any script', () => {
    for (const password of ['жашыл дөбө 17', 'зелёный холм семь', 'green hill seven']) {
      expect(checkPassword(password, 'aigul')).toEqual([]);
    }
  });
});
