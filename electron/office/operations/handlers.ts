/** How an operation of the contract is carried out, and what it may use. */
import type { Command } from '#shared/domain/register/commands.ts';
import type { Actor } from '#shared/domain/records/operator.ts';
import type { Id, IsoDate } from '#shared/domain/base/primitives.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { OperationName, Output, ParsedInput } from '#shared/contract/index.ts';
import type { Outcome } from '#shared/domain/base/refusals.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock, Ports } from '../context/ports.ts';
import type { Compiler } from '../documents/compiler.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { Jobs } from '../context/jobs.ts';
import type { PhotoStore } from '../store/photos.ts';
import type { Signer } from '../access/signing-key.ts';
import type { Registry } from '../registry/registry.ts';

export type Handler<N extends OperationName> = (
  input: ParsedInput<N>,
) => Promise<Outcome<Output<N>>> | Outcome<Output<N>>;
export type Handlers<N extends OperationName> = { [K in N]: Handler<K> };

export type OfficeContext = {
  /** The register as it stands after the last accepted change. */
  state(): State;
  /** Who is signed in. */
  actor(): Actor;
  /** Decides, appends to the journal, evolves: the facts once they are on disk, or the refusal. */
  execute(command: Command): Promise<Outcome<OfficeEvent[]>>;
  /** What deciding answers as things stand; nothing is recorded. */
  check(command: Command): Outcome<OfficeEvent[]>;
  /** Sequence number and hash of the journal's last line. */
  head(): { seq: number; hash: string };
  /** The check of the records, and what the journal's lines are about. */
  audit: Audit;
  /**
   * The journal's lines that hold one of some texts, each of which ends in an identifier in quotes; oldest first. The texts
   * may grow while they are read.
   */
  linesNaming(texts: ReadonlySet<string>): AsyncGenerator<Outcome<JournalLine<OfficeEvent>>>;
  /** The journal's line of a number; null when there is none. */
  line(seq: number): Promise<Outcome<JournalLine<OfficeEvent> | null>>;
  /** The office's key, once the register has its public half; `signing.noKey` where it could not be made or kept. */
  signer(): Outcome<Signer>;
  newId(): Id;
  clock: Clock;
  today(): IsoDate;
  registry: Registry;
  photos: PhotoStore;
  /** Emblems of the commission: like photos, but drawings too. */
  emblems: PhotoStore;
  compiler: Compiler;
  ports: Ports;
  /** The file of the worker thread that reads spreadsheets. */
  spreadsheetWorkerFile: string;
  /** The file of the worker thread that encrypts and opens personal data. */
  ageWorkerFile: string;
  /** The base-2 logarithm of scrypt's N when personal data is encrypted with a passphrase. */
  passphraseWorkFactor: number;
  /** The built page that checks badges, before the office has put its list into it. */
  verifierPageFile: string;
  jobs: Jobs;
};

/** Answers a change that only had to succeed. */
export async function carryOut(office: OfficeContext, command: Command): Promise<Outcome<Record<string, never>>> {
  const outcome = await office.execute(command);
  return outcome.ok ? { ok: true, value: {} } : outcome;
}
