/** What the office needs of its passwords. They are kept beside the register and never in it. */
import { done, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Id } from '#shared/domain/base/primitives.ts';

export type Passwords = {
  /** Whether this is the operator's password; refused as at sign-in, `access.wrongPassword` or `access.wait`. */
  check(login: string, password: string): Promise<Outcome<unknown>>;
  /** Of a new operator, or in place of the one before. */
  set(operator: { id: Id; login: string }, password: string): Promise<Outcome<unknown>>;
  remove(operatorId: Id): Promise<Outcome<unknown>>;
  /** The new recovery key; the one before opens nothing any more. */
  newRecoveryKey(): Promise<Outcome<string>>;
};

/** For an office that nobody signs in to: one being made, or one in a test. */
export const noPasswords: Passwords = {
  check: () => Promise.resolve(done(null)),
  set: () => Promise.resolve(done(null)),
  remove: () => Promise.resolve(done(null)),
  newRecoveryKey: () => Promise.resolve(done('')),
};
