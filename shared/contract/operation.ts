/** One operation of the contract: who may call it, what goes in and what comes out. */
import { z } from 'zod';
import { Id } from '../domain/base/primitives.ts';
import { roles, type Role } from '../domain/records/operator.ts';
import type { Command } from '../domain/register/commands.ts';
import { commandRoles } from '../domain/rules/command-roles.ts';

/** `everybody`: whoever is signed in; `before sign-in`: the screens before it need it too. */
export type Allowed = readonly Role[] | 'everybody' | 'before sign-in';

/** Who may call an operation that records something, and the commands that it carries out. */
type Writing = { allowed: Allowed; writes: readonly Command['type'][] };

/** An operation for everybody whose role may give all of these commands: their own table says who. */
export const writing = (...writes: [Command['type'], ...Command['type'][]]): Writing => ({
  allowed: roles.filter((role) => writes.every((type) => commandRoles[type].includes(role))),
  writes,
});

/**
 * An operation of the contract. What weighs more than its operation alone (a permit for a host citizen, a revocation in an
 * annex) is refused by the command's own roles, `domain/rules/command-roles.ts`.
 */
export const operation = <I extends z.ZodType, O extends z.ZodType>(
  access: Allowed | Writing,
  input: I,
  output: O,
) => ({
  ...(isWriting(access) ? access : { allowed: access, writes: [] }),
  input,
  output,
});

const isWriting = (access: Allowed | Writing): access is Writing => typeof access === 'object' && 'writes' in access;

/** An operation that only has to succeed. */
export const Done = z.strictObject({});
export const Saved = z.strictObject({ id: Id });
/** Names a long work, chosen by the caller, so that its progress can be shown and it can be cancelled. */
export const Job = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** Most rows one window of a list may hold. */
export const maximumWindow = 500;
export const Window = { offset: z.int().min(0), limit: z.int().min(1).max(maximumWindow) };
/** Letters of a search; a signed code has 311 at most. */
export const longestSearch = 400;
export const Search = z.string().max(longestSearch);
/** No more people than this can be acted on at once. */
export const maximumSelection = 100_000;
export const Ids = z.array(Id).max(maximumSelection);
