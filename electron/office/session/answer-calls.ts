/** Answers calls by the name of their operation: the entry's own here, all others by the office that is open. */
import { contract, isOperationName } from '#shared/contract/index.ts';
import { callRefusal } from '#shared/contract/roles.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Handlers } from '../operations/handlers.ts';
import type { CurrentOffice } from './current-office.ts';
import { isEntryOperation, type EntryOperation } from './entry-operations.ts';

export const answerCalls =
  (handlers: Handlers<EntryOperation>, current: CurrentOffice) =>
  async (name: string, input: unknown): Promise<Outcome<unknown>> => {
    if (!isOperationName(name)) return refuse('input.invalid', { operation: name });
    if (!isEntryOperation(name)) return current.officeSession()?.call(name, input) ?? refuse('office.notOpen');
    const notAllowed = callRefusal(name, current.office()?.actor() ?? null);
    if (notAllowed) return notAllowed;
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) return refuse('input.invalid', { operation: name });
    // The table's types pair each name with its own input; the union of all of them cannot say so.
    const handler = handlers[name] as (value: unknown) => Promise<Outcome<unknown>>;
    const outcome = await handler(parsed.data);
    return outcome.ok ? done(contract[name].output.parse(outcome.value)) : outcome;
  };
