/** What one keystroke in the search costs the office: fold, scan, filter, and the rows of one screen. */
import { createRegistry } from '../../electron/office/registry/registry.ts';
import { applicationRow } from '../../electron/office/registry/rows.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import { someOrganisation, someElection, someSettings } from '../support/fictitious.ts';
import { fullPerson, personId } from './large-office.ts';
import { median, timed } from './median.ts';

export type KeystrokeCost = { people: number; median: number; slowest: number; first: number };

const rowsOfScreen = 60;
const today = '2025-11-01';

export function stateOf(people: number): State {
  let state = evolve(emptyState, { type: 'office.established', settings: someSettings, sample: true });
  state = evolve(state, { type: 'election.registered', id: 'event-1', fields: someElection });
  state = evolve(state, { type: 'organisation.registered', id: 'body-1', fields: someOrganisation });
  for (let n = 1; n <= people; n += 1) {
    const id = personId(n);
    const place = { id, electionId: 'event-1', organisationId: 'body-1', number: n };
    state = evolve(state, { type: 'application.registered', ...place, fields: fullPerson(n) });
  }
  return state;
}

/** Milliseconds. `first` is the list's first reading, which prepares the texts and the order for all later ones. */
export async function measureKeystrokes(people: number): Promise<KeystrokeCost> {
  const state = stateOf(people);
  const registry = createRegistry(state, () => today);
  const press = (search: string) => () => {
    const filter = {
      electionId: 'event-1',
      search,
      statuses: [],
      organisationIds: [],
      countries: [],
      decisionIds: [],
      categories: [],
    };
    const found = registry.people(filter, { column: 'ky', descending: false, language: 'ky' });
    return found.slice(0, rowsOfScreen).map((application) => applicationRow(state, application, today));
  };
  const first = await timed(press(''));
  // As a clerk types: every prefix of words that many, some, one and none of the people have.
  const typed = ['үлгүб', 'zzba', 'образецко', 'SMP279747', 'жокболгон'].flatMap((word) =>
    Array.from({ length: word.length }, (_, index) => word.slice(0, index + 1)),
  );
  const costs: number[] = [];
  for (let round = 0; round < 3; round += 1) for (const text of typed) costs.push(await timed(press(text)));
  return { people, median: median(costs), slowest: Math.max(...costs), first };
}
