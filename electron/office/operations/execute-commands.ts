/**
 * Decides and records commands, one at a time: each is decided on the state that the one before it left, and answered once
 * its line is in the journal on the disk.
 */
import { createHash } from 'node:crypto';
import { decide, decideRowByRow } from '#shared/domain/decide/index.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import type { Actor } from '#shared/domain/records/operator.ts';
import type { Command } from '#shared/domain/register/commands.ts';
import type { Id } from '#shared/domain/base/primitives.ts';
import type { OfficeEvent } from '#shared/domain/register/events.ts';
import type { State } from '#shared/domain/register/state.ts';
import { runCooperatively } from '../device/cooperative.ts';
import { todayOf, type Clock } from '../context/ports.ts';
import type { Signer } from '../access/signing-key.ts';
import type { Store } from '../store/store.ts';

/** A command that was accepted, with the facts decided on and the states before and after them. */
export type AcceptedChange = {
  seq: number;
  at: string;
  who: Id;
  command: Command;
  events: OfficeEvent[];
  before: State;
  after: State;
};

export type ExecutionOptions = {
  store: Store<State, OfficeEvent>;
  /** The name under which this laptop's changes are counted. */
  replicaId: Id;
  clock: Clock;
  signingKey: Outcome<Signer>;
  /** Hears of every accepted change, before it is answered. */
  onAccepted: (change: AcceptedChange) => void;
};

export type CommandExecution = {
  execute(command: Command, as: Actor | null): Promise<Outcome<OfficeEvent[]>>;
  /** What deciding answers as things stand; nothing is recorded. */
  check(command: Command, as: Actor): Outcome<OfficeEvent[]>;
  /** The public half goes into the journal with the office, and into an older office's when somebody next signs in. */
  recordKey(as: Actor | null): Promise<void>;
  /** Waits for the commands that were given so far. */
  settled(): Promise<void>;
};

export function executeCommands(options: ExecutionOptions): CommandExecution {
  const { store, replicaId, clock, signingKey, onAccepted } = options;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const decideAs = (actor: Actor, at: string) => ({ at, actor, today: todayOf(clock), sha256 });

  async function carry(command: Command, as: Actor | null): Promise<Outcome<OfficeEvent[]>> {
    if (!as) return refuse('access.locked');
    const at = clock.now().toISOString();
    const before = store.state;
    const decided = await runCooperatively(decideRowByRow(before, command, decideAs(as, at)));
    if (!decided.ok || decided.value.length === 0) return decided;
    // The first change after a new name tells it: an office that is only looked at writes nothing.
    const named: OfficeEvent[] = before.replicaId === replicaId ? [] : [{ type: 'office.replicaNamed', replicaId }];
    const kept = await store.commit({
      who: as.id,
      command: command.type,
      events: [...named, ...decided.value],
      at,
    });
    if (!kept.ok) return kept;
    onAccepted({
      seq: store.head.seq,
      at,
      who: as.id,
      command,
      events: decided.value,
      before,
      after: store.state,
    });
    return done(decided.value);
  }

  async function recordKey(as: Actor | null): Promise<void> {
    if (!as || !signingKey.ok || !store.state.settings) return;
    const { key } = signingKey.value;
    await inTurn(() => carry({ type: 'office.recordSigningKey', key }, as));
  }

  return {
    async execute(command, as) {
      const outcome = await inTurn(() => carry(command, as));
      if (outcome.ok && command.type === 'office.establish') await recordKey(as);
      return outcome;
    },
    check: (command, as) => decide(store.state, command, decideAs(as, clock.now().toISOString())),
    recordKey,
    async settled() {
      await last;
    },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
