/** Every operation of an open office with the function that carries it out, and how a call is answered by it. */
import { contract, isOperationName } from '#shared/contract/index.ts';
import { callRefusal } from '#shared/contract/roles.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Actor } from '#shared/domain/records/operator.ts';
import type { BackupKeeper } from '../backup/auto-backup.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Acting } from '../operators/acting.ts';
import type { Passwords } from '../operators/passwords.ts';
import type { Steps } from '../undo/recent-changes.ts';
import type { OfficeContext } from './handlers.ts';
import { applicationHandlers } from './applications.ts';
import { auditHandlers } from './audit.ts';
import { backupHandlers } from './backups.ts';
import { certificateHandlers } from './certificates.ts';
import { decisionHandlers } from './decisions.ts';
import { designHandlers } from './designs.ts';
import { draftsHandlers } from './drafts.ts';
import { documentHandlers } from './documents.ts';
import { exchangeHandlers } from './exchange.ts';
import { historyHandlers } from './history.ts';
import { keyCardHandlers } from './key-cards.ts';
import { listHandlers } from './lists.ts';
import { neighbourHandlers } from './neighbours.ts';
import { numberRegisterHandlers } from './number-register.ts';
import { operatorHandlers } from './operators.ts';
import { photoHandlers } from './photos.ts';
import { printQueueHandlers } from './print-queue.ts';
import { receivingHandlers } from './receiving.ts';
import { registerHandlers } from './register.ts';
import { searchHandlers } from './search.ts';
import { statementHandlers } from './statements.ts';
import { stepHandlers } from './steps.ts';
import { wordingHandlers } from './wordings.ts';

/** What a few operations alone work with. */
export type HandlerParts = {
  passwords: Passwords;
  drafts: Drafts;
  steps: Steps;
  backups: BackupKeeper;
  /** Whoever acts, or did until just now. */
  lastActor: () => Actor;
};

export function allHandlers(context: OfficeContext, { passwords, drafts, steps, backups, lastActor }: HandlerParts) {
  const documents = documentHandlers(context);
  const handlers = {
    ...operatorHandlers(context, passwords),
    ...registerHandlers(context),
    ...applicationHandlers(context),
    ...photoHandlers(context),
    ...decisionHandlers(context),
    ...certificateHandlers(context),
    ...numberRegisterHandlers(context),
    ...printQueueHandlers(context),
    ...documents.handlers,
    ...designHandlers(context, documents.keep),
    ...exchangeHandlers(context, documents.renderForHandover),
    ...receivingHandlers(context, context.ageWorkerFile),
    ...keyCardHandlers(context),
    ...wordingHandlers(context),
    ...historyHandlers(context),
    ...statementHandlers(context),
    ...listHandlers(context),
    ...searchHandlers(context),
    ...draftsHandlers(context, drafts, lastActor),
    ...neighbourHandlers(context),
    ...stepHandlers(context, steps),
    ...backupHandlers(context, backups),
    ...auditHandlers(context),
  };
  return { handlers, document: documents.read };
}

export type AllHandlers = ReturnType<typeof allHandlers>['handlers'];

/** Refused for a role that may not, with nobody there, and with an input that does not fit. */
export const answerCalls =
  (handlers: AllHandlers, who: Acting) =>
  async (name: string, input: unknown): Promise<Outcome<unknown>> => {
    if (!isOperationName(name) || !Object.hasOwn(handlers, name)) return refuse('input.invalid', { operation: name });
    const notAllowed = callRefusal(name, who.for(name));
    if (notAllowed) return notAllowed;
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) return refuse('input.invalid', { operation: name });
    // The table's types pair each name with its own input; the union of all of them cannot say so.
    const handler = handlers[name as keyof typeof handlers] as (value: unknown) => Promise<Outcome<unknown>>;
    const outcome = await handler(parsed.data);
    return outcome.ok ? done(contract[name].output.parse(outcome.value)) : outcome;
  };
