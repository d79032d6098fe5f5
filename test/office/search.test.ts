import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const search = (electionId: string, text: string) =>
  ask(office, 'search.everything', { electionId, search: text, language: 'ky' });

describe('the search over everything', () => {
  it('finds a person by each writing of the name, the travel document and the number of a certificate', async () => {
    const certificate = [...office.state().certificates.values()][0]!;
    const person = office.state().applications.get(certificate.applicationId)!;
    const { latin, ky, ru } = person.names;
    for (const text of [
      latin.surname.toLowerCase(),
      ky.surname,
      ru.surname,
      person.document.number,
      certificate.number,
    ]) {
      expect(text).not.toBe('');
      const { people } = await search(person.electionId, text);
      expect(people.map(({ id }) => id)).toContain(person.id);
    }
  });

  it('finds an organisation by each of its names and a decision by its number', async () => {
    const organisation = [...office.state().organisations.values()][0]!;
    const decision = [...office.state().decisions.values()].find(({ number }) => number !== null)!;
    for (const name of Object.values(organisation.name)) {
      expect((await search(decision.electionId, name)).organisations.map(({ id }) => id)).toContain(organisation.id);
    }
    const { decisions } = await search(decision.electionId, decision.number!);
    expect(decisions.map(({ id }) => id)).toContain(decision.id);
  });

  it('finds nobody for nothing, and no decision of another election', async () => {
    const { electionId } = [...office.state().decisions.values()][0]!;
    expect(await search(electionId, '  ')).toEqual({ people: [], peopleFound: 0, organisations: [], decisions: [] });
    const number = [...office.state().decisions.values()].find((decision) => decision.number !== null)!.number!;
    expect((await search('nowhere-at-all-00', number)).decisions).toEqual([]);
  });
});
