/**
 * Every operation the renderer can call and every notice it can get: name -> input and output schema. Both sides parse
 * with these schemas; a call is answered with a value or with a refusal to be worded for the clerk, never with an
 * exception.
 */
import { z } from 'zod';
import { applicationOperations } from './applications.ts';
import { auditOperations } from './audit.ts';
import { backupOperations, restoreOperations } from './backups.ts';
import { certificateOperations } from './certificates.ts';
import { decisionOperations } from './decisions.ts';
import { designOperations } from './designs.ts';
import { draftsOperations } from './drafts.ts';
import { documentOperations } from './documents.ts';
import { exchangeOperations } from './exchange.ts';
import { historyOperations } from './history.ts';
import { keyCardOperations } from './key-card.ts';
import { listOperations } from './lists.ts';
import { entryOperations } from './entry.ts';
import { neighbourOperations } from './neighbours.ts';
import { numberRegisterOperations } from './number-register.ts';
import { operatorOperations } from './operators.ts';
import { photoOperations } from './photos.ts';
import { printQueueOperations } from './print-queue.ts';
import { receivingOperations } from './receiving.ts';
import { registerOperations } from './register.ts';
import { statementOperations } from './statement.ts';
import { searchOperations } from './search.ts';
import { stepOperations } from './steps.ts';
import { supportOperations } from './support.ts';
import { updateOperations } from './update.ts';
import { wordingOperations } from './wordings.ts';
import { Refusal, type Outcome } from '../domain/base/refusals.ts';

export const contract = {
  ...entryOperations,
  ...restoreOperations,
  ...operatorOperations,
  ...auditOperations,
  ...backupOperations,
  ...registerOperations,
  ...applicationOperations,
  ...photoOperations,
  ...decisionOperations,
  ...certificateOperations,
  ...numberRegisterOperations,
  ...printQueueOperations,
  ...documentOperations,
  ...exchangeOperations,
  ...receivingOperations,
  ...keyCardOperations,
  ...wordingOperations,
  ...designOperations,
  ...historyOperations,
  ...statementOperations,
  ...listOperations,
  ...searchOperations,
  ...draftsOperations,
  ...neighbourOperations,
  ...stepOperations,
  ...supportOperations,
  ...updateOperations,
} as const;

export type Contract = typeof contract;
export type OperationName = keyof Contract;
export type Input<N extends OperationName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends OperationName> = z.output<Contract[N]['input']>;
export type Output<N extends OperationName> = z.output<Contract[N]['output']>;
export type Reply<N extends OperationName> = Outcome<Output<N>>;

export const isOperationName = (name: string): name is OperationName => Object.hasOwn(contract, name);

/** What an operation answers with; `value` is parsed by the operation's own output schema. */
export const ReplyEnvelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), refusal: Refusal }),
]);

export const Notice = z.discriminatedUnion('kind', [
  /** The register changed; the screens read again what they show. */
  z.strictObject({ kind: z.literal('changed'), seq: z.int() }),
  /** A long work goes on: `done` of `total` pieces. */
  z.strictObject({ kind: z.literal('progress'), job: z.string(), done: z.number(), total: z.number() }),
  /** The records were checked. */
  z.strictObject({ kind: z.literal('audit') }),
  /** A backup was made, or could not be. */
  z.strictObject({ kind: z.literal('backup') }),
  /** A handover's own file was opened with the program, or is not offered any more: `entry.status` says which. */
  z.strictObject({ kind: z.literal('offered') }),
  /** Something that nobody waited for went wrong; it is in the log of failures. */
  z.strictObject({ kind: z.literal('failure') }),
  /** The office was opened, left or could not go on: the screens start over from `entry.status`. */
  z.strictObject({ kind: z.literal('entry') }),
]);
export type Notice = z.infer<typeof Notice>;

/** The bridge the preload script puts on `window.office`. */
export type OfficeBridge = {
  call(name: string, input: unknown): Promise<unknown>;
  /** Returns the function that stops listening. */
  on(listener: (notice: unknown) => void): () => void;
};
