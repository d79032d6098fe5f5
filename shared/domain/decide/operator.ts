/** Decisions about operators: who is taken in, under what name and role, and who signs in no more. */
import { done, refuse, refuseFields } from '../base/refusals.ts';
import { checkOperator, isActive, loginKey, type Operator } from '../records/operator.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { OfficeEvent } from '../register/events.ts';
import type { State } from '../register/state.ts';
import type { Id } from '../base/primitives.ts';

const isTaken = (state: State, login: string): boolean =>
  state.operators.some((operator) => loginKey(operator.login) === loginKey(login));

export function addOperator(
  state: State,
  { id, fields }: CommandOf<'operator.add'>,
  { at }: Pick<DecideContext, 'at'>,
): Decided {
  const faults = checkOperator(fields);
  // Also of one who has left: two people must never be one name in the journal.
  if (isTaken(state, fields.login)) faults.push({ path: 'login', code: 'field.loginTaken' });
  if (faults.length > 0) return refuseFields(faults);
  const { name, login, role } = fields;
  return done([{ type: 'operator.added', id, fields: { name: name.trim(), login: login.trim(), role }, at }]);
}

/** Of an office that no password opens yet: made before there were operators, or brought back without its keyring. */
export function addFirstHead(
  state: State,
  { id, name, login }: CommandOf<'operator.addFirst'>,
  context: DecideContext,
): Decided {
  return addOperator(state, { type: 'operator.add', id, fields: { name, login, role: 'head' } }, context);
}

/** Somebody must always be there who can let others in. */
const isLastHead = (state: State, { id, role }: Operator): boolean =>
  role === 'head' && !state.operators.some((other) => other.id !== id && other.role === 'head' && isActive(other));

function activeOperator(state: State, id: Id) {
  const operator = state.operators.get(id);
  if (!operator) return refuse('operator.unknown');
  return isActive(operator) ? done(operator) : refuse('operator.deactivated', { name: operator.name });
}

export function changeOperator(state: State, { id, name, role }: CommandOf<'operator.change'>): Decided {
  const operator = activeOperator(state, id);
  if (!operator.ok) return operator;
  const { value: before } = operator;
  const faults = checkOperator({ name, login: before.login });
  if (faults.length > 0) return refuseFields(faults);
  if (role !== 'head' && isLastHead(state, before)) return refuse('operator.lastHead', { name: before.name });
  const events: OfficeEvent[] = [];
  if (name.trim() !== before.name) events.push({ type: 'operator.renamed', id, name: name.trim() });
  if (role !== before.role) events.push({ type: 'operator.roleChanged', id, role });
  return done(events);
}

export function deactivateOperator(
  state: State,
  { id }: CommandOf<'operator.deactivate'>,
  { at }: DecideContext,
): Decided {
  const operator = activeOperator(state, id);
  if (!operator.ok) return operator;
  if (isLastHead(state, operator.value)) return refuse('operator.lastHead', { name: operator.value.name });
  return done([{ type: 'operator.deactivated', id, at }]);
}

/** A password itself never comes near the register; that it was set, and by what right, does. */
export function notePassword(
  state: State,
  { id, by }: CommandOf<'operator.notePassword'>,
  { actor }: DecideContext,
): Decided {
  const operator = activeOperator(state, id);
  if (!operator.ok) return operator;
  if (by === 'self' && actor.id !== id) return refuse('operator.unknown');
  if (by === 'head' && actor.role !== 'head') return refuse('access.notAllowed', { role: 'head' });
  return done([{ type: 'operator.passwordSet', id, by }]);
}
