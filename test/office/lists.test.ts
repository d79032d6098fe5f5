import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from '../../electron/office/office.ts';
import { someBody, someEvent, somePerson, someSettings, threeTimes } from '../support/fictitious.ts';
import { ask, noAnswers, openTestOffice, refusalOf, standingClock, temporaryFolder } from '../support/open-office.ts';
import { testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let eventId: string;

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, standingClock('2025-10-24'), answers);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
  eventId = (await ask(office, 'event.save', { id: null, fields: someEvent })).id;
  for (const [index, name] of ['=1+1 уюму', 'Башка уюм'].entries()) {
    const fields = { ...someBody, name: threeTimes(name) };
    const { id: bodyId } = await ask(office, 'body.save', { id: null, fields, correspondence: null });
    for (const n of [1, 2, 3]) {
      const person = { ...somePerson(index * 10 + n), photo: null, remarks: n === 1 ? '=HYPERLINK("x")' : '' };
      await ask(office, 'application.save', { id: null, eventId, bodyId, fields: person });
    }
  }
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

const filter = (search = '') => ({
  eventId,
  search,
  statuses: [],
  bodyIds: [],
  countries: [],
  decisionIds: [],
  categories: [],
});
const sorting = { column: 'number' as const, descending: true };

describe('a list on its way to a file', () => {
  it('holds the people found, in the order shown, in the columns chosen', async () => {
    answers.saveFile = join(place.folder, 'people.xlsx');
    const columns = await ask(office, 'list.columns', { language: 'ky' });
    const saved = await ask(office, 'list.save', {
      ...{ filter: filter(), sorting, language: 'ky', format: 'xlsx', job: 'list' },
      columns: [0, 2, 2, columns.length - 1],
    });
    expect(saved).toEqual({ saved: true });
    const rows = (await readXlsxFile(answers.saveFile))[0]?.data ?? [];
    expect(rows[0]).toEqual([columns[0], columns[2], columns.at(-1)]);
    expect(rows.slice(1).map(([number]) => number)).toEqual(['6', '5', '4', '3', '2', '1']);
  });

  it('is CSV that Excel opens right, in which nothing runs as a formula', async () => {
    answers.saveFile = join(place.folder, 'people.csv');
    const columns = (await ask(office, 'list.columns', { language: 'ru' })).map((_, index) => index);
    await ask(office, 'list.save', { filter: filter(), sorting, language: 'ru', format: 'csv', job: 'csv', columns });
    const text = await readFile(answers.saveFile, 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(8);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).not.toMatch(/(^|;)"?=/mu);
  });

  it('is refused in words when nobody is found, and nothing is written when the clerk thinks better of it', async () => {
    const wanted = { sorting, language: 'en' as const, format: 'csv' as const, job: 'none', columns: [0] };
    expect(await refusalOf(office, 'list.save', { ...wanted, filter: filter('жокболгон') })).toMatchObject({
      code: 'document.nothingToPrint',
    });
    answers.saveFile = null;
    expect(await ask(office, 'list.save', { ...wanted, filter: filter() })).toEqual({ saved: false });
  });
});
