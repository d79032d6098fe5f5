/** Who acts in the open office: the operator signed in, with the role that the register gives them at this moment. */
import { actorOf, isActive, type Actor } from '#shared/domain/records/operator.ts';
import type { OperationName } from '#shared/contract/index.ts';
import type { State } from '#shared/domain/register/state.ts';

/** Milliseconds in which a form that goes with the screens may still hand in what was typed last. */
const lastWordsMs = 3_000;

export type Acting = {
  now(): Actor | null;
  /** Whoever acts now, or did until just now: what they typed last is theirs. */
  orLast(): Actor | null;
  /** Who may call this operation: whoever is signed in, and just after them their forms' last words. */
  for(name: OperationName): Actor | null;
  set(actor: Actor | null): void;
};

export function acting(state: () => State, first: Actor | null): Acting {
  let actor = first;
  let left: { actor: Actor; at: number } | null = null;
  const now = (): Actor | null => {
    if (!actor) return null;
    const known = state().operators.get(actor.id);
    if (!known) return actor;
    return isActive(known) ? actorOf(known) : null;
  };
  return {
    now,
    orLast: () => now() ?? left?.actor ?? null,
    for(name) {
      const current = now();
      if (current || name !== 'drafts.keep' || !left) return current;
      return performance.now() - left.at < lastWordsMs ? left.actor : null;
    },
    set(next) {
      const before = now();
      left = next === null && before ? { actor: before, at: performance.now() } : null;
      actor = next;
    },
  };
}
