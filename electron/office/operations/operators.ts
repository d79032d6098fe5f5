/** The operators on request, and their passwords. The keyring comes first where it lets somebody in, last where out. */
import { done, refuse, refuseFields, type Outcome } from '#shared/domain/base/refusals.ts';
import { checkPassword, isActive } from '#shared/domain/records/operator.ts';
import type { operatorOperations } from '#shared/contract/operators.ts';
import type { Passwords } from '../operators/passwords.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';

export function operatorHandlers(
  office: OfficeContext,
  passwords: Passwords,
): Handlers<keyof typeof operatorOperations> {
  const operatorOf = (id: string) => office.state().operators.get(id);

  async function setPassword(id: string, password: string, by: 'self' | 'head'): Promise<Outcome<Nothing>> {
    const operator = operatorOf(id);
    if (!operator) return refuse('operator.unknown');
    if (!isActive(operator)) return refuse('operator.deactivated', { name: operator.name });
    const faults = checkPassword(password, operator.login);
    if (faults.length > 0) return refuseFields(faults);
    const set = await passwords.set(operator, password);
    return set.ok ? carryOut(office, { type: 'operator.notePassword', id, by }) : set;
  }

  return {
    'operator.list': () => done([...office.state().operators.values()]),
    'operator.add': async ({ fields, password }) => {
      const id = office.newId();
      const command = { type: 'operator.add' as const, id, fields };
      const tried = office.check(command);
      const faults = checkPassword(password, fields.login);
      if (!tried.ok) return tried.refusal.fields ? refuseFields([...tried.refusal.fields, ...faults]) : tried;
      if (faults.length > 0) return refuseFields(faults);
      const set = await passwords.set({ id, login: fields.login.trim() }, password);
      if (!set.ok) return set;
      const added = await office.execute(command);
      if (added.ok) return done({ id });
      await passwords.remove(id);
      return added;
    },
    'operator.change': (input) => carryOut(office, { type: 'operator.change', ...input }),
    'operator.deactivate': async ({ id }) => {
      const recorded = await carryOut(office, { type: 'operator.deactivate', id });
      if (!recorded.ok) return recorded;
      // Should this fail, the register still knows that they sign in no more.
      await passwords.remove(id);
      return recorded;
    },
    'operator.resetPassword': ({ id, password }) => setPassword(id, password, 'head'),
    'operator.changePassword': async ({ current, password }) => {
      const operator = operatorOf(office.actor().id);
      if (!operator) return refuse('operator.unknown');
      const known = await passwords.check(operator.login, current);
      if (known.ok) return setPassword(operator.id, password, 'self');
      if (known.refusal.code !== 'access.wrongPassword') return known;
      return refuseFields([{ path: 'current', code: 'field.passwordWrong' }]);
    },
    'operator.newRecoveryKey': async () => {
      const made = await passwords.newRecoveryKey();
      if (!made.ok) return made;
      const noted = await carryOut(office, { type: 'office.noteRecoveryKey' });
      return noted.ok ? done({ recoveryKey: made.value }) : noted;
    },
  };
}

type Nothing = Record<string, never>;
