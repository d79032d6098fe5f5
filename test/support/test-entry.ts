/** The entry of a laptop in a temporary folder, for tests in plain Node: its dialogs answer what the test says. */
import { join } from 'node:path';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { openEntry, type Entry, type EntryOptions } from '../../electron/office/session/entry.ts';
import { lightCost } from './enter-entry.ts';
import { dialogsAnswering, lightWorkFactor, noAnswers, projectRoot, type Answers } from './open-office.ts';

export const openTestEntry = (
  folder: string,
  { answers = noAnswers(), ...more }: { answers?: Answers } & Partial<EntryOptions> = {},
): Promise<Entry> =>
  openEntry({
    ...{ folder, ports: { dialogs: dialogsAnswering(answers) }, projectRoot },
    workerFile: join(projectRoot, 'electron', 'office', 'documents', 'compiler-worker.ts'),
    ...{
      runtime: 'development' as const,
      version: '0',
      passwordCost: lightCost,
      passphraseWorkFactor: lightWorkFactor,
    },
    ...more,
  });

/** The value of a call that must succeed. */
export async function askEntry<N extends OperationName>(entry: Entry, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await entry.call(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value as Output<N>;
}

/** The refusal of a call, null where it was not refused. */
export async function entryRefusal<N extends OperationName>(
  entry: Entry,
  name: N,
  input: Input<N>,
): Promise<Refusal | null> {
  const reply = await entry.call(name, input);
  return reply.ok ? null : reply.refusal;
}
