/** The operators of the office: who they are, and their passwords, which go in and never come out. */
import { z } from 'zod';
import { heads, Operator, OperatorFields, Role, mostPassword } from '../domain/records/operator.ts';
import { Id, Line } from '../domain/base/primitives.ts';
import { Done, Saved, operation, writing } from './operation.ts';

export const Password = z.string().min(1).max(mostPassword);

/** In groups of letters and digits, to be printed and locked away; it opens the office when a password is forgotten. */
export const RecoveryKey = z.string().max(200);

export const operatorOperations = {
  /** Everybody who ever worked here, in the order they came. */
  'operator.list': operation('everybody', z.strictObject({}), z.array(Operator)),
  'operator.add': operation(
    writing('operator.add'),
    z.strictObject({ fields: OperatorFields, password: Password }),
    Saved,
  ),
  'operator.change': operation(writing('operator.change'), z.strictObject({ id: Id, name: Line, role: Role }), Done),
  /** For good: they sign in no more, and stay in the records under their name. */
  'operator.deactivate': operation(writing('operator.deactivate'), z.strictObject({ id: Id }), Done),
  'operator.resetPassword': operation(
    { allowed: heads, writes: ['operator.notePassword'] },
    z.strictObject({ id: Id, password: Password }),
    Done,
  ),
  /** One's own; the present one is asked for, so that a laptop left open gives nobody the account. */
  'operator.changePassword': operation(
    { allowed: 'everybody', writes: ['operator.notePassword'] },
    z.strictObject({ current: Password, password: Password }),
    Done,
  ),
  /** The one before opens nothing any more. Shown this once. */
  'operator.newRecoveryKey': operation(
    writing('office.noteRecoveryKey'),
    z.strictObject({}),
    z.strictObject({ recoveryKey: RecoveryKey }),
  ),
};
