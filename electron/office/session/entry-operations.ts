/** The operations that the entry answers itself; all others belong to the office that is open. */
import type { OperationName } from '#shared/contract/index.ts';

export const entryNames = [
  'entry.status',
  'entry.establish',
  'entry.makeHead',
  'entry.confirmRecoveryKey',
  'entry.signIn',
  'entry.recover',
  'entry.setNewPassword',
  'entry.lock',
  'entry.stayAwake',
  'entry.openSample',
  'entry.openOffice',
  'entry.archiveOffice',
  'entry.leave',
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
export type EntryOperation = (typeof entryNames)[number];
export const isEntryOperation = (name: OperationName): name is EntryOperation =>
  (entryNames as readonly string[]).includes(name);
