import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableLayout } from '../../electron/office/documents/table-data.ts';
import { locales } from '#locales/index.ts';
import type { ListKind, ListSource } from '#shared/contract/lists.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import type { Office } from '../../electron/office/office.ts';
import { pdfText } from '../support/pdf.ts';
import {
  someOrganisation,
  someDecision,
  someElection,
  somePerson,
  someSettings,
  threeTimes,
} from '../support/fictitious.ts';
import { ask, noAnswers, openTestOffice, refusalOf, standingClock, temporaryFolder } from '../support/open-office.ts';
import { testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let electionId: string;

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, standingClock('2025-10-24'), answers);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: false });
  electionId = (await ask(office, 'election.save', { id: null, fields: someElection })).id;
  for (const [index, name] of ['=1+1 уюму', 'Башка уюм'].entries()) {
    const fields = { ...someOrganisation, name: threeTimes(name) };
    const { id: organisationId } = await ask(office, 'organisation.save', { id: null, fields, correspondence: null });
    for (const n of [1, 2, 3]) {
      const person = { ...somePerson(index * 10 + n), photo: null, remarks: n === 1 ? '=HYPERLINK("x")' : '' };
      await ask(office, 'application.save', { id: null, electionId, organisationId, fields: person });
    }
  }
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

const filter = (search = '') => ({
  electionId,
  search,
  statuses: [],
  organisationIds: [],
  countries: [],
  decisionIds: [],
  categories: [],
});
const sorting = { column: 'number' as const, descending: true };

const everybody = (search = ''): ListSource => ({ kind: 'people', filter: filter(search), sorting });
const idsOf = async (kind: ListKind): Promise<string[]> =>
  (await ask(office, 'list.columns', { kind, language: 'ky' })).map(({ id }) => id);

describe('a list on its way to a file', () => {
  it('holds the people found, in the order shown, in the columns chosen and in their order', async () => {
    answers.saveFile = join(place.folder, 'people.xlsx');
    const columns = await ask(office, 'list.columns', { kind: 'people', language: 'ky' });
    const saved = await ask(office, 'list.save', {
      ...{ list: everybody(), language: 'ky', format: 'xlsx', job: 'list' },
      columns: ['remarks', 'number', 'number', 'latin', 'nothingOfOurs'],
    });
    expect(saved).toEqual({ saved: true });
    const rows = (await readXlsxFile(answers.saveFile))[0]?.data ?? [];
    const title = (id: string) => columns.find((column) => column.id === id)?.title;
    expect(rows[0]).toEqual([title('remarks'), title('number'), title('latin')]);
    expect(rows.slice(1).map(([, number]) => number)).toEqual(['6', '5', '4', '3', '2', '1']);
  });

  it('is CSV that Excel opens right, in which nothing runs as a formula', async () => {
    answers.saveFile = join(place.folder, 'people.csv');
    const columns = await idsOf('people');
    await ask(office, 'list.save', { list: everybody(), language: 'ru', format: 'csv', job: 'csv', columns });
    const text = await readFile(answers.saveFile, 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(8);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).not.toMatch(/(^|;)"?=/mu);
  });

  it('is refused in words when nobody is found, and nothing is written when the clerk thinks better of it', async () => {
    const wanted = { language: 'en' as const, format: 'csv' as const, job: 'none', columns: ['number'] };
    expect(await refusalOf(office, 'list.save', { ...wanted, list: everybody('жокболгон') })).toMatchObject({
      code: 'document.nothingToPrint',
    });
    expect(await refusalOf(office, 'list.save', { ...wanted, list: everybody(), columns: ['nothing'] })).toMatchObject({
      code: 'list.noColumns',
    });
    answers.saveFile = null;
    expect(await ask(office, 'list.save', { ...wanted, list: everybody() })).toEqual({ saved: false });
  });
});

describe('every list of the office', () => {
  const sources = async (): Promise<ListSource[]> => {
    const organisations = await ask(office, 'organisation.list', { electionId });
    const [draft] = await ask(office, 'decision.list', { electionId });
    return [
      everybody(),
      { kind: 'organisations', electionId, ids: organisations.map(({ organisation }) => organisation.id).reverse() },
      { kind: 'decisions', electionId },
      { kind: 'annex', decisionId: draft?.id ?? '' },
      {
        kind: 'certificates',
        filter: { electionId, search: '', states: [], organisationIds: [], decisionIds: [] },
        sorting: { column: 'latin', descending: false },
      },
      { kind: 'totals', electionId, day: '2025-10-24' },
      { kind: 'imports', electionId },
    ];
  };

  beforeAll(async () => {
    const [organisation] = await ask(office, 'organisation.list', { electionId });
    const ready = ['ready-1', 'ready-2', 'ready-3'];
    for (const [index, id] of ready.entries()) {
      const fields = somePerson(40 + index);
      await office.execute({
        type: 'application.save',
        id,
        electionId,
        organisationId: organisation?.organisation.id ?? '',
        fields,
      });
    }
    await office.execute({ type: 'application.markReady', ids: ready });
    const accredit = async (ids: string[], number: string | null) => {
      const { id } = await ask(office, 'decision.draft', { electionId, fields: someDecision });
      await ask(office, 'decision.extendAnnex', { id, applicationIds: ids, action: 'accredit' });
      if (number) await ask(office, 'decision.adopt', { id, adoption: { number, date: '2025-10-24' } });
    };
    await accredit(ready.slice(0, 2), '7');
    await accredit(ready.slice(2), null);
    answers.openFile = join(place.folder, 'list.csv');
    await writeFile(answers.openFile, 'Surname;Given names;Passport number\nSorrelby;Tansy;S1230001');
    const preview = await ask(office, 'import.choose', {
      ...{ electionId, organisationId: organisation?.organisation.id ?? '', language: 'ky', job: 'import' },
    });
    await ask(office, 'import.commit', { importId: preview?.importId ?? '', job: 'import' });
  });

  it('has the totals as the screen shows them: the whole first, then each way of counting', async () => {
    const day = '2025-10-24';
    const list: ListSource = { kind: 'totals', electionId, day };
    const totals = await ask(office, 'totals.at', { electionId, day });
    answers.saveFile = join(place.folder, 'totals.xlsx');
    const columns = await idsOf('totals');
    await ask(office, 'list.save', { list, language: 'ru', format: 'xlsx', job: 'totals', columns });
    const [, whole, ...rows] = (await readXlsxFile(answers.saveFile))[0]?.data ?? [];
    const words = locales.ru.totals;
    expect(whole?.map((cell) => cell ?? '')).toEqual([
      ...[words.total, '', String(totals.accredited), String(totals.withdrawn), String(totals.revoked)],
      String(totals.inForce),
    ]);
    expect(totals.accredited).toBe(2);
    for (const [by, count] of [
      [words.byOrganisation, totals.byOrganisation.length],
      [words.byKind, totals.byKind.length],
      [words.byCountry, totals.byCountry.length],
      [words.charts.byCategory, totals.byCategory.length],
      [words.charts.bySex, totals.bySex.length],
    ] as const) {
      const own = rows.filter(([first]) => first === by);
      expect(own, by).toHaveLength(count);
      expect(
        own.reduce((sum, [, , accredited]) => sum + Number(accredited), 0),
        by,
      ).toBe(totals.accredited);
    }
  });

  it.each(languages)('goes to a table and to paper with the same lines in %s', async (language) => {
    for (const list of await sources()) {
      const columns = await idsOf(list.kind);
      answers.saveFile = join(place.folder, `${list.kind}-${language}.xlsx`);
      await ask(office, 'list.save', { list, language, format: 'xlsx', job: 'table', columns });
      const [head = [], ...rows] = (await readXlsxFile(answers.saveFile))[0]?.data ?? [];
      expect(head).toHaveLength(columns.length);
      expect(head.every((title) => typeof title === 'string' && title !== '')).toBe(true);
      expect(rows.length, list.kind).toBeGreaterThan(0);

      const some = columns.slice(0, 6);
      const made = await ask(office, 'document.render', {
        request: { kind: 'list', list, columns: some },
        ...{ languages: [language], record: false, job: 'paper' },
      });
      const pages = await pdfText(office.document(made.token)?.bytes ?? new Uint8Array());
      const words = new Set(pages.join(' ').split(/[\s\u200b]+/u));
      for (const row of rows)
        for (const cell of row.slice(0, some.length))
          for (const word of String(cell ?? '').split(/\s+/u))
            if (word !== '') expect(words, `${list.kind}: ${String(cell)}`).toContain(word);
    }
  });

  it('names its filters, the election and the day on paper', async () => {
    const list: ListSource = { kind: 'people', filter: { ...filter(), statuses: ['accredited'] }, sorting };
    const reply = await office.call('document.render', {
      request: { kind: 'list', list, columns: ['latin', 'status'] },
      ...{ languages: ['ky'], record: false, job: 'paper' },
    });
    if (!reply.ok) throw new Error(JSON.stringify(reply.refusal));
    const { token } = reply.value as { token: string };
    const [page = ''] = await pdfText(office.document(token)?.bytes ?? new Uint8Array());
    expect(page).toContain(locales.ky.domain.status.accredited);
    expect(page).toContain('2025-жылдын 24-октябры');
  });

  it('with more columns than a page holds is refused in words', () => {
    expect(
      tableLayout(
        Array.from({ length: 30 }, () => 'Аккредитациялоо'),
        [],
      ),
    ).toMatchObject({ ok: false, refusal: { code: 'list.tooWide', params: { columns: '30' } } });
  });
});
