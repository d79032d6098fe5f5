import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Office } from '../../electron/office/office.ts';
import { ask, openTestOffice, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;

/** An office in which everything that can happen has happened once. */
beforeAll(async () => {
  place = await temporaryFolder();
  await copyFile(join(import.meta.dirname, 'schema-1', 'journal.bytes'), join(place.folder, 'journal.jsonl'));
  office = await openTestOffice(place.folder, compiler, standingClock('2025-12-21'));
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

it('each person of a list stands between the one before and the one after, and nobody stands beyond its ends', async () => {
  const { electionId } = [...office.state().applications.values()][0]!;
  const filter = {
    electionId,
    search: '',
    statuses: [],
    organisationIds: [],
    countries: [],
    decisionIds: [],
    categories: [],
  };
  const list = { filter, sorting: { column: 'latin' as const, descending: true }, language: 'ky' as const };
  const { ids } = await ask(office, 'application.select', list);
  expect(ids.length).toBeGreaterThan(2);
  for (const [index, id] of ids.entries()) {
    expect(await ask(office, 'application.neighbours', { ...list, id })).toEqual({
      previous: ids[index - 1] ?? null,
      next: ids[index + 1] ?? null,
      place: index,
      total: ids.length,
    });
  }
});

it('one whom the list does not hold has no place in it', async () => {
  const { electionId, id } = [...office.state().applications.values()][0]!;
  const filter = {
    electionId,
    search: 'nobody',
    statuses: [],
    organisationIds: [],
    countries: [],
    decisionIds: [],
    categories: [],
  };
  const sorting = { column: 'latin' as const, descending: false };
  expect(await ask(office, 'application.neighbours', { id, filter, sorting, language: 'ky' })).toEqual({
    previous: null,
    next: null,
    place: null,
    total: 0,
  });
});
