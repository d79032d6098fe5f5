/**
 * The first head of an office that had no operators: their keyring is made beside the office, and put into it once the
 * recovery key is on paper. Then the office is encrypted.
 */
import { done, refuse, refuseFields, type FieldFault, type Outcome } from '#shared/domain/base/refusals.ts';
import { checkOperator, checkPassword, isActive, loginKey } from '#shared/domain/records/operator.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import { createKeyring, openKeyring, type KeyringOptions } from '../access/keyring.ts';
import { readKeyringFile, writeKeyringFile } from '../access/keyring-file.ts';
import { isLastGroup } from '../access/recovery-code.ts';
import type { OfficeKey } from '../crypto/office-key.ts';
import type { BackupDevice } from '../device/device.ts';
import type { KeyedOffice } from './keyed-office.ts';

export type FirstHead = { name: string; login: string };

export type FirstHeadOptions = { folder: string; keyring: KeyringOptions; device: BackupDevice; newId: () => Id };

export type FirstHeadMaking = {
  prepare(head: FirstHead, password: string): Promise<Outcome<{ recoveryKey: string }>>;
  /** Records the head and closes the office: it is opened anew with its key. Answers who may enter, and with which key. */
  confirm(lastGroup: string): Promise<Outcome<{ operatorId: Id; officeKey: OfficeKey }>>;
  /** Lets go of a key that was never used. */
  forget(): void;
};

/** What is wrong with what was typed for a first head. */
export const headFaults = (head: FirstHead, password: string): FieldFault[] => [
  ...checkOperator(head).map((fault) => ({ ...fault, path: `head.${fault.path}` })),
  ...checkPassword(password, head.login),
];

export function firstHeadMaking(kept: KeyedOffice, options: FirstHeadOptions): FirstHeadMaking {
  const { folder, device, newId } = options;
  const made = `${folder}.keyring.partial`;
  let pending: { head: FirstHead; id: Id; recoveryKey: string; officeKey: OfficeKey } | null = null;

  return {
    async prepare(head, password) {
      if (kept.keyring()) return refuse('operator.notFirst');
      const faults = headFaults(head, password);
      if (faults.length > 0) return refuseFields(faults);
      await device.removeFolder(made);
      await device.makeFolder(made);
      const operators = kept.office()?.state().operators;
      const known = operators?.find((one) => loginKey(one.login) === loginKey(head.login));
      if (known && (known.role !== 'head' || !isActive(known))) {
        return refuseFields([{ path: 'head.login', code: 'field.loginTaken' }]);
      }
      const id = known?.id ?? newId();
      const first = { operatorId: id, login: head.login, password };
      const created = await createKeyring(made, device, first, options.keyring);
      if (!created.ok) return created;
      const { recoveryKey, officeKey } = created.value;
      pending = { head, id, recoveryKey, officeKey };
      return done({ recoveryKey });
    },
    async confirm(lastGroup) {
      const office = kept.office();
      if (!pending || !office) return refuse('office.notEstablished');
      const { head, id, recoveryKey, officeKey } = pending;
      if (!isLastGroup(recoveryKey, lastGroup)) return refuse('access.recoveryGroupWrong');
      const file = await readKeyringFile(made, device);
      if (!file.ok) return file;
      if (!file.value) return refuse('access.keyringDamaged');
      const written = await writeKeyringFile(folder, device, file.value);
      if (!written.ok) return written;
      await device.removeFolder(made);
      const opened = await openKeyring(folder, device, options.keyring);
      if (!opened.ok) return opened;
      if (!opened.value) return refuse('access.keyringDamaged');
      kept.takeKeys(opened.value, officeKey);
      pending = null;
      const actor = { id, name: head.name.trim(), role: 'head' as const };
      const known = office.state().operators.has(id);
      const added = await office.execute(
        known ? { type: 'operator.notePassword', id, by: 'recovery-key' } : { type: 'operator.addFirst', id, ...head },
        actor,
      );
      if (!added.ok) return added;
      // Opened anew with its key: what was plain until now is encrypted first.
      await kept.closeOffice();
      return done({ operatorId: id, officeKey });
    },
    forget() {
      pending?.officeKey.forget();
    },
  };
}
