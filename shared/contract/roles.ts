/** Who may call what, as each operation of the contract says it of itself. */
import { contract, type OperationName } from './index.ts';
import { refuse, type Refused } from '../domain/base/refusals.ts';
import { roles, type Actor, type Role } from '../domain/records/operator.ts';
import type { Allowed } from './operation.ts';

/** Who may call an operation. */
export const allowedTo = (name: OperationName): Allowed => contract[name].allowed;

/** Why whoever is signed in, or nobody, may not call an operation; null when they may. */
export function callRefusal(name: OperationName, actor: Pick<Actor, 'role'> | null): Refused | null {
  const allowed = allowedTo(name);
  if (allowed === 'before sign-in') return null;
  if (!actor) return refuse('access.locked');
  const needed = allowed === 'everybody' ? roles : allowed;
  return needed.includes(actor.role) ? null : refuse('access.notAllowed', { role: needed[0] ?? 'head' });
}

/** Whether a role may call an operation: what the screens show by; the office enforces it. */
export const mayCall = (role: Role, name: OperationName): boolean => callRefusal(name, { role }) === null;
