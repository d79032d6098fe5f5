/** The keyring of the system's account, through Electron. */
import { safeStorage } from 'electron';
import type { SystemKeyring } from '../office/context/ports.ts';

/** Milliseconds: a keyring that asks its owner something nobody answers must not keep the office closed. */
const longest = 15_000;

export const systemKeyring: SystemKeyring = {
  encrypt: (secret) => unlessItFails(() => safeStorage.encryptStringAsync(secret)),
  open: (encrypted) => unlessItFails(async () => (await safeStorage.decryptStringAsync(encrypted)).result),
};

/** A keyring that is not there, is locked, or belongs to another account is as good as none. */
async function unlessItFails<T>(work: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, longest);
  });
  try {
    return await Promise.race([isThere().then((there) => (there ? work() : null)), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * On Linux without a secret service Electron "encrypts" with a password that stands in its source: that is no keyring.
 * Asked anew each time, for there a service may come and go.
 */
async function isThere(): Promise<boolean> {
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) {
    return false;
  }
  return safeStorage.isAsyncEncryptionAvailable();
}
