/**
 * The lobby: the way into an office. It holds this laptop's preferences, opens the clerk's own office or the sample
 * office beside it, and passes on what belongs to the one that is open.
 */
import { join } from 'node:path';
import { contract, isOperationName, type Notice } from '../../shared/contract.ts';
import { done, refuse, type Outcome, type Refusal } from '../../shared/domain/errors.ts';
import { createCompiler } from './documents/compiler.ts';
import { createJobs } from './jobs.ts';
import { makeSampleOffice } from './sample/make-sample-office.ts';
import { locales } from '../../locales/index.ts';
import { openOffice, type Office } from './office.ts';
import { openPreferences } from './preferences.ts';
import { restoring, undoHalfExchange } from './restoring.ts';
import { systemClock, type Clock, type Ports } from './ports.ts';
import { backupDevice, type BackupDevice } from './store/backup/backup-device.ts';
import { unreadable } from './store/opening.ts';
import { openFailureLog, type FailureLog } from './support/failure-log.ts';
import { supportDesk } from './support/support-desk.ts';
import type { Installation } from './update/update-file.ts';
import { updateDesk, type UpdateOptions } from './update/update-desk.ts';
import { watchCalls } from './support/watch-calls.ts';
import type { LobbyStatus } from '../../shared/contract/lobby.ts';
import type { OperationName, Output, ParsedInput } from '../../shared/contract.ts';
import type { StoredPhoto } from './store/photos.ts';

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
};

export type Lobby = {
  call(name: string, input: unknown): Promise<Outcome<unknown>>;
  /** Returns the function that stops listening. */
  on(listener: (notice: Notice) => void): () => void;
  /** Tells the screens that something went wrong behind them. */
  tellFailure(): void;
  photo(hash: string): Promise<StoredPhoto | null>;
  document(token: string): { bytes: Uint8Array; name: string } | null;
  close(): Promise<void>;
};

type Opened = { office: Office; sample: boolean } | null;

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
  const preferences = await openPreferences(options.folder, device);
  const failures = options.failures ?? openFailureLog(options.folder);
  const { workerFile, projectRoot } = options;
  const onFall = (thrown: unknown) => void failures.note({ kind: 'process', thrown });
  const compiler = createCompiler({ workerFile, projectRoot, onFall });
  const jobs = createJobs((job, doneSoFar, total) => {
    notify({ kind: 'progress', job, done: doneSoFar, total });
  });
  let opened: Opened = null;
  let refusal: Refusal | null = null;

  const { ports, clock, spreadsheetWorkerFile } = options;
  const open = (folder: string) =>
    openOffice({
      folder,
      ports,
      compiler,
      device,
      onNotice: notify,
      ...(clock && { clock }),
      ...(spreadsheetWorkerFile && { spreadsheetWorkerFile }),
    });

  const restore = restoring({
    ...{ folder: options.folder, own: ownFolder, now: () => (clock ?? systemClock).now(), files: device },
    tryOpening: async (folder) => {
      const tried = await open(folder);
      if (!tried.ok) return tried;
      await tried.value.close();
      return done({});
    },
  });

  async function enter(folder: string, sample: boolean): Promise<Outcome<Record<string, never>>> {
    await leave();
    const outcome = await open(folder);
    refusal = outcome.ok ? null : outcome.refusal;
    if (!outcome.ok) failures.note({ kind: 'refusal', thrown: outcome.refusal.code, operation: 'lobby.openOffice' });
    if (outcome.ok) opened = { office: outcome.value, sample };
    notify({ kind: 'lobby' });
    return outcome.ok ? done({}) : outcome;
  }

  async function leave(): Promise<void> {
    const before = opened;
    opened = null;
    refusal = null;
    await before?.office.close();
  }

  /** The clerk's own office alone is worth it, and it can be copied only while it is open. */
  async function backUpBeforeUpdate(): Promise<UpdateOptions['backUp']> {
    if (opened && !opened.sample) return opened.office.backUp;
    return (await exists(ownFolder)) ? () => Promise.resolve(refuse('update.openOwnOffice')) : 'none';
  }

  /** Made beside its place and moved there when whole: half a sample office is never opened. */
  async function makeSample(job: string): Promise<Outcome<Record<string, never>>> {
    if (await exists(sampleFolder)) return done({});
    const half = `${sampleFolder}.partial`;
    await device.removeFolder(half);
    const made = await jobs.run(job, ({ signal, progress }) =>
      makeSampleOffice({ folder: half, compiler, signal, onProgress: progress }),
    );
    if (made.ok) await device.rename(half, sampleFolder);
    else await device.removeFolder(half);
    return made.ok ? done({}) : made;
  }

  /** A new office is made beside its place too, so that the power may be cut at any moment. */
  async function establish(settings: ParsedInput<'lobby.establish'>['settings']): Promise<Outcome<object>> {
    const half = `${ownFolder}.partial`;
    await device.removeFolder(half);
    const outcome = await open(half);
    if (!outcome.ok) return outcome;
    const established = await outcome.value.execute({ type: 'office.establish', settings, sample: false });
    await outcome.value.close();
    if (established.ok) await device.rename(half, ownFolder);
    else await device.removeFolder(half);
    return established;
  }

  const status = async (): Promise<LobbyStatus> => ({
    phase: opened ? 'open' : refusal ? 'refused' : 'choose',
    sample: opened?.sample ?? false,
    refusal,
    report: opened?.office.report ?? null,
    runtime: options.runtime,
    folder: opened?.sample ? sampleFolder : ownFolder,
    officeExists: await exists(ownFolder),
    version: options.version,
  });

  const handlers: {
    [N in LobbyOperation]: (input: ParsedInput<N>) => Promise<Outcome<Output<N>>> | Outcome<Output<N>>;
  } = {
    'lobby.status': async () => done(await status()),
    'lobby.establish': async ({ settings }) => {
      if (await exists(ownFolder)) return refuse('office.alreadyEstablished');
      const established = await onDisk(() => establish(settings));
      return established.ok ? enter(ownFolder, false) : established;
    },
    'lobby.openSample': async ({ job }) => {
      const made = await onDisk(() => makeSample(job));
      return made.ok ? enter(sampleFolder, true) : made;
    },
    'lobby.openOffice': async () =>
      (await exists(ownFolder)) ? enter(ownFolder, false) : refuse('office.notEstablished'),
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
    'restore.preview': ({ id, job }) => jobs.run(job, (control) => restore.preview(id, control)),
    'restore.carryOut': async ({ id, job }) => {
      await leave();
      const restored = await jobs.run(job, (control) => restore.carryOut(id, control));
      if (!restored.ok) return restored;
      const entered = await enter(ownFolder, false);
      return entered.ok ? restored : entered;
    },
    ...supportDesk({
      ...{ folder: options.folder, ports, clock: clock ?? systemClock, compiler, failures, status },
      look: async () => opened?.office.look() ?? null,
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
      opened?.office.cancelJob(job);
      return done({});
    },
  };

  if (await exists(ownFolder)) await enter(ownFolder, false);

  return {
    call: watchCalls(failures, async (name, input) => {
      if (!isOperationName(name)) return refuse('input.invalid', { operation: name });
      if (!isLobbyOperation(name)) return opened ? opened.office.call(name, input) : refuse('office.notOpen');
      const parsed = contract[name].input.safeParse(input);
      if (!parsed.success) return refuse('input.invalid', { operation: name });
      // The table's types pair each name with its own input; the union of all of them cannot say so.
      const handler = handlers[name] as (value: unknown) => Promise<Outcome<unknown>>;
      const outcome = await handler(parsed.data);
      return outcome.ok ? done(contract[name].output.parse(outcome.value)) : outcome;
    }),
    tellFailure: () => notify({ kind: 'failure' }),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    photo: (hash) => opened?.office.photo(hash) ?? Promise.resolve(null),
    document: (token) => opened?.office.document(token) ?? null,
    async close() {
      jobs.cancelAll();
      await leave();
      await compiler.close();
    },
  };
}

const lobbyNames = [
  'lobby.status',
  'lobby.establish',
  'lobby.openSample',
  'lobby.openOffice',
  'lobby.leave',
  'restore.look',
  'restore.preview',
  'restore.carryOut',
  'update.choose',
  'update.carryOut',
  'support.check',
  'support.save',
  'support.note',
  'preferences.get',
  'preferences.set',
  'job.cancel',
] as const satisfies readonly OperationName[];
type LobbyOperation = (typeof lobbyNames)[number];
const isLobbyOperation = (name: OperationName): name is LobbyOperation =>
  (lobbyNames as readonly string[]).includes(name);

/** A folder that cannot be written to is the clerk's trouble, and is said. */
async function onDisk<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    return unreadable(error);
  }
}
