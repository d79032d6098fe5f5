/**
 * The office of one folder with its keys, as far as they are known: the keyring that holds them, the data key once a
 * password has opened it, and the office once it is open. A locked office stays open here.
 */
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Keyring } from '../access/keyring.ts';
import type { OfficeKey } from '../crypto/office-key.ts';
import type { Office } from '../office.ts';
import type { Passwords } from '../operators/passwords.ts';

/** `officeKey`: null for an office of before there were operators, until it has a head. With one it is encrypted. */
export type OpenOffice = (passwords: Passwords, officeKey: OfficeKey | null) => Promise<Outcome<Office>>;

export type KeyedOffice = {
  /** Null while nobody has a password yet. */
  keyring(): Keyring | null;
  officeKey(): OfficeKey | null;
  office(): Office | null;
  /** How the open office checks and changes passwords. */
  passwords: Passwords;
  openPlain(): Promise<Outcome<Office>>;
  /** The office stays open behind a locked door; then the key that came second is let go. */
  openWith(key: OfficeKey): Promise<Outcome<Office>>;
  /** The keys of an office that had none until now. */
  takeKeys(keyring: Keyring, key: OfficeKey): void;
  closeOffice(): Promise<void>;
};

export function keyedOffice(open: OpenOffice, found: Keyring | null): KeyedOffice {
  let keyring = found;
  let officeKey: OfficeKey | null = null;
  let office: Office | null = null;

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

  return {
    keyring: () => keyring,
    officeKey: () => officeKey,
    office: () => office,
    passwords,
    async openPlain() {
      const opened = await open(passwords, null);
      if (opened.ok) office = opened.value;
      return opened;
    },
    async openWith(key) {
      if (office) {
        if (officeKey && officeKey !== key) key.forget();
        officeKey ??= key;
        return done(office);
      }
      const opened = await open(passwords, key);
      if (!opened.ok) return opened;
      officeKey = key;
      office = opened.value;
      return opened;
    },
    takeKeys(made, key) {
      keyring = made;
      officeKey = key;
    },
    async closeOffice() {
      const before = office;
      office = null;
      await before?.close();
    },
  };
}
