/**
 * Looks whether the records are whole: the chain of the journal, the register against what the journal makes, every
 * picture against its name, every adopted decision against its checksum, and the numbers. It changes nothing, and gives way to the clerk's work all the time.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { evolve } from '#shared/domain/evolve/index.ts';
import { isAlive } from '#shared/domain/records/certificate.ts';
import { isAsAdopted } from '#shared/domain/rules/decision-content.ts';
import { nameOfDecision } from '#shared/domain/merge/conflict-answers.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { mostFaultsNamed, type AuditFault, type AuditReport } from '#shared/contract/audit.ts';
import { recordsOfState } from '../store/state-records.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { JobControl } from '../context/jobs.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { PhotoStore } from '../store/photos.ts';
import { systemCode } from '../device/files.ts';
import { sumOf, sumOfText } from '../store/checksum.ts';

export type AuditedRecords = {
  state(): State;
  head(): { seq: number; hash: string };
  lines(): AsyncGenerator<Outcome<JournalLine<OfficeEvent>>>;
  photos: PhotoStore;
  emblems: PhotoStore;
  now(): Date;
};

/** Lines or records that are dealt with between two turns of the event loop. */
const perTurn = 200;

/** Refused with `job.cancelled` alone. */
export async function verifyRecords(
  records: AuditedRecords,
  by: string | null,
  { signal, progress }: JobControl,
): Promise<Outcome<AuditReport>> {
  const faults = new FaultList();
  const state = records.state();
  const head = records.head();
  const pictures = picturesOf(state);
  const adopted = [...state.decisions.values()].filter(({ status }) => status === 'adopted');
  const total = head.seq + state.applications.size + pictures.length + adopted.length;
  let made = 0;
  const step = async (): Promise<boolean> => {
    made += 1;
    if (made % perTurn === 0) {
      progress(Math.min(made, total), total);
      await nextTurn();
    }
    return signal.aborted;
  };

  let replayed = emptyState;
  let isWhole = true;
  let [lines, clockBack] = [0, 0];
  let [first, last]: [string | null, string | null] = [null, null];
  for await (const line of untilHead(records, head.seq)) {
    if (!line.ok) {
      faults.add('journal', String(line.refusal.params?.line ?? lines + 1));
      isWhole = false;
      break;
    }
    const { at, events } = line.value;
    lines += 1;
    first ??= at;
    if (last !== null && at < last) clockBack += 1;
    last = at;
    replayed = events.reduce((before, event) => evolve(before, event), replayed);
    if (await step()) return refuse('job.cancelled');
  }
  if (isWhole && lines < head.seq) faults.add('journal', String(lines + 1));
  else if (isWhole) {
    for (const name of await unlike(replayed, state)) faults.add('register', name);
  }
  if (signal.aborted) return refuse('job.cancelled');

  for (const { hash, shelf, name, applicationId } of pictures) {
    const found = await records[shelf].find(hash);
    if (!found.ok) {
      faults.add(found.refusal.code === 'photo.missing' ? 'pictureMissing' : 'pictureDamaged', name, { applicationId });
    }
    if (await step()) return refuse('job.cancelled');
  }
  for (const decision of adopted) {
    if (!isAsAdopted(decision, sumOfText))
      faults.add('decisionAltered', nameOfDecision(decision), { decisionId: decision.id });
    if (await step()) return refuse('job.cancelled');
  }
  checkNumbers(state, faults);
  progress(total, total);
  return done({
    ...{ at: records.now().toISOString(), by, lines, head, first, last, clockBack },
    ...{ people: state.applications.size, pictures: pictures.length, numbers: state.certificates.size },
    decisions: adopted.length,
    ...{ faults: faults.named, faultCount: faults.count },
  });
}

/** What is written while the check goes on belongs to the next one; a device that cannot be read ends the lines. */
async function* untilHead({ lines }: AuditedRecords, seq: number): ReturnType<AuditedRecords['lines']> {
  try {
    for await (const line of lines()) {
      if (line.ok && line.value.seq > seq) return;
      yield line;
      if (!line.ok || line.value.seq === seq) return;
    }
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

class FaultList {
  readonly named: AuditFault[] = [];
  count = 0;
  add(kind: AuditFault['kind'], what: string, at: { applicationId?: Id | null; decisionId?: Id } = {}): void {
    this.count += 1;
    const { applicationId = null, decisionId = null } = at;
    if (this.named.length < mostFaultsNamed) this.named.push({ kind, what, applicationId, decisionId });
  }
}

/** Names of the collections in which two states differ, whatever the order of their records. */
async function unlike(replayed: State, kept: State): Promise<string[]> {
  const [made, held] = [await sumsOf(replayed), await sumsOf(kept)];
  return [...new Set([...made.keys(), ...held.keys()])].filter((name) => made.get(name) !== held.get(name));
}

async function sumsOf(state: State): Promise<Map<string, string>> {
  const sums = new Map<string, string[]>();
  let made = 0;
  for (const [collection, record] of recordsOfState(state)) {
    const ofCollection = sums.get(collection) ?? [];
    sums.set(collection, ofCollection);
    ofCollection.push(sumOf(Buffer.from(stable(record), 'utf8')));
    made += 1;
    if (made % perTurn === 0) await nextTurn();
  }
  return new Map([...sums].map(([name, all]) => [name, all.sort().join('')]));
}

/** JSON with the names of every object in order: a record is the same however its fields came to stand. */
function stable(record: unknown): string {
  return JSON.stringify(record, (_name, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

type Picture = { hash: string; shelf: 'photos' | 'emblems'; name: string; applicationId: Id | null };

/** Every picture that a record names, once. */
export function picturesOf(state: State): Picture[] {
  const found = new Map<string, Picture>();
  for (const { id, photo, names } of state.applications.values()) {
    if (!photo) continue;
    const about = { shelf: 'photos' as const, name: fullName(names.latin), applicationId: id };
    for (const hash of [photo.picture, photo.original]) found.set(hash, { hash, ...about });
  }
  for (const { printed, applicationId } of state.certificates.values()) {
    if (!printed?.picture || found.has(printed.picture)) continue;
    const name = fullName(printed.names.latin);
    found.set(printed.picture, { hash: printed.picture, shelf: 'photos', name, applicationId });
  }
  for (const { design } of state.designs.values()) {
    const hash = design.emblem;
    if (hash) found.set(hash, { hash, shelf: 'emblems', name: '', applicationId: null });
  }
  return [...found.values()];
}

/** No number twice, none of nobody, and one living certificate a person. */
function checkNumbers(state: State, faults: FaultList): void {
  const bearers = new Set<string>();
  const alive = new Set<Id>();
  for (const { number, electionId, series, serial, applicationId, status, givenUp } of state.certificates.values()) {
    const application = state.applications.get(applicationId);
    const key = `${electionId} ${series} ${String(serial)}`;
    // A number that was given up stays on its paper, and is another's.
    if (givenUp === null && bearers.has(key)) faults.add('numberTwice', number, { applicationId });
    if (givenUp === null) bearers.add(key);
    if (!application) faults.add('numberOfNobody', number);
    if (!isAlive(status)) continue;
    if (alive.has(applicationId) && application) {
      faults.add('twoInForce', fullName(application.names.latin), { applicationId });
    }
    alive.add(applicationId);
  }
}
