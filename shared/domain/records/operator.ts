/** Who works in the office, and what each may do. An operator is never deleted: what they did stays under their name. */
import { z } from 'zod';
import type { FieldFault } from '../base/refusals.ts';
import { Id, Instant, Line } from '../base/primitives.ts';

/**
 * A secretary may do all that a clerk may, and adopts decisions; a head may do all that a secretary may, and answers
 * for settings, revocations, overrides, designs, wordings and operators. An auditor reads and verifies, and changes
 * nothing.
 */
export const roles = ['clerk', 'secretary', 'head', 'auditor'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Whoever changes the register. */
export const workers = ['clerk', 'secretary', 'head'] as const satisfies readonly Role[];
export const secretaries = ['secretary', 'head'] as const satisfies readonly Role[];
export const heads = ['head'] as const satisfies readonly Role[];

/** What an operator types to say who they are: no spaces, letter case does not count. */
export const Login = z.string().max(40);

export const OperatorFields = z.strictObject({ name: Line, login: Login, role: Role });
export type OperatorFields = z.infer<typeof OperatorFields>;

export const Operator = OperatorFields.extend({
  id: Id,
  since: Instant,
  /** Since when they sign in no more; null while they do. */
  until: Instant.nullable(),
});
export type Operator = z.infer<typeof Operator>;

/** Who does something: what a decision has to know of the operator who is signed in. */
export const Actor = z.strictObject({ id: Id, name: Line, role: Role });
export type Actor = z.infer<typeof Actor>;

export const actorOf = ({ id, name, role }: Operator): Actor => ({ id, name, role });

export const isActive = ({ until }: Pick<Operator, 'until'>): boolean => until === null;

/** Logins that are the same to a person. */
export const loginKey = (login: string): string => login.trim().toLocaleLowerCase('ru');

/** What is wrong with what was typed of an operator, field by field. */
export function checkOperator({ name, login }: Pick<OperatorFields, 'name' | 'login'>): FieldFault[] {
  const faults: FieldFault[] = [];
  if (name.trim() === '') faults.push({ path: 'name', code: 'field.required' });
  if (login.trim() === '') faults.push({ path: 'login', code: 'field.required' });
  else if (!/^[\p{L}\p{N}._-]+$/u.test(login.trim())) faults.push({ path: 'login', code: 'field.login' });
  return faults;
}

export const leastPassword = 10;
export const mostPassword = 200;
export const leastDifferent = 5;

/**
 * What is wrong with a new password; `login` is whose it will be. Length does more than odd signs, so that is asked for,
 * and nothing that everybody would try first.
 */
export function checkPassword(password: string, login: string): FieldFault[] {
  const path = 'password';
  if ([...password].length < leastPassword) {
    return [{ path, code: 'field.passwordShort', params: { least: leastPassword } }];
  }
  const key = loginKey(login);
  const plain =
    new Set(password).size < leastDifferent ||
    /^\d+$/u.test(password) ||
    (key !== '' && password.toLocaleLowerCase('ru').includes(key));
  return plain ? [{ path, code: 'field.passwordPlain', params: { different: leastDifferent } }] : [];
}
