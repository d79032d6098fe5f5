/**
 * The door of one office: shut until an operator signs in, and again when it is locked. A locked office goes on with what
 * it was doing, and answers nothing of its register.
 */
import { done, refuse, refuseFields, type FieldFault, type Outcome } from '#shared/domain/base/refusals.ts';
import {
  actorOf,
  checkOperator,
  checkPassword,
  isActive,
  loginKey,
  type Operator,
} from '#shared/domain/records/operator.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { BackupDevice } from '../device/device.ts';
import type { Office } from '../office.ts';
import type { Passwords } from '../operators/passwords.ts';
import { createKeyring, openKeyring, type Keyring, type KeyringOptions } from '../access/keyring.ts';
import { readKeyringFile, writeKeyringFile } from '../access/keyring-file.ts';
import type { OfficeKey } from '../crypto/office-key.ts';
import { isLastGroup } from '../access/recovery-code.ts';

export type DoorOptions = {
  folder: string;
  /** `officeKey`: null for an office of before there were operators, until it has a head. With one it is sealed. */
  open: (passwords: Passwords, officeKey: OfficeKey | null) => Promise<Outcome<Office>>;
  keyring: KeyringOptions;
  device: BackupDevice;
  newId: () => Id;
};

export type FirstHead = { name: string; login: string };
type Nothing = Record<string, never>;

export type Door = {
  phase(): 'makeHead' | 'signIn' | 'open';
  /** The office, for whoever is signed in; null while nobody is. */
  office(): Office | null;
  operator(): Operator | null;
  /** Carries out an operation of the office; what comes of it after the door was shut is not told. */
  call(name: string, input: unknown): Promise<Outcome<unknown>>;
  /** Also when it is locked: for a work that goes on to be cancelled. */
  cancelJob(name: string): void;
  signIn(login: string, password: string): Promise<Outcome<Nothing>>;
  /** The heads, of whom one has to be given a new password. */
  recover(code: string): Promise<Outcome<{ heads: { id: Id; name: string; login: string }[] }>>;
  setNewPassword(id: Id, password: string): Promise<Outcome<Nothing>>;
  makeHead(head: FirstHead, password: string): Promise<Outcome<{ recoveryKey: string }>>;
  confirmRecoveryKey(lastGroup: string): Promise<Outcome<Nothing>>;
  /** Of an office that was just made, whose key is known. */
  enter(operatorId: Id, officeKey: OfficeKey): Promise<Outcome<Nothing>>;
  lock(): void;
  close(): Promise<void>;
};

/** What is wrong with what was typed for a first head. */
export const headFaults = (head: FirstHead, password: string): FieldFault[] => [
  ...checkOperator(head).map((fault) => ({ ...fault, path: `head.${fault.path}` })),
  ...checkPassword(password, head.login),
];

/** Refused where the keyring is damaged, or where an office without one cannot be opened. */
export async function openDoor(options: DoorOptions): Promise<Outcome<Door>> {
  const { folder, device, newId } = options;
  const found = await openKeyring(folder, device, options.keyring);
  if (!found.ok) return found;
  let keyring: Keyring | null = found.value;
  let officeKey: OfficeKey | null = null;
  let office: Office | null = null;
  let recovering = false;
  let pending: { head: FirstHead; id: Id; recoveryKey: string; made: string } | null = null;

  const passwords: Passwords = {
    async check(login, password) {
      if (!keyring) return refuse('access.locked');
      const opened = await keyring.unlock(login, password);
      if (opened.ok) opened.value.officeKey.forget();
      return opened.ok ? done(null) : opened;
    },
    async set({ id, login }, password) {
      if (!keyring || !officeKey) return refuse('access.locked');
      return keyring.setPassword(officeKey, { operatorId: id, login, password });
    },
    async remove(operatorId) {
      return keyring ? keyring.remove(operatorId) : refuse('access.locked');
    },
    async newRecoveryKey() {
      return keyring && officeKey ? keyring.newRecoveryKey(officeKey) : refuse('access.locked');
    },
  };

  /** The office stays open behind a locked door; then the key that came second is let go. */
  async function openWith(key: OfficeKey): Promise<Outcome<Office>> {
    if (office) {
      if (officeKey && officeKey !== key) key.forget();
      officeKey ??= key;
      return done(office);
    }
    const opened = await options.open(passwords, key);
    if (!opened.ok) return opened;
    officeKey = key;
    office = opened.value;
    return opened;
  }

  async function enter(operatorId: Id, key: OfficeKey, login = ''): Promise<Outcome<Nothing>> {
    const opened = await openWith(key);
    if (!opened.ok) return opened;
    const { value: entered } = opened;
    if (entered.state().operators.isEmpty()) {
      // A power cut came between the keyring and the register: the password's owner is the first head.
      const head = { id: operatorId, name: login, role: 'head' as const };
      const added = await entered.execute({ type: 'operator.addFirst', id: operatorId, name: login, login }, head);
      if (!added.ok) return added;
    }
    const operator = entered.state().operators.get(operatorId);
    if (!operator || !isActive(operator)) {
      await keyring?.remove(operatorId);
      return operator ? refuse('access.deactivated', { name: operator.name }) : refuse('access.wrongPassword');
    }
    recovering = false;
    entered.actAs(actorOf(operator));
    return done({});
  }

  const operator = (): Operator | null => {
    const actor = office?.actor();
    return actor ? (office?.state().operators.get(actor.id) ?? null) : null;
  };

  if (!keyring) {
    const opened = await options.open(passwords, null);
    if (!opened.ok) return opened;
    office = opened.value;
  }

  return done({
    phase: () => (office?.actor() ? 'open' : keyring ? 'signIn' : 'makeHead'),
    office: () => (office?.actor() ? office : null),
    operator,
    async call(name, input) {
      if (!office) return refuse('access.locked');
      const before = office.actor();
      const reply = await office.call(name, input);
      return before && !office.actor() ? refuse('access.locked') : reply;
    },
    cancelJob: (name) => office?.cancelJob(name),
    async signIn(login, password) {
      if (!keyring) return refuse('office.notEstablished');
      const unlocked = await keyring.unlock(login, password);
      if (!unlocked.ok) return unlocked;
      return enter(unlocked.value.operatorId, unlocked.value.officeKey, login.trim());
    },
    async recover(code) {
      if (!keyring) return refuse('office.notEstablished');
      const unlocked = await keyring.unlockWithRecoveryKey(code);
      if (!unlocked.ok) return unlocked;
      const opened = await openWith(unlocked.value.officeKey);
      if (!opened.ok) return opened;
      recovering = true;
      const heads = [...opened.value.state().operators.values()].filter((one) => one.role === 'head' && isActive(one));
      return done({ heads: heads.map(({ id, name, login }) => ({ id, name, login })) });
    },
    async setNewPassword(id, password) {
      const head = office?.state().operators.get(id);
      if (!recovering || !office || !officeKey || head?.role !== 'head' || !isActive(head))
        return refuse('access.locked');
      const faults = checkPassword(password, head.login);
      if (faults.length > 0) return refuseFields(faults);
      const set = await passwords.set(head, password);
      if (!set.ok) return set;
      const noted = await office.execute({ type: 'operator.notePassword', id, by: 'recovery-key' }, actorOf(head));
      return noted.ok ? enter(id, officeKey) : noted;
    },
    async makeHead(head, password) {
      if (keyring) return refuse('operator.notFirst');
      const faults = headFaults(head, password);
      if (faults.length > 0) return refuseFields(faults);
      const made = `${folder}.keyring.partial`;
      await device.removeFolder(made);
      await device.makeFolder(made);
      const known = office?.state().operators.find((one) => loginKey(one.login) === loginKey(head.login));
      if (known && (known.role !== 'head' || !isActive(known))) {
        return refuseFields([{ path: 'head.login', code: 'field.loginTaken' }]);
      }
      const id = known?.id ?? newId();
      const first = { operatorId: id, login: head.login, password };
      const created = await createKeyring(made, device, first, options.keyring);
      if (!created.ok) return created;
      const { recoveryKey } = created.value;
      officeKey = created.value.officeKey;
      pending = { head, id, recoveryKey, made };
      return done({ recoveryKey });
    },
    async confirmRecoveryKey(lastGroup) {
      if (!pending || !office || !officeKey) return refuse('office.notEstablished');
      const { head, id, recoveryKey, made } = pending;
      if (!isLastGroup(recoveryKey, lastGroup)) return refuse('access.recoveryGroupWrong');
      const file = await readKeyringFile(made, device);
      if (!file.ok) return file;
      if (!file.value) return refuse('access.keyringDamaged');
      const written = await writeKeyringFile(folder, device, file.value);
      if (!written.ok) return written;
      await device.removeFolder(made);
      const opened = await openKeyring(folder, device, options.keyring);
      if (!opened.ok) return opened;
      keyring = opened.value;
      pending = null;
      const actor = { id, name: head.name.trim(), role: 'head' as const };
      const known = office.state().operators.has(id);
      const added = await office.execute(
        known ? { type: 'operator.notePassword', id, by: 'recovery-key' } : { type: 'operator.addFirst', id, ...head },
        actor,
      );
      if (!added.ok) return added;
      // Opened anew with its key: what was plain until now is sealed first.
      await office.close();
      office = null;
      return enter(id, officeKey);
    },
    enter: (operatorId, key) => enter(operatorId, key),
    lock() {
      office?.actAs(null);
      recovering = false;
    },
    async close() {
      const open = office;
      office = null;
      await open?.close();
      officeKey?.forget();
    },
  });
}
