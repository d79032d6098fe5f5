/** The key of the lab's office, as its head gets it: for what looks into an encrypted folder past the entry. */
import { createKeyring, openKeyring } from '../../electron/office/access/keyring.ts';
import type { OfficeKey } from '../../electron/office/crypto/office-key.ts';
import { backupDevice, type BackupDevice } from '../../electron/office/device/device.ts';
import type { Outcome } from '#shared/domain/base/refusals.ts';
import { labHead, lightCost } from './enter-entry.ts';

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** Of an office in a folder that has a keyring; of the lab's head, unless it has another. */
export async function labKeyOf(
  folder: string,
  device: BackupDevice = backupDevice,
  { login, password }: { login: string; password: string } = labHead,
): Promise<OfficeKey> {
  const keyring = value(await openKeyring(folder, device, { cost: lightCost }));
  if (!keyring) throw new Error(`there is no keyring in ${folder}`);
  return value(await keyring.unlock(login, password)).officeKey;
}

/** Gives a folder its first keyring. */
export async function makeLabKey(folder: string, device: BackupDevice = backupDevice): Promise<OfficeKey> {
  const { login, password } = labHead;
  const first = { operatorId: 'lab-head', login, password };
  return value(await createKeyring(folder, device, first, { cost: lightCost })).officeKey;
}
