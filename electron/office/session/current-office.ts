/**
 * The office that the clerk stands before or works in: one at a time, either their own or the sample. It keeps why an
 * office could not be opened, and locks the office when nobody has touched the screens for a while.
 */
import type { Outcome, Refusal } from '#shared/domain/base/refusals.ts';
import { usualLockAfter } from '#shared/domain/records/office.ts';
import type { Notice } from '#shared/contract/index.ts';
import { openOfficeSession, type OfficeSession, type OfficeSessionOptions } from './office-session.ts';
import { idleLock } from './idle-lock.ts';
import { sampleCost, sampleHead, samplePassword, staffOldSample } from '../sample/staff.ts';
import { randomId } from '../context/new-id.ts';
import type { KeyringOptions } from '../access/keyring.ts';
import type { BackupDevice } from '../device/device.ts';
import type { FailureLog } from '../support/failure-log.ts';
import type { Office } from '../office.ts';
import type { OfficeOpener } from './office-opener.ts';

export type CurrentOfficeOptions = {
  ownFolder: string;
  sampleFolder: string;
  opener: OfficeOpener;
  keyring: KeyringOptions;
  device: BackupDevice;
  failures: FailureLog;
  notify: (notice: Notice) => void;
};

type Nothing = Record<string, never>;

export type CurrentOffice = {
  /** The door of the office that the clerk has gone up to; null while they have chosen none. */
  officeSession(): OfficeSession | null;
  /** The office itself, for whoever is signed in; null while nobody is. */
  office(): Office | null;
  isSample(): boolean;
  /** Why the office that was last gone up to could not be opened. */
  refusal(): Refusal | null;
  /** Leaves the office of before and goes up to the door of another, which an operator then opens. */
  approach(which: 'own' | 'sample'): Promise<Outcome<OfficeSession>>;
  /** Goes up to the sample office and signs its head in. */
  enterSample(): Promise<Outcome<Nothing>>;
  /** Answers what came of a way in; an office that cannot be opened is left, and its refusal kept. */
  entering(way: Promise<Outcome<Nothing>>): Promise<Outcome<Nothing>>;
  /** Starts the time until the lock anew. */
  stayAwake(): void;
  lock(): void;
  leave(): Promise<void>;
};

export function currentOffice(options: CurrentOfficeOptions): CurrentOffice {
  const { sampleFolder, opener, failures, notify } = options;
  let place: { officeSession: OfficeSession; sample: boolean } | null = null;
  let refusal: Refusal | null = null;
  const idle = idleLock(() => lock());

  const office = (): Office | null => place?.officeSession.office() ?? null;

  async function approach(which: 'own' | 'sample'): Promise<Outcome<OfficeSession>> {
    await leave();
    const officeSession = await openOfficeSession(doorOptions(which, options));
    refusal = officeSession.ok ? null : officeSession.refusal;
    if (officeSession.ok) place = { officeSession: officeSession.value, sample: which === 'sample' };
    else noteRefusal(officeSession.refusal);
    notify({ kind: 'entry' });
    return officeSession;
  }

  async function entering(way: Promise<Outcome<Nothing>>): Promise<Outcome<Nothing>> {
    const entered = await way;
    if (entered.ok) stayAwake();
    else if (entered.refusal.code.startsWith('store.')) {
      noteRefusal(entered.refusal);
      await leave();
      refusal = entered.refusal;
    } else return entered;
    notify({ kind: 'entry' });
    return entered;
  }

  const noteRefusal = ({ code }: Refusal): void =>
    void failures.note({ kind: 'refusal', thrown: code, operation: 'entry.openOffice' });

  async function enterSample(): Promise<Outcome<Nothing>> {
    const officeSession = await approach('sample');
    if (!officeSession.ok) return officeSession;
    if (officeSession.value.phase() !== 'makeHead')
      return entering(officeSession.value.signIn(sampleHead.login, samplePassword));
    // A sample made before there were operators: it gets its staff first.
    await leave();
    const old = await opener.open(sampleFolder, null);
    if (!old.ok) return old;
    const staffed = await staffOldSample(sampleFolder, old.value);
    await old.value.close();
    return staffed.ok ? enterSample() : staffed;
  }

  const stayAwake = (): void => idle.touch(office()?.state().settings?.lockAfter ?? usualLockAfter);

  function lock(): void {
    idle.stop();
    if (!office()) return;
    place?.officeSession.lock();
    notify({ kind: 'entry' });
  }

  async function leave(): Promise<void> {
    const before = place;
    place = null;
    refusal = null;
    idle.stop();
    await before?.officeSession.close();
  }

  return {
    officeSession: () => place?.officeSession ?? null,
    office,
    isSample: () => place?.sample ?? false,
    refusal: () => refusal,
    approach,
    enterSample,
    entering,
    stayAwake,
    lock,
    leave,
  };
}

/** One's own office is encrypted under its key; the sample is plain, and its passwords are cheap to check. */
function doorOptions(which: 'own' | 'sample', options: CurrentOfficeOptions): OfficeSessionOptions {
  const { ownFolder, sampleFolder, opener, keyring, device } = options;
  return which === 'sample'
    ? {
        folder: sampleFolder,
        open: (passwords) => opener.open(sampleFolder, null, passwords),
        keyring: { ...keyring, cost: sampleCost },
        device,
        newId: randomId,
      }
    : {
        folder: ownFolder,
        open: (passwords, officeKey) => opener.openOwn(ownFolder, officeKey, passwords),
        keyring,
        device,
        newId: randomId,
      };
}
