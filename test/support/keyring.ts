/** What tests of keyrings share: a light cost for each guess, clocks that stand still, a system's keyring in memory. */
import type { KeyringOptions } from '../../electron/office/access/keyring.ts';
import type { ScryptCost } from '../../electron/office/access/wrap.ts';
import type { SystemKeyring } from '../../electron/office/context/ports.ts';

export const lightCost: ScryptCost = { N: 16, r: 1, p: 1 };

/** Both clocks go on only when told. */
export function standingClocks() {
  let now = Date.parse('2026-03-02T06:00:00.000Z');
  let steady = 0;
  return {
    options: { clock: { now: () => new Date(now) }, steady: () => steady } satisfies KeyringOptions,
    pass(seconds: number) {
      now += seconds * 1000;
      steady += seconds * 1000;
    },
    /** Somebody sets the laptop's clock. */
    setBy(seconds: number) {
      now += seconds * 1000;
    },
    /** The steady clock begins anew with the program. */
    restart() {
      steady = 0;
    },
  };
}

/** Holds what it encrypted until it is lost, as when the account's password is reset. */
export function systemKeyringInMemory(): SystemKeyring & { lose(): void } {
  let held = new Map<string, string>();
  let count = 0;
  return {
    encrypt(secret) {
      count += 1;
      const name = `sealed ${String(count)} ${String(Math.random())}`;
      held.set(name, secret);
      return Promise.resolve(Buffer.from(name));
    },
    open: (encrypted) => Promise.resolve(held.get(encrypted.toString()) ?? null),
    lose() {
      held = new Map();
    },
  };
}
