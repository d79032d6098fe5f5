/**
 * The keyring: gets the office's data key for whoever has a password or the recovery key. A password is changed by
 * wrapping the key anew; nothing that is encrypted is ever encrypted again for it.
 *
 * Whoever once had the data key could have copied it. So taking an operator's entry out stops their password, and is no
 * defence against one who kept a copy of the old files and of the password: that such an operator may do nothing more in
 * the office is for the register of operators to say.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { systemClock, type Clock, type SystemKeyring } from '../context/ports.ts';
import { openAttempts, type Attempts } from './attempts.ts';
import { newComputerSecret, openComputerSecret } from './computer-secret.ts';
import { readKeyringFile, writeKeyringFile, type KeyringFile, type OperatorEntry } from './keyring-file.ts';
import { OfficeKey } from '../crypto/office-key.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import { unwrapSecret, usualCost, wrapSecret, type ScryptCost } from './wrap.ts';
import type { Files } from '../device/files.ts';

export type KeyringOptions = {
  /** Of one guess; a test gives a light one. */
  cost?: ScryptCost;
  systemKeyring?: SystemKeyring | undefined;
  /** Where failed attempts are kept; beside the keyring unless told. */
  attemptsFolder?: string;
  clock?: Clock;
  /** Milliseconds by a clock that nobody can set. */
  steady?: () => number;
};

export type OperatorPassword = { operatorId: string; login: string; password: string };

export type Keyring = {
  /** Names to sign in by, in the order in which they were given out. */
  logins(): readonly string[];
  has(operatorId: string): boolean;
  /**
   * Refuses with `access.wrongPassword`, the same and after the same time for a name that nobody has, and with
   * `access.wait` (`seconds`) after several failures.
   */
  unlock(login: string, password: string): Promise<Outcome<{ operatorId: string; officeKey: OfficeKey }>>;
  /** Refuses with `access.recoveryKeyMistyped`, `access.wrongRecoveryKey` or `access.wait` (`seconds`). */
  unlockWithRecoveryKey(code: string): Promise<Outcome<{ officeKey: OfficeKey }>>;
  /**
   * Gives an operator a password, a first one or another, and the name to sign in by. Refuses with `access.loginTaken`,
   * `store.diskFull` or `store.writeFailed`; then the one before holds.
   */
  setPassword(officeKey: OfficeKey, operator: OperatorPassword): Promise<Outcome<Record<string, never>>>;
  /** The operator's password opens nothing any more. */
  remove(operatorId: string): Promise<Outcome<Record<string, never>>>;
  /** Another recovery key, to be shown once and kept nowhere; the one before opens nothing any more. */
  newRecoveryKey(officeKey: OfficeKey): Promise<Outcome<string>>;
};

/** Names are compared without regard to case, and as they look. */
export const loginAsCompared = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

/** With the system's keyring, what opens with the password alone costs so many times more. */
const aloneFactor = 8;
const nobody = 'nobody';
const recovery = 'recovery';
const keyCheckOf = (key: OfficeKey): string => key.derive('key check').toString('hex');

/** Makes the data key of a new office, and the keyring for it; the folder must be there. The recovery key is given only now. */
export async function createKeyring(
  folder: string,
  files: Files,
  first: OperatorPassword,
  options: KeyringOptions = {},
): Promise<Outcome<{ keyring: Keyring; officeKey: OfficeKey; recoveryKey: string }>> {
  const officeKey = OfficeKey.random();
  const office = randomBytes(16).toString('hex');
  const recoveryKey = newRecoveryCode();
  const { cost = usualCost } = options;
  const computer = await newComputerSecret(options.systemKeyring);
  const file: KeyringFile = {
    program: 'observer-accreditation',
    format: 1,
    office,
    keyCheck: keyCheckOf(officeKey),
    computer: computer?.encrypted ?? null,
    operators: [await entryFor(office, officeKey, first, cost, computer?.secret ?? null)],
    recovery: await wrapSecret(officeKey.exposed(), cost, recoveryWrap(office, recoveryKey)),
  };
  const written = await writeKeyringFile(folder, files, file);
  if (!written.ok) return written;
  return done({ keyring: await liveKeyring(folder, files, file, options), officeKey, recoveryKey });
}

/** Null for a folder without one: its office is not encrypted. Refuses with `access.keyringDamaged`. */
export async function openKeyring(
  folder: string,
  files: Files,
  options: KeyringOptions = {},
): Promise<Outcome<Keyring | null>> {
  const read = await readKeyringFile(folder, files);
  if (!read.ok) return read;
  return done(read.value && (await liveKeyring(folder, files, read.value, options)));
}

async function liveKeyring(
  folder: string,
  files: Files,
  opened: KeyringFile,
  options: KeyringOptions,
): Promise<Keyring> {
  const { cost = usualCost, systemKeyring, clock = systemClock, steady = () => performance.now() } = options;
  let file = opened;
  const attempts = await openAttempts(options.attemptsFolder ?? folder, files, {
    now: () => clock.now().getTime(),
    steady,
  });
  // One at a time: guesses made at once must not slip past the wait, nor changes past each other.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const entryOf = (login: string): OperatorEntry | undefined =>
    file.operators.find((entry) => loginAsCompared(entry.login) === loginAsCompared(login));

  async function keep(change: Partial<KeyringFile>): Promise<Outcome<Record<string, never>>> {
    const next = { ...file, ...change };
    const written = await writeKeyringFile(folder, files, next);
    if (written.ok) file = next;
    return written;
  }

  async function put(officeKey: OfficeKey, operator: OperatorPassword): Promise<Outcome<Record<string, never>>> {
    let { operators, computer } = file;
    let secret = await openComputerSecret(systemKeyring, computer);
    if (!secret) {
      const made = await newComputerSecret(systemKeyring);
      // What was wrapped with a secret that is lost opens nothing any more.
      operators = operators.map((entry) => ({ ...entry, here: null }));
      [secret, computer] = [made?.secret ?? null, made?.encrypted ?? null];
    }
    const entry = await entryFor(file.office, officeKey, operator, cost, secret);
    const at = operators.findIndex(({ operatorId }) => operatorId === operator.operatorId);
    return keep({ computer, operators: at < 0 ? [...operators, entry] : operators.with(at, entry) });
  }

  async function tryPassword(login: string, password: string) {
    const known = entryOf(login);
    // For a name that nobody has, another's entry is tried and the answer thrown away: it takes the same time.
    const entry = known ?? file.operators[0];
    if (!entry) return refuse('access.wrongPassword');
    const pepper = entry.here && (await openComputerSecret(systemKeyring, file.computer));
    const opened =
      entry.here && pepper
        ? await unwrapSecret(entry.here, { ...operatorWrap(file.office, entry, 'here'), password, pepper })
        : await unwrapSecret(entry.alone, { ...operatorWrap(file.office, entry, 'alone'), password });
    if (!known || !opened) return refuse('access.wrongPassword');
    const officeKey = new OfficeKey(opened);
    opened.fill(0);
    // The system's keyring is new here, or has lost what it held: from now on it helps again. If not, nothing is lost.
    if (!pepper && systemKeyring) await putWithKeyring(officeKey, { ...entry, password });
    return done({ operatorId: entry.operatorId, officeKey });
  }

  async function putWithKeyring(officeKey: OfficeKey, operator: OperatorPassword): Promise<void> {
    if (await newComputerSecret(systemKeyring)) await put(officeKey, operator);
  }

  function mustBeOurs(officeKey: OfficeKey): void {
    const [given, own] = [Buffer.from(keyCheckOf(officeKey)), Buffer.from(file.keyCheck)];
    if (!timingSafeEqual(given, own)) throw new Error('the key is not of this office');
  }

  return {
    logins: () => file.operators.map(({ login }) => login),
    has: (operatorId) => file.operators.some((entry) => entry.operatorId === operatorId),
    unlock: (login, password) =>
      inTurn(() => attempt(attempts, entryOf(login)?.operatorId ?? nobody, () => tryPassword(login, password))),
    unlockWithRecoveryKey: (typed) =>
      inTurn(async () => {
        const code = readRecoveryCode(typed);
        if (code === null) return refuse('access.recoveryKeyMistyped');
        return attempt(attempts, recovery, async () => {
          const opened = await unwrapSecret(file.recovery, recoveryWrap(file.office, code));
          return opened ? done({ officeKey: new OfficeKey(opened) }) : refuse('access.wrongRecoveryKey');
        });
      }),
    setPassword: (officeKey, operator) =>
      inTurn(async () => {
        mustBeOurs(officeKey);
        const holder = entryOf(operator.login);
        if (holder && holder.operatorId !== operator.operatorId) return refuse('access.loginTaken');
        const set = await put(officeKey, operator);
        if (set.ok) await attempts.forgive(operator.operatorId);
        return set;
      }),
    remove: (operatorId) =>
      inTurn(() => keep({ operators: file.operators.filter((entry) => entry.operatorId !== operatorId) })),
    newRecoveryKey: (officeKey) =>
      inTurn(async () => {
        mustBeOurs(officeKey);
        const code = newRecoveryCode();
        const kept = await keep({
          recovery: await wrapSecret(officeKey.exposed(), cost, recoveryWrap(file.office, code)),
        });
        return kept.ok ? done(code) : kept;
      }),
  };
}

async function attempt<T>(attempts: Attempts, slot: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const seconds = await attempts.wait(slot);
  if (seconds > 0) return refuse('access.wait', { seconds });
  await attempts.begin(slot);
  const outcome = await work();
  if (outcome.ok) await attempts.forgive(slot);
  return outcome;
}

async function entryFor(
  office: string,
  officeKey: OfficeKey,
  { operatorId, login, password }: OperatorPassword,
  cost: ScryptCost,
  pepper: Buffer | null,
): Promise<OperatorEntry> {
  const wrap = (way: 'alone' | 'here', of: ScryptCost, more = {}) =>
    wrapSecret(officeKey.exposed(), of, { ...operatorWrap(office, { operatorId }, way), password, ...more });
  const aloneCost = pepper ? { ...cost, p: cost.p * aloneFactor } : cost;
  return {
    operatorId,
    login: login.normalize('NFKC').trim(),
    alone: await wrap('alone', aloneCost),
    here: pepper && (await wrap('here', cost, { pepper })),
  };
}

const operatorWrap = (office: string, { operatorId }: { operatorId: string }, way: 'alone' | 'here') => ({
  belongsTo: JSON.stringify(['operator', office, operatorId, way]),
});

const recoveryWrap = (office: string, code: string) => ({
  belongsTo: JSON.stringify(['recovery', office]),
  password: code,
});
