/** The office: everything a clerk can do, composed over one folder. Plain Node; it knows no window. */
import { dirname, extname, join } from 'node:path';
import type { Notice } from '#shared/contract/index.ts';
import { done, refuse, type Outcome, type Refused } from '#shared/domain/base/refusals.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { emptyTrilingual } from '#shared/domain/base/primitives.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import type { Actor } from '#shared/domain/records/operator.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { OpeningReport } from '#shared/contract/entry.ts';
import { keepAudit, type Audit } from './audit/audit.ts';
import { openBackupKeeper, type BackupKeeper } from './backup/auto-backup.ts';
import { openDrafts } from './drafts/drafts.ts';
import { createJobs, type JobControl } from './context/jobs.ts';
import { openReplicaId } from './store/replica-id.ts';
import { randomId } from './context/new-id.ts';
import { usualWorkFactor } from './exchange/age-in-thread.ts';
import { createRegistry, type Registry } from './registry/registry.ts';
import { allHandlers, answerCalls } from './operations/all-handlers.ts';
import { executeCommands, type AcceptedChange } from './operations/execute-commands.ts';
import { acting } from './operators/acting.ts';
import { noPasswords, type Passwords } from './operators/passwords.ts';
import { recordsOfState, stateOfRecords } from './store/state-records.ts';
import { emblemShelf } from './store/emblems.ts';
import { atRest, formOf, type AtRest } from './store/at-rest.ts';
import { backupDevice, type BackupDevice } from './device/device.ts';
import { unreadable } from './store/opening.ts';
import { openSigningKey, type Signer } from './access/signing-key.ts';
import { openPhotoStore, type StoredPhoto } from './store/photos.ts';
import { rememberSteps, type Steps } from './undo/recent-changes.ts';
import { openStore } from './store/store.ts';
import { systemClock, todayOf, type Clock, type Ports } from './context/ports.ts';
import { lookAtOffice, type OfficeFindings } from './support/office-findings.ts';
import type { OfficeKey } from './crypto/office-key.ts';
import type { Compiler } from './documents/compiler.ts';
import type { BackedUpOffice } from './backup/backup-format.ts';
import type { OfficeContext } from './operations/handlers.ts';

export type OfficeOptions = {
  folder: string;
  ports: Ports;
  compiler: Compiler;
  clock?: Clock;
  /** Who acts from the start; nobody when left out, and nothing is answered until `actAs`. */
  actor?: Actor;
  passwords?: Passwords;
  /** Opens an encrypted office, and encrypts a new one; left out for one that is plain. */
  officeKey?: OfficeKey;
  /** The file of the worker thread that reads spreadsheets; its source, under Node, when left out. */
  spreadsheetWorkerFile?: string;
  /** What one guess at the passphrase of a handover costs (log2 of scrypt's N); a test gives a light one. */
  passphraseWorkFactor?: number;
  /** The disks of the laptop; a test gives ones that fail. */
  device?: BackupDevice;
  /** Hears of every accepted change and of the progress of long works. */
  onNotice?: (notice: Notice) => void;
};

export type Office = {
  /**
   * Carries out one operation of the contract, by name, for whoever acts; refused for a role that may not,
   * `access.notAllowed`, with nobody there, `access.locked`, and with an input that does not fit.
   */
  call(name: string, input: unknown): Promise<Outcome<unknown>>;
  /** Decides and records one command; for the office's own composition, not for a screen. `as`: not for whoever acts. */
  execute(command: Command, as?: Actor): Promise<Outcome<OfficeEvent[]>>;
  /** Who acts now; null while nobody is signed in. */
  actor(): Actor | null;
  actAs(actor: Actor | null): void;
  state(): State;
  head(): { seq: number; hash: string };
  photo(hash: string): Promise<StoredPhoto | null>;
  document(token: string): { bytes: Uint8Array; name: string } | null;
  cancelJob(name: string): void;
  report: OpeningReport;
  /** Looks at its own journal, pictures and backups, for the self-checks. */
  look(): Promise<OfficeFindings>;
  /** Makes a backup and reads it back: before the program is replaced by another. */
  backUp(control: JobControl): Promise<Outcome<Record<string, never>>>;
  close(): Promise<void>;
};

/** Stands in for whoever left while their work was still being answered: it may do nothing. */
const nobody: Actor = { id: 'nobody', name: '', role: 'auditor' };

/** A snapshot is due after so many changes, at the latest. */
const changesPerSnapshot = 500;

/**
 * Opens the office that lives in a folder, an empty one where there is none. Refuses what it cannot vouch for; without the
 * key of an encrypted office with `store.encrypted`, with a key for a plain one with `store.notEncrypted`.
 */
export async function openOffice(options: OfficeOptions): Promise<Outcome<Office>> {
  const { folder, clock = systemClock, device = backupDevice, onNotice: notify = () => undefined } = options;
  const standing = atRest(device, options.officeKey);
  const opened = await openFolder(folder, standing, clock, notify);
  if (!opened.ok) return opened;
  const { store, photos, emblems, replicaId, backups, signingKey, drafts } = opened.value;
  const today = () => todayOf(clock);
  const state = () => store.state;
  const registry = createRegistry(store.state, today);
  const steps = rememberSteps();
  const jobs = createJobs((job, doneSoFar, total) => notify({ kind: 'progress', job, done: doneSoFar, total }));
  const records = { state, head: () => store.head, lines: () => store.lines(), photos, emblems, now: clock.now };
  const audit = keepAudit({ ...records, onChecked: () => notify({ kind: 'audit' }) });
  const who = acting(state, options.actor ?? null);
  const actor = (): Actor => who.now() ?? nobody;

  const onAccepted = followers({ registry, audit, steps, backups, notify });
  const commands = executeCommands({ store, replicaId, clock, signingKey, onAccepted });
  await commands.recordKey(who.now());

  const context: OfficeContext = {
    state,
    actor,
    execute: (command) => commands.execute(command, who.now()),
    check: (command) => commands.check(command, actor()),
    head: () => store.head,
    audit,
    linesNaming: (texts) => store.linesNaming(texts),
    line: (seq) => store.line(seq),
    signer: () => signerOf(signingKey, store.state),
    newId: randomId,
    clock,
    today,
    registry,
    photos,
    emblems,
    compiler: options.compiler,
    ports: options.ports,
    ...builtFiles(options.spreadsheetWorkerFile),
    passphraseWorkFactor: options.passphraseWorkFactor ?? usualWorkFactor,
    jobs,
  };
  const passwords = options.passwords ?? noPasswords;
  const lastActor = () => who.orLast() ?? nobody;
  const { handlers, document } = allHandlers(context, { passwords, drafts, steps, backups, lastActor });
  const snapshotRebuilt = store.report.snapshot === 'rebuilt';

  return done({
    call: answerCalls(handlers, who),
    execute: (command, as) => commands.execute(command, as ?? who.now()),
    actor: who.now,
    actAs(next) {
      who.set(next);
      if (next) void commands.recordKey(who.now());
    },
    state,
    head: () => store.head,
    photo: (hash) => photos.read(hash),
    document,
    cancelJob: (name) => jobs.cancel(name),
    report: { tornTail: store.report.tornTail, snapshotRebuilt },
    backUp: (control) => backups.make(control),
    look: () => lookAtOffice(records, snapshotRebuilt, () => backups.status()),
    async close() {
      jobs.cancelAll();
      await audit.close();
      await commands.settled();
      await drafts.close();
      await backups.close();
      await store.close();
    },
  });
}

/** What keeps up with every accepted change: lists, the index of the journal, undo, screens, and backups. */
const followers =
  ({ registry, audit, steps, backups, notify }: Followers) =>
  ({ seq, at, who, command, events, before, after }: AcceptedChange): void => {
    registry.follow(before, after, events);
    audit.index.note({ seq, at, who, command: command.type, events });
    steps.note({ seq, at, command, events, before, after });
    notify({ kind: 'changed', seq });
    backups.changed();
  };

type Followers = {
  registry: Registry;
  audit: Audit;
  steps: Steps;
  backups: BackupKeeper;
  notify: (notice: Notice) => void;
};

/** Everything that lies in the office's folder: journal and state, pictures, name, settings of backups, key, drafts. */
async function openFolder(
  folder: string,
  standing: AtRest<BackupDevice>,
  clock: Clock,
  notify: (notice: Notice) => void,
) {
  const mismatch = await formRefusal(folder, standing);
  if (mismatch) return mismatch;
  const opened = await openStore<State, OfficeEvent>({
    folder,
    initial: emptyState,
    evolve,
    records: recordsOfState,
    restore: stateOfRecords,
    parseEvent: (event) => OfficeEvent.parse(event),
    clock: clock.now,
    snapshotEvery: changesPerSnapshot,
    atRest: standing,
  });
  if (!opened.ok) return opened;
  const { store } = opened;
  const shelves = await openShelves(folder, standing.whole);
  if (!shelves.ok) {
    await store.close();
    return shelves;
  }
  const replicaId = await openReplicaId(folder, standing.device);
  const backups = await openBackupKeeper({
    folder,
    mark: () => store.mark(),
    about: () => backedUp(store.state),
    clock,
    records: standing,
    onMade: () => notify({ kind: 'backup' }),
  });
  const signingKey = await openSigningKey(folder, clock, standing.whole);
  const drafts = await openDrafts(folder, clock, standing.whole);
  return done({ store, ...shelves.value, replicaId, backups, signingKey, drafts });
}

/** An encrypted office needs its key, and a plain one is encrypted before it is opened with one. */
async function formRefusal(folder: string, { device, encrypted }: AtRest): Promise<Refused | null> {
  try {
    const form = await formOf(device, folder);
    if (form === null || form === 'torn' || (form === 'encrypted') === encrypted) return null;
    return refuse(encrypted ? 'store.notEncrypted' : 'store.encrypted');
  } catch (error) {
    return unreadable(error);
  }
}

/** The pictures beside the journal; refused when the disk does not let them be kept. */
async function openShelves(folder: string, device: BackupDevice) {
  try {
    const photos = await openPhotoStore(folder, device);
    return done({ photos, emblems: await openPhotoStore(folder, device, emblemShelf) });
  } catch (error) {
    return unreadable(error);
  }
}

/** What a backup says of itself on the first screen. */
const backedUp = ({ settings, sample, applications, decisions, certificates }: State): BackedUpOffice => ({
  ...{ commission: settings?.commission ?? emptyTrilingual, sample },
  ...{ people: applications.size, decisions: decisions.size, certificates: certificates.size },
});

/** The office's key, once the register has its public half: papers signed before could not be checked. */
function signerOf(signingKey: Outcome<Signer>, { signingKeys }: State): Outcome<Signer> {
  if (!signingKey.ok) return signingKey;
  return signingKeys.has(signingKey.value.key.id) ? signingKey : refuse('signing.noKey', { reason: 'device' });
}

/** What is built beside the office: the files of threads, which lie side by side, and the page that checks badges. */
function builtFiles(builtSpreadsheetWorker?: string) {
  const spreadsheetWorkerFile =
    builtSpreadsheetWorker ?? join(import.meta.dirname, 'exchange', 'spreadsheet-worker.ts');
  // Built beside the main process; run from its sources, the office uses the last build.
  const built = builtSpreadsheetWorker
    ? join(dirname(builtSpreadsheetWorker), '..')
    : join(import.meta.dirname, '..', '..', 'out');
  return {
    spreadsheetWorkerFile,
    ageWorkerFile: join(dirname(spreadsheetWorkerFile), `age-worker${extname(spreadsheetWorkerFile)}`),
    verifierPageFile: join(built, 'verifier', 'verifier.html'),
  };
}
