/**
 * The lobby: the way into an office. It holds this laptop's preferences, opens the clerk's own office or the sample
 * office beside it, and passes on what belongs to the one that is open.
 */
import { join } from 'node:path';
import { contract, isOperationName, type Notice } from '#shared/contract/index.ts';
import { done, refuse, type Outcome, type Refusal } from '#shared/domain/base/refusals.ts';
import { usualLockAfter } from '#shared/domain/records/office.ts';
import { callRefusal } from '#shared/contract/roles.ts';
import { openDoor, type Door } from './office-session.ts';
import { founding } from './establish.ts';
import { idleLock } from './idle-lock.ts';
import { settleSealing } from '../access/seal-office.ts';
import type { KeyringOptions } from '../access/keyring.ts';
import type { ScryptCost } from '../access/wrap.ts';
import { sampleCost, sampleHead, samplePassword, sampleStaff, staffOldSample } from '../sample/staff.ts';
import { randomId } from '../context/new-id.ts';
import { createCompiler } from '../documents/compiler.ts';
import { createJobs } from '../context/jobs.ts';
import { keepOffers } from '../exchange/offered-bag.ts';
import { putSample } from '../sample/put-sample.ts';
import { locales } from '#locales/index.ts';
import { isLobbyOperation, type LobbyOperation } from './lobby-operations.ts';
import { officeOpener } from './office-opener.ts';
import type { Office } from '../office.ts';
import { openPreferences } from './preferences.ts';
import { restoring, undoHalfExchange } from '../backup/restore.ts';
import { systemClock, type Clock, type Ports } from '../context/ports.ts';
import { backupDevice, type BackupDevice } from '../device/device.ts';
import { unreadable } from '../store/opening.ts';
import { openFailureLog, type FailureLog } from '../support/failure-log.ts';
import { supportDesk } from '../support/support-desk.ts';
import type { Installation } from '../update/update-file.ts';
import { updateDesk, type UpdateOptions } from '../update/update-desk.ts';
import { watchCalls } from '../support/watch-calls.ts';
import type { LobbyStatus } from '#shared/contract/lobby.ts';
import type { Output, ParsedInput } from '#shared/contract/index.ts';
import type { StoredPhoto } from '../store/photos.ts';

export type LobbyOptions = {
  /** Holds `office/`, `sample-office/` and `preferences.json`. */
  folder: string;
  ports: Ports;
  /** The project's folder (or the packaged app's): templates and fonts are read below it. */
  projectRoot: string;
  /** The file of the worker thread that makes documents. */
  workerFile: string;
  /** The file of the worker thread that reads spreadsheets; its source, under Node, when left out. */
  spreadsheetWorkerFile?: string;
  runtime: LobbyStatus['runtime'];
  version: string;
  clock?: Clock;
  /** The disks of the laptop; a test gives ones that fail. */
  device?: BackupDevice;
  /** Where failures are kept; a log of the lobby's own when left out. */
  failures?: FailureLog;
  /** How the program is installed and whose updates it takes; none, when left out. */
  installed?: Pick<UpdateOptions, 'key'> & Pick<Installation, 'kind'>;
  /** What one guess of a password costs; a test gives a light one. */
  passwordCost?: ScryptCost;
  /** What one guess at the passphrase of a handover costs (log2 of scrypt's N); a test gives a light one. */
  passphraseWorkFactor?: number;
};

export type Lobby = {
  call(name: string, input: unknown): Promise<Outcome<unknown>>;
  /** Returns the function that stops listening. */
  on(listener: (notice: Notice) => void): () => void;
  /** A file was opened with the program, whatever it is: kept for the clerk to look through once they are inside. */
  offer(path: string): Promise<void>;
  /** Tells the screens that something went wrong behind them. */
  tellFailure(): void;
  photo(hash: string): Promise<StoredPhoto | null>;
  document(token: string): { bytes: Uint8Array; name: string } | null;
  /** Shuts the open office until somebody signs in: the laptop sleeps, or its own screen was locked. */
  lock(): void;
  close(): Promise<void>;
};

type Place = { door: Door; sample: boolean } | null;

export async function openLobby(options: LobbyOptions): Promise<Lobby> {
  const listeners = new Set<(notice: Notice) => void>();
  const notify = (notice: Notice) => {
    for (const listener of listeners) listener(notice);
  };
  const ownFolder = join(options.folder, 'office');
  const sampleFolder = join(options.folder, 'sample-office');
  const device = options.device ?? backupDevice;
  // What cannot be found out counts as there, so that opening it says what is wrong.
  const exists = (path: string): Promise<boolean> =>
    device.size(path).then(
      (size) => size !== null,
      () => true,
    );
  await device.makeFolder(options.folder);
  // If it cannot be undone now, the next start tries again.
  await undoHalfExchange(options.folder, ownFolder, device).catch(() => undefined);
  await settleSealing(ownFolder, device).catch(() => undefined);
  const preferences = await openPreferences(options.folder, device);
  const failures = options.failures ?? openFailureLog(options.folder);
  const { workerFile, projectRoot } = options;
  const onFall = (thrown: unknown) => void failures.note({ kind: 'process', thrown });
  const compiler = createCompiler({ workerFile, projectRoot, onFall });
  const jobs = createJobs((job, doneSoFar, total) => {
    notify({ kind: 'progress', job, done: doneSoFar, total });
  });
  let place: Place = null;
  let refusal: Refusal | null = null;

  const offers = keepOffers(() => notify({ kind: 'offered' }));
  const ports: Ports = { ...options.ports, offeredBag: offers };
  const { clock } = options;
  const { open, openOwn } = officeOpener({ ...options, ports, compiler, device, onNotice: notify });
  const keyring: KeyringOptions = {
    systemKeyring: ports.systemKeyring,
    ...(clock && { clock }),
    ...(options.passwordCost && { cost: options.passwordCost }),
  };
  const founded = founding({ folder: ownFolder, open, keyring, device, newId: randomId });
  const idle = idleLock(() => lock());

  const restore = restoring({
    ...{ folder: options.folder, own: ownFolder, now: () => (clock ?? systemClock).now(), files: device },
    tryOpening: async (folder, officeKey) => {
      const tried = await open(folder, officeKey);
      if (!tried.ok) return tried;
      await tried.value.close();
      return done({});
    },
  });

  const office = (): Office | null => place?.door.office() ?? null;

  /** Goes up to an office's door, which an operator then opens. */
  async function approach(folder: string, sample: boolean): Promise<Outcome<Door>> {
    await leave();
    const cost = sample ? { cost: sampleCost } : {};
    const door = await openDoor({
      folder,
      open: (passwords, officeKey) => (sample ? open(folder, null, passwords) : openOwn(folder, officeKey, passwords)),
      keyring: { ...keyring, ...cost },
      device,
      newId: randomId,
    });
    refusal = door.ok ? null : door.refusal;
    if (!door.ok) failures.note({ kind: 'refusal', thrown: door.refusal.code, operation: 'lobby.openOffice' });
    if (door.ok) place = { door: door.value, sample };
    notify({ kind: 'lobby' });
    return door;
  }

  /** Answers what came of a way in; an office that cannot be opened is the lobby's affair from then on. */
  async function entering(way: Promise<Outcome<Record<string, never>>>): Promise<Outcome<Record<string, never>>> {
    const entered = await way;
    if (entered.ok) stayAwake();
    else if (entered.refusal.code.startsWith('store.')) {
      failures.note({ kind: 'refusal', thrown: entered.refusal.code, operation: 'lobby.openOffice' });
      await leave();
      refusal = entered.refusal;
    } else return entered;
    notify({ kind: 'lobby' });
    return entered;
  }

  const stayAwake = (): void => idle.touch(office()?.state().settings?.lockAfter ?? usualLockAfter);

  function lock(): void {
    idle.stop();
    if (!office()) return;
    place?.door.lock();
    notify({ kind: 'lobby' });
  }

  async function leave(): Promise<void> {
    const before = place;
    place = null;
    refusal = null;
    idle.stop();
    await before?.door.close();
  }

  async function enterSample(): Promise<Outcome<Record<string, never>>> {
    const door = await approach(sampleFolder, true);
    if (!door.ok) return door;
    if (door.value.phase() === 'makeHead') {
      await leave();
      const old = await open(sampleFolder, null);
      if (!old.ok) return old;
      const staffed = await staffOldSample(sampleFolder, old.value);
      await old.value.close();
      return staffed.ok ? enterSample() : staffed;
    }
    return entering(door.value.signIn(sampleHead.login, samplePassword));
  }

  /** The clerk's own office alone is worth it, and it can be copied only while it is open. */
  async function backUpBeforeUpdate(): Promise<UpdateOptions['backUp']> {
    const own = place?.sample === false ? office() : null;
    if (own) return own.backUp;
    return (await exists(ownFolder)) ? () => Promise.resolve(refuse('update.openOwnOffice')) : 'none';
  }

  const status = async (): Promise<LobbyStatus> => ({
    phase: place?.door.phase() ?? (refusal ? 'refused' : 'choose'),
    operator: place?.door.operator() ?? null,
    trial: place?.sample
      ? { password: samplePassword, logins: sampleStaff.map(({ login, role }) => ({ login, role })) }
      : null,
    sample: place?.sample ?? false,
    refusal,
    report: office()?.report ?? null,
    runtime: options.runtime,
    folder: place?.sample ? sampleFolder : ownFolder,
    officeExists: await exists(ownFolder),
    version: options.version,
    offered: offers.current(),
  });

  const handlers: {
    [N in LobbyOperation]: (input: ParsedInput<N>) => Promise<Outcome<Output<N>>> | Outcome<Output<N>>;
  } = {
    'lobby.status': async () => done(await status()),
    'lobby.establish': async ({ settings, head, password }) =>
      (await exists(ownFolder))
        ? refuse('office.alreadyEstablished')
        : onDisk(() => founded.prepare(settings, head, password)),
    'lobby.makeHead': ({ head, password }) =>
      place
        ? onDisk(async () => place?.door.makeHead(head, password) ?? refuse('office.notOpen'))
        : refuse('office.notOpen'),
    'lobby.confirmRecoveryKey': async ({ lastGroup }) => {
      if (place) return entering(place.door.confirmRecoveryKey(lastGroup));
      const confirmed = await onDisk(() => founded.confirm(lastGroup));
      if (!confirmed.ok) return confirmed;
      const door = await approach(ownFolder, false);
      const { operatorId, officeKey } = confirmed.value;
      return door.ok ? entering(door.value.enter(operatorId, officeKey)) : door;
    },
    'lobby.openSample': async ({ job }) => {
      const made = await onDisk(() => putSample({ folder: sampleFolder, device, jobs, compiler }, job));
      return made.ok ? enterSample() : made;
    },
    'lobby.openOffice': async () => {
      if (!(await exists(ownFolder))) return refuse('office.notEstablished');
      const door = await approach(ownFolder, false);
      return door.ok ? done({}) : door;
    },
    'lobby.signIn': ({ login, password }) =>
      place ? entering(place.door.signIn(login, password)) : refuse('office.notOpen'),
    'lobby.recover': ({ recoveryKey }) => place?.door.recover(recoveryKey) ?? refuse('office.notOpen'),
    'lobby.setNewPassword': ({ id, password }) =>
      place ? entering(place.door.setNewPassword(id, password)) : refuse('office.notOpen'),
    'lobby.lock': () => {
      lock();
      return done({});
    },
    'lobby.stayAwake': () => {
      stayAwake();
      return done({});
    },
    'lobby.putAside': () => {
      offers.putAside();
      return done({});
    },
    'lobby.leave': async () => {
      await leave();
      notify({ kind: 'lobby' });
      return done({});
    },
    'restore.look': async ({ language }) => {
      const chosen = await ports.dialogs.chooseFolder({ title: locales[language].backups.look });
      if (!chosen) return done({ found: null });
      const found = await restore.look(chosen);
      return found.ok ? done({ found: found.value }) : found;
    },
    'restore.unlock': ({ id, ...by }) => restore.unlock(id, by),
    'restore.preview': ({ id, job }) => jobs.run(job, (control) => restore.preview(id, control)),
    'restore.carryOut': async ({ id, job }) => {
      await leave();
      const restored = await jobs.run(job, (control) => restore.carryOut(id, control));
      if (!restored.ok) return restored;
      const entered = await approach(ownFolder, false);
      return entered.ok ? restored : entered;
    },
    ...supportDesk({
      ...{ folder: options.folder, ports, clock: clock ?? systemClock, compiler, failures, status },
      look: async () => office()?.look() ?? null,
    }),
    ...updateDesk(async () => ({
      ...{ folder: options.folder, ports, jobs, key: options.installed?.key ?? null },
      here: {
        ...{ version: options.version, kind: options.installed?.kind ?? null },
        ...{ platform: process.platform, architecture: process.arch },
      },
      backUp: await backUpBeforeUpdate(),
    })),
    'preferences.get': () => done(preferences.get()),
    'preferences.set': async (change) => done(await preferences.set(change)),
    'job.cancel': ({ job }) => {
      jobs.cancel(job);
      place?.door.cancelJob(job);
      return done({});
    },
  };

  if (await exists(ownFolder)) await approach(ownFolder, false);

  return {
    call: watchCalls(failures, async (name, input) => {
      if (!isOperationName(name)) return refuse('input.invalid', { operation: name });
      if (!isLobbyOperation(name)) {
        if (!place) return refuse('office.notOpen');
        const reply = await place.door.call(name, input);
        return reply;
      }
      const notAllowed = callRefusal(name, office()?.actor() ?? null);
      if (notAllowed) return notAllowed;
      const parsed = contract[name].input.safeParse(input);
      if (!parsed.success) return refuse('input.invalid', { operation: name });
      // The table's types pair each name with its own input; the union of all of them cannot say so.
      const handler = handlers[name] as (value: unknown) => Promise<Outcome<unknown>>;
      const outcome = await handler(parsed.data);
      return outcome.ok ? done(contract[name].output.parse(outcome.value)) : outcome;
    }),
    offer: offers.offer,
    tellFailure: () => notify({ kind: 'failure' }),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lock,
    photo: (hash) => office()?.photo(hash) ?? Promise.resolve(null),
    document: (token) => office()?.document(token) ?? null,
    async close() {
      jobs.cancelAll();
      await leave();
      await compiler.close();
    },
  };
}

/** A folder that cannot be written to is the clerk's trouble, and is said. */
async function onDisk<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    return unreadable(error);
  }
}
