/** A new office in the making: beside its place, and put there once its recovery key is on paper. */
import { done, refuse, refuseFields, type Outcome } from '#shared/domain/base/refusals.ts';
import type { OfficeSettings } from '#shared/domain/records/office.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { BackupDevice } from '../device/device.ts';
import type { Office } from '../office.ts';
import { headFaults, type FirstHead } from './first-head.ts';
import { createKeyring, type KeyringOptions } from '../access/keyring.ts';
import type { OfficeKey } from '../crypto/office-key.ts';
import { isLastGroup } from '../access/recovery-code.ts';

export type Founding = {
  prepare(settings: OfficeSettings, head: FirstHead, password: string): Promise<Outcome<{ recoveryKey: string }>>;
  isPrepared(): boolean;
  /** Puts it in its place; answers who may enter at once, and with which key. */
  confirm(lastGroup: string): Promise<Outcome<{ operatorId: Id; officeKey: OfficeKey }>>;
};

export type FoundingOptions = {
  folder: string;
  open: (folder: string, officeKey: OfficeKey) => Promise<Outcome<Office>>;
  keyring: KeyringOptions;
  device: BackupDevice;
  newId: () => Id;
};

export function founding({ folder, open, keyring, device, newId }: FoundingOptions): Founding {
  const half = `${folder}.partial`;
  let prepared: { operatorId: Id; officeKey: OfficeKey; recoveryKey: string } | null = null;
  const discard = async (): Promise<void> => {
    prepared = null;
    await device.removeFolder(half);
  };
  return {
    isPrepared: () => prepared !== null,
    async prepare(settings, head, password) {
      const faults = headFaults(head, password);
      if (faults.length > 0) return refuseFields(faults);
      await discard();
      await device.makeFolder(half);
      const operatorId = newId();
      const first = { operatorId, login: head.login, password };
      const made = await createKeyring(half, device, first, keyring);
      if (!made.ok) return made;
      const { officeKey, recoveryKey } = made.value;
      const opened = await open(half, officeKey);
      if (!opened.ok) return opened;
      const actor = { id: operatorId, name: head.name.trim(), role: 'head' as const };
      const command = { type: 'office.establish' as const, settings, sample: false, head };
      const established = await opened.value.execute(command, actor);
      await opened.value.close();
      if (!established.ok) {
        await discard();
        return established;
      }
      prepared = { operatorId, officeKey, recoveryKey };
      return done({ recoveryKey });
    },
    async confirm(lastGroup) {
      if (!prepared) return refuse('office.notEstablished');
      const { operatorId, officeKey, recoveryKey } = prepared;
      if (!isLastGroup(recoveryKey, lastGroup)) return refuse('access.recoveryGroupWrong');
      await device.rename(half, folder);
      prepared = null;
      return done({ operatorId, officeKey });
    },
  };
}
