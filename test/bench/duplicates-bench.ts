/** What looking for duplicates costs at each pause in typing, beside asking every person of the register, in one run. */
import { isSuspicious, possibleDuplicatesOf, type Compared } from '#shared/domain/rules/duplicates.ts';
import { nameLikeness } from '#shared/text/name-likeness.ts';
import type { State } from '#shared/domain/register/state.ts';
import { fullPerson } from './large-office.ts';
import { median, timed } from './median.ts';
import { stateOf } from './search-bench.ts';

export type PossibleDuplicateCost = { people: number; indexed: number; slowest: number; scan: number; found: number };

/** Milliseconds. The made-up people share 2,100 birthdays, which crowds them ten times as much as in life. */
export async function measurePossibleDuplicates(people: number): Promise<PossibleDuplicateCost> {
  const state = stateOf(people);
  const typed = (n: number): Compared => {
    const { names, birthDate, document } = fullPerson(n);
    // Typed anew each time, as in the form: nothing that was heard of the names before helps.
    return { id: 'unsaved', electionId: 'event-1', names: { ...names }, birthDate, document, verdicts: [] };
  };
  const indexed: number[] = [];
  const scans: number[] = [];
  let found = 0;
  for (let turn = 1; turn <= 40; turn += 1) {
    const one = typed((turn * 2_477) % people);
    indexed.push(await timed(() => (found += possibleDuplicatesOf(state, one).length)));
  }
  for (let turn = 1; turn <= 5; turn += 1) {
    const one = typed((turn * 2_477) % people);
    scans.push(await timed(() => scan(state, one)));
  }
  return { people, indexed: median(indexed), slowest: Math.max(...indexed), scan: median(scans), found };
}

/** The same question without an index: everybody's name and birth date. */
function scan(state: State, typed: Compared): number {
  let found = 0;
  for (const other of state.applications.values()) {
    const birthDate = other.birthDate === typed.birthDate ? 'same' : null;
    if (isSuspicious({ name: nameLikeness(typed.names, other.names), birthDate, document: null })) found += 1;
  }
  return found;
}
