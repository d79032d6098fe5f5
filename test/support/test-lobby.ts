/** The lobby of a laptop in a temporary folder, for tests in plain Node: its dialogs answer what the test says. */
import { join } from 'node:path';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { Refusal } from '#shared/domain/base/refusals.ts';
import { openLobby, type Lobby, type LobbyOptions } from '../../electron/office/session/lobby.ts';
import { lightCost } from './enter-lobby.ts';
import { dialogsAnswering, lightWorkFactor, noAnswers, projectRoot, type Answers } from './open-office.ts';

export const openTestLobby = (
  folder: string,
  { answers = noAnswers(), ...more }: { answers?: Answers } & Partial<LobbyOptions> = {},
): Promise<Lobby> =>
  openLobby({
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
export async function askLobby<N extends OperationName>(lobby: Lobby, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await lobby.call(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value as Output<N>;
}

/** The refusal of a call, null where it was not refused. */
export async function lobbyRefusal<N extends OperationName>(
  lobby: Lobby,
  name: N,
  input: Input<N>,
): Promise<Refusal | null> {
  const reply = await lobby.call(name, input);
  return reply.ok ? null : reply.refusal;
}
