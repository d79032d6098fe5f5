/**
 * The entry: the way into an office. It holds this laptop's preferences, opens the clerk's own office or the sample
 * office beside it, and passes on what belongs to the one that is open.
 */
import { join } from 'node:path';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Notice } from '#shared/contract/index.ts';
import type { EntryStatus } from '#shared/contract/entry.ts';
import { answerCalls } from './answer-calls.ts';
import { currentOffice, type CurrentOffice } from './current-office.ts';
import { entryHandlers } from './entry-handlers.ts';
import { founding } from './establish.ts';
import type { EntryOperation } from './entry-operations.ts';
import { entryStatus } from './entry-status.ts';
import { officeOpener } from './office-opener.ts';
import { openPreferences } from './preferences.ts';
import { restoreHandlers } from './restore-handlers.ts';
import { settleEncryption } from '../access/encrypt-office.ts';
import type { KeyringOptions } from '../access/keyring.ts';
import type { ScryptCost } from '../access/wrap.ts';
import { undoHalfExchange } from '../backup/exchange-offices.ts';
import { createJobs } from '../context/jobs.ts';
import { randomId } from '../context/new-id.ts';
import { systemClock, type Clock, type Ports } from '../context/ports.ts';
import { backupDevice, type BackupDevice } from '../device/device.ts';
import { createCompiler } from '../documents/compiler.ts';
import { keepOffers } from '../exchange/offered-package.ts';
import type { Handlers } from '../operations/handlers.ts';
import { putSample } from '../sample/put-sample.ts';
import type { StoredPhoto } from '../store/photos.ts';
import { openFailureLog, type FailureLog } from '../support/failure-log.ts';
import { supportHandlers } from '../support/support-handlers.ts';
import { watchCalls } from '../support/watch-calls.ts';
import { updateHandlers, type UpdateOptions } from '../update/update-handlers.ts';
import type { Installation } from '../update/update-file.ts';

export type EntryOptions = {
  /** Holds `office/`, `sample-office/` and `preferences.json`. */
  folder: string;
  ports: Ports;
  /** The project's folder (or the packaged app's): templates and fonts are read below it. */
  projectRoot: string;
  /** The file of the worker thread that makes documents. */
  workerFile: string;
  /** The file of the worker thread that reads spreadsheets; its source, under Node, when left out. */
  spreadsheetWorkerFile?: string;
  runtime: EntryStatus['runtime'];
  version: string;
  clock?: Clock;
  /** The disks of the laptop; a test gives ones that fail. */
  device?: BackupDevice;
  /** Where failures are kept; a log of the entry's own when left out. */
  failures?: FailureLog;
  /** How the program is installed and whose updates it takes; none, when left out. */
  installed?: Pick<UpdateOptions, 'key'> & Pick<Installation, 'kind'>;
  /** What one guess of a password costs; a test gives a light one. */
  passwordCost?: ScryptCost;
  /** What one guess at the passphrase of a handover costs (log2 of scrypt's N); a test gives a light one. */
  passphraseWorkFactor?: number;
};

export type Entry = {
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

export async function openEntry(options: EntryOptions): Promise<Entry> {
  const { folder, projectRoot, workerFile, runtime, version, device = backupDevice, clock = systemClock } = options;
  const [ownFolder, sampleFolder] = [join(folder, 'office'), join(folder, 'sample-office')];
  const ownExists = () => mayExist(device, ownFolder);
  await device.makeFolder(folder);
  await settleUnfinished(folder, ownFolder, device);
  const preferences = await openPreferences(folder, device);
  const failures = options.failures ?? openFailureLog(folder);
  const { notify, on } = listening();
  const onFall = (thrown: unknown) => void failures.note({ kind: 'process', thrown });
  const compiler = createCompiler({ workerFile, projectRoot, onFall });
  const jobs = createJobs((job, doneSoFar, total) => notify({ kind: 'progress', job, done: doneSoFar, total }));
  const offers = keepOffers(() => notify({ kind: 'offered' }));
  const ports: Ports = { ...options.ports, offeredPackage: offers };
  const opener = officeOpener({ ...options, ports, compiler, device, onNotice: notify });
  const keyring = keyringOptions(options);
  const current = currentOffice({ ownFolder, sampleFolder, opener, keyring, device, failures, notify });
  const founded = founding({ folder: ownFolder, open: opener.open, keyring, device, newId: randomId });
  const status = async (): Promise<EntryStatus> => {
    const officeExists = await ownExists();
    return entryStatus(current, { ownFolder, sampleFolder, runtime, version, officeExists, offered: offers.current() });
  };

  const handlers: Handlers<EntryOperation> = {
    ...entryHandlers({
      current,
      founded,
      ownExists,
      putSample: (job) => putSample({ folder: sampleFolder, device, jobs, compiler }, job),
      notify,
    }),
    ...restoreHandlers({
      opener,
      current,
      dialogs: ports.dialogs,
      jobs,
      folder,
      own: ownFolder,
      now: () => clock.now(),
      files: device,
    }),
    ...supportHandlers({ folder, ports, clock, compiler, failures, status, look: () => lookAt(current) }),
    ...updateHandlers(async () => {
      const { key = null, kind = null } = options.installed ?? {};
      const here = { version, kind, platform: process.platform, architecture: process.arch };
      return { folder, ports, jobs, key, here, backUp: await backUpBeforeUpdate(current, ownExists) };
    }),
    'entry.status': async () => done(await status()),
    'entry.archiveOffice': () => {
      offers.archiveOffice();
      return done({});
    },
    'preferences.get': () => done(preferences.get()),
    'preferences.set': async (change) => done(await preferences.set(change)),
    'job.cancel': ({ job }) => {
      jobs.cancel(job);
      current.officeSession()?.cancelJob(job);
      return done({});
    },
  };

  if (await ownExists()) await current.approach('own');

  return {
    call: watchCalls(failures, answerCalls(handlers, current)),
    offer: offers.offer,
    tellFailure: () => notify({ kind: 'failure' }),
    on,
    lock: current.lock,
    photo: (hash) => current.office()?.photo(hash) ?? Promise.resolve(null),
    document: (token) => current.office()?.document(token) ?? null,
    async close() {
      jobs.cancelAll();
      await current.leave();
      await compiler.close();
    },
  };
}

/** Ends what a power cut stopped half-way: an office being restored, an office being encrypted. */
async function settleUnfinished(folder: string, ownFolder: string, device: BackupDevice): Promise<void> {
  // If it cannot be undone now, the next start tries again.
  await undoHalfExchange(folder, ownFolder, device).catch(() => undefined);
  await settleEncryption(ownFolder, device).catch(() => undefined);
}

/** What cannot be found out counts as there, so that opening it says what is wrong. */
const mayExist = (device: BackupDevice, path: string): Promise<boolean> =>
  device.size(path).then(
    (size) => size !== null,
    () => true,
  );

/** Whoever wants to hear of notices, and the function that tells all of them. */
function listening() {
  const listeners = new Set<(notice: Notice) => void>();
  const notify = (notice: Notice) => {
    for (const listener of listeners) listener(notice);
  };
  const on = (listener: (notice: Notice) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { notify, on };
}

const keyringOptions = ({ ports, clock, passwordCost }: EntryOptions): KeyringOptions => ({
  systemKeyring: ports.systemKeyring,
  ...(clock && { clock }),
  ...(passwordCost && { cost: passwordCost }),
});

const lookAt = async (current: CurrentOffice) => (await current.office()?.look()) ?? null;

/** The clerk's own office alone is worth it, and it can be copied only while it is open. */
async function backUpBeforeUpdate(
  current: CurrentOffice,
  ownExists: () => Promise<boolean>,
): Promise<UpdateOptions['backUp']> {
  const own = current.isSample() ? null : current.office();
  if (own) return own.backUp;
  return (await ownExists()) ? () => Promise.resolve(refuse('update.openOwnOffice')) : 'none';
}
