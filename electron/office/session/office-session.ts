/**
 * The door of one office: shut until an operator signs in, and again when it is locked. A locked office goes on with what
 * it was doing, and answers nothing of its register.
 */
import { done, refuse, refuseFields, type Outcome } from '#shared/domain/base/refusals.ts';
import { actorOf, checkPassword, isActive, type Operator } from '#shared/domain/records/operator.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { Office } from '../office.ts';
import { openKeyring } from '../access/keyring.ts';
import type { OfficeKey } from '../crypto/office-key.ts';
import { firstHeadMaking, type FirstHead, type FirstHeadOptions } from './first-head.ts';
import { keyedOffice, type KeyedOffice, type OpenOffice } from './keyed-office.ts';

export type OfficeSessionOptions = FirstHeadOptions & { open: OpenOffice };

type Nothing = Record<string, never>;

export type OfficeSession = {
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

/** Refused where the keyring is damaged, or where an office without one cannot be opened. */
export async function openOfficeSession(options: OfficeSessionOptions): Promise<Outcome<OfficeSession>> {
  const found = await openKeyring(options.folder, options.device, options.keyring);
  if (!found.ok) return found;
  const kept = keyedOffice(options.open, found.value);
  const firstHead = firstHeadMaking(kept, options);
  /** The recovery key has opened the office, and no head has a new password yet. */
  let recovering = false;

  async function enter(operatorId: Id, key: OfficeKey, login = ''): Promise<Outcome<Nothing>> {
    const opened = await kept.openWith(key);
    if (!opened.ok) return opened;
    const operator = await admitted(opened.value, kept, operatorId, login);
    if (!operator.ok) return operator;
    recovering = false;
    opened.value.actAs(actorOf(operator.value));
    return done({});
  }

  if (!kept.keyring()) {
    const opened = await kept.openPlain();
    if (!opened.ok) return opened;
  }

  return done({
    phase: () => (kept.office()?.actor() ? 'open' : kept.keyring() ? 'signIn' : 'makeHead'),
    office: () => openedTo(kept),
    operator: () => signedIn(kept.office()),
    async call(name, input) {
      const office = kept.office();
      if (!office) return refuse('access.locked');
      const before = office.actor();
      const reply = await office.call(name, input);
      return before && !kept.office()?.actor() ? refuse('access.locked') : reply;
    },
    cancelJob: (name) => kept.office()?.cancelJob(name),
    async signIn(login, password) {
      const keyring = kept.keyring();
      if (!keyring) return refuse('office.notEstablished');
      const unlocked = await keyring.unlock(login, password);
      if (!unlocked.ok) return unlocked;
      return enter(unlocked.value.operatorId, unlocked.value.officeKey, login.trim());
    },
    async recover(code) {
      const keyring = kept.keyring();
      if (!keyring) return refuse('office.notEstablished');
      const unlocked = await keyring.unlockWithRecoveryKey(code);
      if (!unlocked.ok) return unlocked;
      const opened = await kept.openWith(unlocked.value.officeKey);
      if (!opened.ok) return opened;
      recovering = true;
      const heads = [...opened.value.state().operators.values()].filter((one) => one.role === 'head' && isActive(one));
      return done({ heads: heads.map(({ id, name, login }) => ({ id, name, login })) });
    },
    async setNewPassword(id, password) {
      if (!recovering) return refuse('access.locked');
      const officeKey = await newPassword(kept, id, password);
      return officeKey.ok ? enter(id, officeKey.value) : officeKey;
    },
    makeHead: firstHead.prepare,
    async confirmRecoveryKey(lastGroup) {
      const confirmed = await firstHead.confirm(lastGroup);
      return confirmed.ok ? enter(confirmed.value.operatorId, confirmed.value.officeKey) : confirmed;
    },
    enter: (operatorId, key) => enter(operatorId, key),
    lock() {
      kept.office()?.actAs(null);
      recovering = false;
    },
    async close() {
      await kept.closeOffice();
      kept.officeKey()?.forget();
      firstHead.forget();
    },
  });
}

/** Refused to whoever has a password and is no operator any more; then the password opens nothing from now on. */
async function admitted(office: Office, kept: KeyedOffice, operatorId: Id, login: string): Promise<Outcome<Operator>> {
  if (office.state().operators.isEmpty()) {
    // A power cut came between the keyring and the register: the password's owner is the first head.
    const head = { id: operatorId, name: login, role: 'head' as const };
    const added = await office.execute({ type: 'operator.addFirst', id: operatorId, name: login, login }, head);
    if (!added.ok) return added;
  }
  const operator = office.state().operators.get(operatorId);
  if (operator && isActive(operator)) return done(operator);
  await kept.keyring()?.remove(operatorId);
  return operator ? refuse('access.deactivated', { name: operator.name }) : refuse('access.wrongPassword');
}

/** Gives a head a new password after the recovery key has opened the office; answers the office's key. */
async function newPassword(kept: KeyedOffice, id: Id, password: string): Promise<Outcome<OfficeKey>> {
  const office = kept.office();
  const officeKey = kept.officeKey();
  const head = office?.state().operators.get(id);
  if (!office || !officeKey || head?.role !== 'head' || !isActive(head)) return refuse('access.locked');
  const faults = checkPassword(password, head.login);
  if (faults.length > 0) return refuseFields(faults);
  const set = await kept.passwords.set(head, password);
  if (!set.ok) return set;
  const noted = await office.execute({ type: 'operator.notePassword', id, by: 'recovery-key' }, actorOf(head));
  return noted.ok ? done(officeKey) : noted;
}

function openedTo(kept: KeyedOffice): Office | null {
  const office = kept.office();
  return office?.actor() ? office : null;
}

function signedIn(office: Office | null): Operator | null {
  const actor = office?.actor();
  return actor ? (office?.state().operators.get(actor.id) ?? null) : null;
}
