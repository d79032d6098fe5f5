/** The office: everything a clerk can do, composed over one folder. Plain Node; it knows no window. */
import { createHash } from 'node:crypto';
import { dirname, extname, join } from 'node:path';
import { contract, isOperationName, type Notice } from '#shared/contract/index.ts';
import { decide, decideRowByRow } from '#shared/domain/decide/index.ts';
import { done, refuse, type Outcome, type Refused } from '#shared/domain/base/refusals.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { emptyTrilingual } from '#shared/domain/base/primitives.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import type { Actor } from '#shared/domain/records/operator.ts';
import { callRefusal } from '#shared/contract/roles.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { OpeningReport } from '#shared/contract/lobby.ts';
import { keepAudit } from './audit/audit.ts';
import { openBackupKeeper } from './backup/auto-backup.ts';
import { openDesk } from './drafts/drafts.ts';
import { inSlices } from './device/cooperative.ts';
import { createJobs, type JobControl } from './context/jobs.ts';
import { openLaptopName } from './store/replica-id.ts';
import { randomId } from './context/new-id.ts';
import { usualWorkFactor } from './exchange/age-in-thread.ts';
import { createRegistry } from './registry/registry.ts';
import { applicationHandlers } from './operations/applications.ts';
import { photoHandlers } from './operations/photos.ts';
import { auditHandlers } from './operations/audit.ts';
import { backupHandlers } from './operations/backups.ts';
import { certificateHandlers } from './operations/certificates.ts';
import { decisionHandlers } from './operations/decisions.ts';
import { designHandlers } from './operations/designs.ts';
import { deskHandlers } from './operations/desk.ts';
import { documentHandlers } from './operations/documents.ts';
import { exchangeHandlers } from './operations/exchange.ts';
import { historyHandlers } from './operations/history.ts';
import { listHandlers } from './operations/lists.ts';
import { neighbourHandlers } from './operations/neighbours.ts';
import { numberRegisterHandlers } from './operations/number-register.ts';
import { printQueueHandlers } from './operations/print-queue.ts';
import { keyCardHandlers } from './operations/key-cards.ts';
import { receivingHandlers } from './operations/receiving.ts';
import { operatorHandlers } from './operations/operators.ts';
import { acting } from './operators/acting.ts';
import { noPasswords, type Passwords } from './operators/passwords.ts';
import { registerHandlers } from './operations/register.ts';
import { stepHandlers } from './operations/steps.ts';
import { statementHandlers } from './operations/statements.ts';
import { searchHandlers } from './operations/search.ts';
import { wordingHandlers } from './operations/wordings.ts';
import { recordsOfState, stateOfRecords } from './store/state-records.ts';
import { emblemShelf } from './store/emblems.ts';
import { atRest, formOf, type AtRest } from './store/at-rest.ts';
import { backupDevice, type BackupDevice } from './device/device.ts';
import { unreadable } from './store/opening.ts';
import { openSigningKey } from './access/signing-key.ts';
import { openPhotoStore, type StoredPhoto } from './store/photos.ts';
import { rememberSteps } from './undo/recent-changes.ts';
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
  /** Opens a sealed office, and seals a new one; left out for one that is plain. */
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
 * key of a sealed office with `store.sealed`, with a key for a plain one with `store.notSealed`.
 */
export async function openOffice(options: OfficeOptions): Promise<Outcome<Office>> {
  const clock = options.clock ?? systemClock;
  const notify = options.onNotice ?? (() => undefined);
  const device = options.device ?? backupDevice;
  const standing = atRest(device, options.officeKey);
  const mismatch = await formRefusal(options.folder, standing);
  if (mismatch) return mismatch;
  const opened = await openStore<State, OfficeEvent>({
    folder: options.folder,
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
  const shelves = await openShelves(options.folder, standing.whole);
  if (!shelves.ok) {
    await store.close();
    return shelves;
  }
  const { photos, emblems } = shelves.value;
  const today = () => todayOf(clock);
  const laptop = await openLaptopName(options.folder, device);
  const registry = createRegistry(store.state, today);
  const steps = rememberSteps();
  const jobs = createJobs((job, doneSoFar, total) => notify({ kind: 'progress', job, done: doneSoFar, total }));
  const backups = await openBackupKeeper({
    ...{ folder: options.folder, mark: () => store.mark(), about: () => backedUp(store.state), clock },
    records: standing,
    onMade: () => notify({ kind: 'backup' }),
  });
  const signingKey = await openSigningKey(options.folder, clock, standing.whole);
  const desk = await openDesk(options.folder, clock, standing.whole);

  const records = {
    state: () => store.state,
    head: () => store.head,
    lines: () => store.lines(),
    ...{ photos, emblems, now: clock.now },
  };
  const audit = keepAudit({
    ...records,
    onChecked: () => notify({ kind: 'audit' }),
  });

  const who = acting(() => store.state, options.actor ?? null);

  // One command at a time: each is decided on the state that the one before it left.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const carry = (command: Command, as: Actor | null): Promise<Outcome<OfficeEvent[]>> =>
    inTurn(async () => {
      if (!as) return refuse('access.locked');
      const at = clock.now().toISOString();
      const before = store.state;
      const decided = await inSlices(decideRowByRow(before, command, { at, actor: as, today: today(), sha256 }));
      if (!decided.ok || decided.value.length === 0) return decided;
      // The first change after a new name tells it: an office that is only looked at writes nothing.
      const named: OfficeEvent[] = before.laptop === laptop ? [] : [{ type: 'office.laptopNamed', laptop }];
      const events = [...named, ...decided.value];
      const kept = await store.commit({ who: as.id, command: command.type, events, at });
      if (!kept.ok) return kept;
      registry.follow(before, store.state, decided.value);
      audit.index.note({ seq: store.head.seq, at, who: as.id, command: command.type, events: decided.value });
      steps.note({ seq: store.head.seq, at, command, events: decided.value, before, after: store.state });
      notify({ kind: 'changed', seq: store.head.seq });
      backups.changed();
      return done(decided.value);
    });

  /** The public half goes into the journal with the office, and into an older office's when somebody next signs in. */
  async function recordKey(as: Actor | null): Promise<void> {
    if (as && signingKey.ok && store.state.settings) {
      await carry({ type: 'office.recordSigningKey', key: signingKey.value.key }, as);
    }
  }

  const execute = async (command: Command, as = who.now()): Promise<Outcome<OfficeEvent[]>> => {
    const outcome = await carry(command, as);
    if (outcome.ok && command.type === 'office.establish') await recordKey(as);
    return outcome;
  };

  await recordKey(who.now());

  const spreadsheetWorkerFile =
    options.spreadsheetWorkerFile ?? join(import.meta.dirname, 'exchange', 'spreadsheet-worker.ts');
  const actor = (): Actor => who.now() ?? nobody;
  const context: OfficeContext = {
    state: () => store.state,
    actor,
    execute: (command) => execute(command),
    check: (command) =>
      decide(store.state, command, { at: clock.now().toISOString(), actor: actor(), today: today(), sha256 }),
    head: () => store.head,
    audit,
    linesNaming: (texts) => store.linesNaming(texts),
    line: (seq) => store.line(seq),
    signer: () => {
      if (!signingKey.ok) return signingKey;
      return store.state.signingKeys.has(signingKey.value.key.id)
        ? signingKey
        : refuse('signing.noKey', { reason: 'device' });
    },
    newId: randomId,
    clock,
    today,
    registry,
    photos,
    emblems,
    compiler: options.compiler,
    ports: options.ports,
    spreadsheetWorkerFile,
    // The threads' files lie side by side, as sources and when built.
    ageWorkerFile: join(dirname(spreadsheetWorkerFile), `age-worker${extname(spreadsheetWorkerFile)}`),
    passphraseWorkFactor: options.passphraseWorkFactor ?? usualWorkFactor,
    verifierPageFile: join(
      // Built beside the main process; run from its sources, the office uses the last build.
      ...(options.spreadsheetWorkerFile
        ? [dirname(options.spreadsheetWorkerFile), '..']
        : [import.meta.dirname, '..', '..', 'out']),
      ...['verifier', 'verifier.html'],
    ),
    jobs,
  };
  const documents = documentHandlers(context);
  const handlers = {
    ...operatorHandlers(context, options.passwords ?? noPasswords),
    ...registerHandlers(context),
    ...applicationHandlers(context),
    ...photoHandlers(context),
    ...decisionHandlers(context),
    ...certificateHandlers(context),
    ...numberRegisterHandlers(context),
    ...printQueueHandlers(context),
    ...documents.handlers,
    ...designHandlers(context, documents.keep),
    ...exchangeHandlers(context, documents.renderForHandover),
    ...receivingHandlers(context, context.ageWorkerFile),
    ...keyCardHandlers(context),
    ...wordingHandlers(context),
    ...historyHandlers(context),
    ...statementHandlers(context),
    ...listHandlers(context),
    ...searchHandlers(context),
    ...deskHandlers(context, desk, () => who.orLast() ?? nobody),
    ...neighbourHandlers(context),
    ...stepHandlers(context, steps),
    ...backupHandlers(context, backups),
    ...auditHandlers(context),
  };

  return done({
    async call(name, input) {
      if (!isOperationName(name) || !Object.hasOwn(handlers, name)) return refuse('input.invalid', { operation: name });
      const notAllowed = callRefusal(name, who.for(name));
      if (notAllowed) return notAllowed;
      const parsed = contract[name].input.safeParse(input);
      if (!parsed.success) return refuse('input.invalid', { operation: name });
      // The table's types pair each name with its own input; the union of all of them cannot say so.
      const handler = handlers[name as keyof typeof handlers] as (value: unknown) => Promise<Outcome<unknown>>;
      const outcome = await handler(parsed.data);
      return outcome.ok ? done(contract[name].output.parse(outcome.value)) : outcome;
    },
    execute,
    actor: who.now,
    actAs(next) {
      who.set(next);
      if (next) void recordKey(who.now());
    },
    state: () => store.state,
    head: () => store.head,
    photo: (hash) => photos.read(hash),
    document: (token) => documents.read(token),
    cancelJob: (name) => {
      jobs.cancel(name);
    },
    report: {
      tornTail: store.report.tornTail,
      snapshotRebuilt: store.report.snapshot === 'rebuilt',
    },
    backUp: (control) => backups.make(control),
    look: () => lookAtOffice(records, store.report.snapshot === 'rebuilt', () => backups.status()),
    async close() {
      jobs.cancelAll();
      await audit.close();
      await last;
      await desk.close();
      await backups.close();
      await store.close();
    },
  });
}

/** A sealed office needs its key, and a plain one is sealed before it is opened with one. */
async function formRefusal(folder: string, { device, sealed }: AtRest): Promise<Refused | null> {
  try {
    const form = await formOf(device, folder);
    if (form === null || form === 'torn' || (form === 'sealed') === sealed) return null;
    return refuse(sealed ? 'store.notSealed' : 'store.sealed');
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

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
