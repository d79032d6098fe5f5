/** One operation of the contract: what goes in and what comes out. */
import { z } from 'zod';
import { Id } from '../domain/base/primitives.ts';

export const operation = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

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
