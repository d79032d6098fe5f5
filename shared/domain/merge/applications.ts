/** What a merge does with applications: one of a travel document stays, and each has a number of its own in the register. */
import { documentSlot, holdsDocument, registerSlot, type State } from '../register/state.ts';
import type { Application } from '../records/application.ts';
import type { Id, Instant, IsoDate, Trilingual } from '../base/primitives.ts';

export type Renumbering = { applicationId: Id; from: number; to: number };

/** The day at the office, the moment, and why a person's second application is closed. */
type Closing = { today: IsoDate; at: Instant; duplicateReason: Trilingual };

/** The applications of each travel document that more than one holds. */
export function oneDocument(applications: Iterable<Application>): Id[][] {
  const holders = new Map<string, Application[]>();
  for (const application of applications) {
    const slot = holdsDocument(application) ? documentSlot(application) : null;
    if (slot) holders.set(slot, [...(holders.get(slot) ?? []), application]);
  }
  return [...holders.values()].filter((all) => all.length > 1).map((all) => all.map(({ id }) => id).sort());
}

/**
 * Which of the applications for one travel document may stay. Who was revoked cannot give way to another: the revocation
 * would be gone from the figures, and the person accredited past it.
 */
export function whoCanStay(applications: ReadonlyMap<Id, Application>, ids: readonly Id[]): Id[] {
  const revoked = ids.filter((id) => applications.get(id)?.status === 'revoked');
  return revoked.length > 0 ? revoked : [...ids];
}

export function closeOthers(
  applications: Map<Id, Application>,
  ids: readonly Id[],
  stays: Id,
  { today, at, duplicateReason }: Closing,
): void {
  for (const id of ids) {
    const application = applications.get(id);
    if (!application || id === stays) continue;
    const { accreditedOn, status, verdicts } = application;
    applications.set(id, {
      ...application,
      status: 'withdrawn',
      withdrawnOn: accreditedOn !== null && accreditedOn > today ? accreditedOn : today,
      withdrawalLetter: null,
      reason: duplicateReason,
      decisionId: status === 'on-agenda' ? null : application.decisionId,
      verdicts: [
        ...verdicts.filter(({ other }) => other !== stays),
        { other: stays, verdict: 'same-person', remark: '', at },
      ],
    });
  }
}

/** Who has a number here keeps it; a newcomer whose number is taken gets the next. */
export function renumber(state: State, electionId: Id, applications: Map<Id, Application>): Renumbering[] {
  const bearers = new Map<number, Id>();
  const others: Application[] = [];
  let highest = state.counters.get(registerSlot(electionId), 0);
  for (const application of applications.values()) {
    highest = Math.max(highest, application.number);
    if (state.applications.get(application.id)?.number === application.number)
      bearers.set(application.number, application.id);
    else others.push(application);
  }
  const renumbered: Renumbering[] = [];
  for (const application of others.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))) {
    const { id, number } = application;
    if (!bearers.has(number)) {
      bearers.set(number, id);
      continue;
    }
    highest += 1;
    applications.set(id, { ...application, number: highest });
    bearers.set(highest, id);
    renumbered.push({ applicationId: id, from: number, to: highest });
  }
  return renumbered;
}
