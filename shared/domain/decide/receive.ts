/** Taking in another laptop's handover: one command, whole or not at all, and nothing when it brings nothing new. */
import { changesNothing, requiresSecretary, merge, type Merge, type MergeContext } from '../merge/index.ts';
import { roleRefusal } from '../rules/command-roles.ts';
import { secretaries } from '../records/operator.ts';
import { done, refuse, type Refused } from '../base/refusals.ts';
import { newKeys } from '../records/signing-key.ts';
import { incoherence } from '../merge/check-bundle.ts';
import { isAsAdopted } from '../rules/decision-content.ts';
import { nameOfDecision, settledQuestions } from '../merge/conflict-answers.ts';
import type { CommandOf, Decided, DecideContext } from '../register/commands.ts';
import type { MergeBundle } from '../records/received-handover.ts';
import type { State } from '../register/state.ts';

export function receiveHandover(
  state: State,
  { bundle, receipt, settlements, duplicateReason }: CommandOf<'handover.receive'>,
  { at, today, actor, sha256 }: DecideContext,
): Decided {
  const wrong = whyNotReceived(state, bundle, sha256);
  if (wrong) return wrong;
  const merged = merge(state, bundle, settlements, { at, today, duplicateReason, officer: actor.name });
  if (merged.open.length > 0) return refuse('handover.unsettled', { count: merged.open.length });
  const mayNot = merged.questions.some(requiresSecretary) ? roleRefusal(actor, secretaries) : null;
  if (mayNot) return mayNot;
  const keys = newKeys(state.signingKeys, bundle.keys, { giver: receipt.giver, at });
  if (changesNothing(merged) && keys.length === 0) return done([]);
  const { put, removed, versions, counts, lastNumber } = merged;
  const asked = new Set(merged.questions.map(({ key }) => key));
  return done([
    {
      type: 'handover.received',
      receipt: { ...receipt, at, counts, lastNumber, settled: settledQuestions(state, bundle, merged, settlements) },
      settlements: settlements.filter(({ question }) => asked.has(question)),
      ...{ put, removed, versions, keys },
    },
  ]);
}

/** What the merge would come to as things stand, for the clerk to look at; the refusal where it cannot be taken in at all. */
export function previewOf(
  state: State,
  bundle: MergeBundle,
  settlements: CommandOf<'handover.receive'>['settlements'],
  { sha256, ...context }: MergeContext & Pick<DecideContext, 'sha256'>,
): { merged: Merge } | Refused {
  const wrong = whyNotReceived(state, bundle, sha256);
  if (wrong) return wrong;
  return { merged: merge(state, bundle, settlements, context) };
}

/** A bag is taken in only when it is coherent in itself and changes nothing that never changes. */
export function whyNotReceived(state: State, bundle: MergeBundle, sha256: DecideContext['sha256']): Refused | null {
  if (state.replicaId === null) return refuse('office.notEstablished');
  if (bundle.replicaId === state.replicaId) return refuse('handover.ownBag');
  const twin = bundle.keys.some(
    ({ id, publicKey }) => (state.signingKeys.get(id)?.publicKey ?? publicKey) !== publicKey,
  );
  // Two keys of one short name: what one signed would be read as the other's.
  if (twin) return refuse('handover.inconsistent', { reason: 'keys' });
  const fault = incoherence(state, bundle);
  if (fault !== null) return refuse('handover.inconsistent', { reason: fault });
  const altered = bundle.records.decisions.find((decision) => !isAsAdopted(decision, sha256));
  return altered ? refuse('handover.decisionAltered', { decision: nameOfDecision(altered) }) : null;
}
