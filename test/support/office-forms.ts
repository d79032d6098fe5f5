/** The forms in which an office lies on a disk, for tests that hold for each of them. */
import { join } from 'node:path';
import { keyringName } from '../../electron/office/access/keyring-file.ts';
import type { OfficeKey } from '../../electron/office/crypto/office-key.ts';
import { backupDevice, type BackupDevice } from '../../electron/office/device/device.ts';
import { labKeyOf, makeLabKey } from './lab-key.ts';

export const officeForms = ['plain', 'encrypted'] as const;
export type OfficeForm = (typeof officeForms)[number];

/** As the table of faults names what a fault was tried on. */
export const inForm = (form: OfficeForm, where: string): string => (form === 'encrypted' ? `sealed ${where}` : where);

/** Before the office is opened for the first time: an encrypted one has its key by then. */
export async function prepareForm(
  form: OfficeForm,
  folder: string,
  device: BackupDevice = backupDevice,
): Promise<void> {
  await device.makeFolder(folder);
  if (form === 'encrypted') await makeLabKey(folder, device);
}

/** The key of the office in a folder; undefined for a plain one. */
export async function keyIn(folder: string, device: BackupDevice = backupDevice): Promise<OfficeKey | undefined> {
  return (await device.size(join(folder, keyringName))) === null ? undefined : labKeyOf(folder, device);
}
