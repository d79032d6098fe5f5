/** The operations that the lobby answers itself; all others belong to the office that is open. */
import type { OperationName } from '#shared/contract/index.ts';

export const lobbyNames = [
  'lobby.status',
  'lobby.establish',
  'lobby.makeHead',
  'lobby.confirmRecoveryKey',
  'lobby.signIn',
  'lobby.recover',
  'lobby.setNewPassword',
  'lobby.lock',
  'lobby.stayAwake',
  'lobby.openSample',
  'lobby.openOffice',
  'lobby.putAside',
  'lobby.leave',
  'restore.look',
  'restore.unlock',
  'restore.preview',
  'restore.carryOut',
  'update.choose',
  'update.carryOut',
  'support.check',
  'support.save',
  'support.note',
  'preferences.get',
  'preferences.set',
  'job.cancel',
] as const satisfies readonly OperationName[];
export type LobbyOperation = (typeof lobbyNames)[number];
export const isLobbyOperation = (name: OperationName): name is LobbyOperation =>
  (lobbyNames as readonly string[]).includes(name);
