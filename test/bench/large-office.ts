/** An office of any size on the disk, as the store writes it: a journal of two lines a person, and its snapshot. */
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { recordsOfState, stateOfRecords } from '../../electron/office/store/state-records.ts';
import { nodeFiles } from '../../electron/office/device/device.ts';
import { encodeLine } from '../../electron/office/store/journal-line.ts';
import { Place } from '../../electron/office/store/journal-reader.ts';
import { currentSchema } from '../../electron/office/store/migrations.ts';
import { SnapshotAdapter } from '../../electron/office/store/snapshot.ts';
import type { StoreOptions } from '../../electron/office/store/store.ts';
import { evolve } from '#shared/domain/evolve/index.ts';
import { OfficeEvent } from '#shared/domain/register/events.ts';
import { emptyState, type State } from '#shared/domain/register/state.ts';
import type { ApplicationFields } from '#shared/domain/records/application.ts';
import { someOrganisation, someElection, somePerson, someSettings } from '../support/fictitious.ts';

const electionId = '10000000-0000-4000-8000-000000000000';
const organisationId = '20000000-0000-4000-8000-000000000000';
const at = '2025-11-01T06:00:00.000Z';
/** As long as the office's own. */
export const personId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** With as many words as a real application has: about 1.2 KB of record. */
export function fullPerson(n: number): ApplicationFields {
  const person = somePerson(n);
  return {
    ...person,
    document: {
      ...person.document,
      mrz: ['P<MNGSAMPLE<<PERSON'.padEnd(44, '<'), 'SMP0000000MNG7503040M3001011'.padEnd(44, '<')],
    },
    position: {
      ky: 'Эл аралык кызматташуу башкармалыгынын башчысы',
      ru: 'Начальник управления международного сотрудничества',
      en: 'Head of the International Co-operation Department',
    },
    papers: ['application-form', 'passport-copy', 'photo', 'consent'],
    paperDays: {},
    stayFrom: '2025-11-25',
    stayTo: '2025-12-02',
  };
}

/** What a clerk's change of one person records. */
export const oneChange = (n: number): OfficeEvent => ({
  type: 'application.changed',
  id: personId(n),
  organisationId,
  fields: { ...fullPerson(n), remarks: 'Паспорттун көчүрмөсү кошумча келди' },
});

/** The store as the office opens it. */
export const officeStore = (folder: string): StoreOptions<State, OfficeEvent> => ({
  folder,
  initial: emptyState,
  evolve,
  records: recordsOfState,
  restore: stateOfRecords,
  parseEvent: (election) => OfficeEvent.parse(election),
  clock: () => new Date(at),
  snapshotEvery: 500,
});

function* commandsOf(people: number): Generator<OfficeEvent[]> {
  yield [{ type: 'office.established', settings: someSettings, sample: true }];
  yield [{ type: 'election.registered', id: electionId, fields: someElection }];
  yield [{ type: 'organisation.registered', id: organisationId, fields: someOrganisation }];
  for (let n = 1; n <= people; n += 1) {
    yield [
      { type: 'application.registered', id: personId(n), electionId, organisationId, number: n, fields: fullPerson(n) },
    ];
    yield [{ type: 'application.received', id: personId(n) }];
  }
}

/** Written with no flush between the lines, for the sake of time. */
export async function makeLargeOffice(folder: string, people: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, 'journal.jsonl'), 'w');
  let state = emptyState;
  const place = new Place();
  let pending: Buffer[] = [];
  for (const events of commandsOf(people)) {
    const line = { schema: currentSchema, at, who: someSettings.clerk, command: 'application.register' };
    const { bytes, sum } = encodeLine(
      { ...line, eventsJson: JSON.stringify(events) },
      place.head.hash,
      place.head.seq + 1,
    );
    place.pass({ seq: place.head.seq + 1, hash: sum }, bytes);
    state = events.reduce(evolve, state);
    pending.push(bytes);
    if (pending.length === 1_000) {
      await file.write(Buffer.concat(pending));
      pending = [];
    }
  }
  await file.write(Buffer.concat(pending));
  await file.sync();
  await file.close();
  const adapter = new SnapshotAdapter<State>(folder, nodeFiles, { records: recordsOfState, restore: () => null });
  await adapter.write({ mark: place.mark(), schema: currentSchema, state });
}
