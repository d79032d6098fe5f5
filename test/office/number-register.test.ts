import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NumberState } from '#shared/contract/number-register.ts';
import type { NumberBlock } from '#shared/domain/records/office.ts';
import { someSettings } from '../support/fictitious.ts';
import { accreditedOffice, must, type AccreditedOffice } from '../support/accredited-office.ts';
import { ask, noAnswers, refusalOf, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';
import { pdfText } from '../support/pdf.ts';

const compiler = testCompiler();
const day = '2025-10-24';
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let here: AccreditedOffice;

beforeAll(async () => {
  place = await temporaryFolder();
  here = await accreditedOffice(place.folder, { compiler, clock: standingClock(day), day, count: 5, answers });
});
afterAll(async () => {
  await here.office.close();
  await compiler.close();
  await place.remove();
});

const deal = (blocks: NumberBlock[]) =>
  ask(here.office, 'office.changeSettings', {
    settings: { ...someSettings, certificates: { ...someSettings.certificates, blocks } },
  });
const reserve = (...which: number[]) =>
  ask(here.office, 'certificate.reserve', { applicationIds: which.map((n) => here.people[n] ?? ''), issuedOn: day });
const filter = (states: NumberState[] = [], search = '') => ({ electionId: here.electionId, search, states });
const list = (states: NumberState[] = [], search = '') =>
  ask(here.office, 'numberRegister.list', { filter: filter(states, search), language: 'ru', offset: 0, limit: 500 });
const lines = async (states: NumberState[] = [], search = '') =>
  (await list(states, search)).rows.map(({ number, last, state }) => `${number}…${last} ${state}`);

describe('the register of all numbers', () => {
  it('shows a whole series as unused before anything is given', async () => {
    expect(await lines()).toEqual(['A-0001…A-9999 unused']);
  });

  it('shows each number given with its bearer, spoiled and lost ones with what stands for them', async () => {
    const { ids } = await reserve(0, 1);
    await must(here.office, { type: 'certificate.print', ids, paper: 'certificate' });
    const [spoiled = ''] = ids;
    await ask(here.office, 'certificate.report', { id: spoiled, as: 'spoiled', report: 'Принтерде бүктөлдү' });
    await ask(here.office, 'certificate.replace', { id: spoiled, issuedOn: day });
    expect(await lines()).toEqual([
      'A-0001…A-0001 spoiled',
      'A-0002…A-0002 printed',
      'A-0003…A-0003 reserved',
      'A-0004…A-9999 unused',
    ]);
    const { rows, counts } = await list();
    expect(rows[0]?.bearer).toMatchObject({ replacedBy: 'A-0003', report: 'Принтерде бүктөлдү' });
    expect(rows[2]?.bearer).toMatchObject({ replaces: 'A-0001', applicationId: here.people[0] });
    expect(counts.find(({ state }) => state === 'unused')?.count).toBe(9996);
    expect(
      counts.reduce((sum, { count }) => sum + count, 0),
      'every number of the series is counted once',
    ).toBe(9999);
  });

  it('shows what lies between blocks as not of this register: no gap goes unseen', async () => {
    await deal([
      { from: 10, to: 11 },
      { from: 20, to: 21 },
    ]);
    await reserve(2, 3, 4);
    expect(await lines()).toEqual([
      'A-0001…A-0001 spoiled',
      'A-0002…A-0002 printed',
      'A-0003…A-0003 reserved',
      'A-0004…A-0009 elsewhere',
      'A-0010…A-0010 reserved',
      'A-0011…A-0011 reserved',
      'A-0012…A-0019 elsewhere',
      'A-0020…A-0020 reserved',
      'A-0021…A-0021 unused',
    ]);
    // The block is taken back: what was left of it is no longer this laptop's to give.
    await deal([{ from: 30, to: 30 }]);
    expect((await lines()).slice(-2)).toEqual(['A-0021…A-0029 elsewhere', 'A-0030…A-0030 unused']);
  });

  it('is filtered by state, by name and by a number, also one that nobody bears', async () => {
    expect(await lines(['unused'])).toEqual(['A-0030…A-0030 unused']);
    expect(await lines(['spoiled', 'printed'])).toHaveLength(2);
    const bearer = (await list()).rows[1]?.bearer?.latin ?? '';
    expect(await lines([], bearer)).toEqual(['A-0002…A-0002 printed']);
    expect(await lines([], 'a-0025')).toEqual(['A-0021…A-0029 elsewhere']);
    expect(await lines([], 'A-0020')).toEqual(['A-0020…A-0020 reserved']);
    expect(await lines([], 'B-0025')).toEqual([]);
  });

  it('keeps a block of a hundred million numbers in a handful of lines', async () => {
    const wide = { ...someSettings.certificates, series: 'W', digits: 8, blocks: [{ from: 1, to: 99_999_999 }] };
    await ask(here.office, 'office.changeSettings', { settings: { ...someSettings, certificates: wide } });
    const { rows, total } = await list();
    expect(total).toBe(9);
    expect(rows.at(-1)).toMatchObject({ series: 'W', count: 99_999_999, state: 'unused' });
    await deal([{ from: 30, to: 30 }]);
  });

  it('goes to a table with everything the screen shows, and to paper with void numbers', async () => {
    answers.saveFile = join(place.folder, 'numbers.xlsx');
    const columns = ['number', 'state', 'person', 'organisation', 'issuedOn', 'receiver', 'remarks'];
    const all = { kind: 'numbers' as const, filter: filter() };
    const input = { list: all, columns, language: 'ky' as const, job: 'save' };
    expect(await ask(here.office, 'list.save', { ...input, format: 'xlsx' })).toEqual({ saved: true });
    const [sheet] = await readXlsx(answers.saveFile);
    const cells = sheet?.data ?? [];
    expect(cells).toHaveLength(1 + 10);
    expect(cells[1]?.slice(0, 2)).toEqual(['A-0001', 'Бузулган']);
    expect(String(cells[1]?.at(-1))).toBe('ордуна № A-0003; Принтерде бүктөлдү');
    answers.saveFile = join(place.folder, 'numbers.csv');
    await ask(here.office, 'list.save', { ...input, format: 'csv' });
    expect(await readFile(answers.saveFile, 'utf8')).toContain('A-0004 – A-0009;Бул реестрде жок');
    const nothing = { ...input, list: { ...all, filter: filter(['lost']) }, format: 'csv' as const };
    expect((await refusalOf(here.office, 'list.save', nothing)).code).toBe('document.nothingToPrint');
    const made = await ask(here.office, 'document.render', {
      request: { kind: 'number-register', filter: filter(['spoiled', 'elsewhere']) },
      languages: ['ky', 'ru', 'en'],
      record: false,
      job: 'pdf',
    });
    const pages = await pdfText(here.office.document(made.token)?.bytes ?? new Uint8Array());
    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain('Номерлердин реестри');
    expect(pages[1]).toContain('A-0012 – A-0019');
    expect(pages[2]).toContain('replaced by no. A-0003');
  });
});
