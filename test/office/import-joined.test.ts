/** Tables that keep a patronymic or a passport's series in a column of its own. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportChange, ImportField, ImportPreview, ImportRow } from '#shared/contract/exchange.ts';
import type { Office } from '../../electron/office/office.ts';
import {
  ask,
  noAnswers,
  openTestOffice,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { someOrganisation, someElection, someSettings } from '../support/fictitious.ts';

const compiler = testCompiler();
const answers = noAnswers();
const job = 'job-1';
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let electionId: string;
let organisationId: string;

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, standingClock('2025-11-10'), answers);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: true });
  electionId = (await ask(office, 'election.save', { id: null, fields: someElection })).id;
  organisationId = (
    await ask(office, 'organisation.save', { id: null, fields: someOrganisation, correspondence: null })
  ).id;
});

afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

type Cell = string | { over: string; columns: number; rows?: number } | null;

/** Chooses a table; what stands `over` several columns or rows is merged. */
async function choose(rows: readonly (readonly Cell[])[]): Promise<ImportPreview> {
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return null;
      if (typeof cell === 'string') return { value: cell, type: String };
      return { value: cell.over, type: String, columnSpan: cell.columns, rowSpan: cell.rows ?? 1 };
    }),
  );
  answers.openFile = join(place.folder, 'table.xlsx');
  await writeFile(answers.openFile, await writeXlsxFile(cells, { sheet: 'Список' }).toBuffer());
  const preview = await ask(office, 'import.choose', { electionId, organisationId, language: 'ru', job });
  if (!preview) throw new Error('nothing was chosen');
  return preview;
}

const over = (text: string, columns: number, rows = 1): Cell => ({ over: text, columns, rows });
const fieldsOf = ({ columns }: ImportPreview) => columns.map(({ field }) => field);
const rowsShown = ({ importId }: ImportPreview): Promise<ImportRow[]> =>
  ask(office, 'import.rows', { importId, show: 'all', offset: 0, limit: 100 }).then(({ rows }) => rows);
const adjust = ({ importId }: ImportPreview, change: ImportChange): Promise<ImportPreview> =>
  ask(office, 'import.adjust', { importId, change, job });
const commit = ({ importId }: ImportPreview) => ask(office, 'import.commit', { importId, job });
const newest = () => [...office.state().applications.values()].sort((a, b) => b.number - a.number)[0];
const badCells = async (preview: ImportPreview): Promise<string[]> =>
  (await rowsShown(preview)).flatMap(({ faults }) =>
    faults.map(({ row, column, code }) => `${column}${String(row)} ${code}`),
  );

describe('a patronymic in a column of its own', () => {
  it('goes with the given names where most of its cells are in other letters', async () => {
    const mixed = await choose([
      [over('ФИО', 3), null, null],
      ['Oakthorpe', 'Elowin', 'Корандрович'],
      ['Ashberg', 'Brynold', 'Темирович'],
    ]);
    expect(fieldsOf(mixed)).toEqual(['surname.latin', 'given.latin', 'patronymic.latin']);
    expect(await badCells(mixed)).toEqual(['C2 field.latinOnly', 'C3 field.latinOnly']);
  });

  it('is known under one header merged over three columns, and joins the given names', async () => {
    const preview = await choose([
      [over('ФИО', 3), null, null, 'Гражданство', 'Паспорт'],
      ['Oakthorpe', 'Elowin', 'Corandrovich', 'Монголия', 'E7000001'],
      [over('Ashberg Brynold Temirovich', 3), null, null, 'Монголия', 'E7000002'],
      ['Frostberg', 'Isolwen', null, 'Монголия', 'E7000003'],
    ]);
    expect(fieldsOf(preview).slice(0, 3)).toEqual(['surname.latin', 'given.latin', 'patronymic.latin']);
    expect((await rowsShown(preview)).map(({ name, given }) => [name, given])).toEqual([
      ['Oakthorpe', 'Elowin Corandrovich'],
      ['Ashberg', 'Brynold Temirovich'],
      ['Frostberg', 'Isolwen'],
    ]);
    await commit(preview);
    expect(newest()?.names.latin).toEqual({ surname: 'Frostberg', given: 'Isolwen' });
  });

  it('is read alike in one cell with the whole name, in columns under headers of their own, and in three scripts', async () => {
    const preview = await choose([
      [
        'Surname',
        'Given names',
        'Middle name',
        over('Аты-жөнү', 3),
        null,
        null,
        over('Фамилия, имя, отчество', 3),
        null,
        null,
      ],
      ['Dubograd', 'Mirozar', 'Yavolin', 'Дубоград', 'Мирозар', 'Яволин', 'Дубоград', 'Мирозар', 'Яволин'],
    ]);
    const parts = ['surname', 'given', 'patronymic'];
    expect(fieldsOf(preview)).toEqual(
      ['latin', 'ky', 'ru'].flatMap((script) => parts.map((part) => `${part}.${script}`)),
    );
    await commit(preview);
    const joined = newest()?.names;
    await commit(
      await choose([
        ['Full name (as in the passport)', 'Аты-жөнү (кыргызча)', 'Ф. И. О. (по-русски)'],
        ['Dubograd Mirozar Yavolin', 'Дубоград Мирозар Яволин', 'Дубоград Мирозар Яволин'],
      ]).then((whole) => adjust(whole, { kind: 'apart', row: 2, on: true, remark: '' })),
    );
    expect(newest()?.names).toEqual(joined);
    expect(joined?.ru).toEqual({ surname: 'Дубоград', given: 'Мирозар Яволин' });
  });

  it('stands before the surname where the header says so, and beside the given names where it names no surname', async () => {
    const last = await choose([
      [over('Имя, отчество, фамилия', 3), null, null],
      ['Elowin', 'Corandrovich', 'Oakmere'],
    ]);
    expect(fieldsOf(last)).toEqual(['given.latin', 'patronymic.latin', 'surname.latin']);
    const beside = await choose([
      ['Фамилия', over('Имя и отчество', 2), null],
      ['Oakmere', 'Elowin', 'Corandrovich'],
    ]);
    expect(fieldsOf(beside)).toEqual(['surname.latin', 'given.latin', 'patronymic.latin']);
  });

  it('is not said twice where the name holds it already, and a dash stands for none', async () => {
    const preview = await choose([
      ['Surname', 'Given names', 'Patronymic'],
      ['Oakvale', 'Elowin Corandrovich', 'Corandrovich'],
      ['OAKVALE', 'BRYNOLD TEMIROVICH', 'Temirovich'],
      ['Oakvale', 'Temir', 'Temir'],
      ['Oakvale', 'Isolwen', '-'],
      ['Oakvale', 'Maren', '—'],
    ]);
    expect(await badCells(preview)).toEqual([]);
    expect((await rowsShown(preview)).map(({ given }) => given)).toEqual([
      'Elowin Corandrovich',
      'BRYNOLD TEMIROVICH',
      'Temir Temir',
      'Isolwen',
      'Maren',
    ]);
    const whole = await choose([
      ['Full name (as in the passport)', 'Patronymic'],
      ['Oakvale Elowin Corandrovich', 'Corandrovich'],
    ]);
    expect((await rowsShown(whole)).map(({ given }) => given)).toEqual(['Elowin Corandrovich']);
  });

  it('has its own bad letters shown in its own cell, and fixed there', async () => {
    const preview = await choose([
      ['Surname', 'Given names', 'Patronymic'],
      ['Oakstead', 'Elowin', 'Коровин'],
    ]);
    expect(await badCells(preview)).toEqual(['C2 field.latinOnly']);
    const fixed = await adjust(preview, { kind: 'cell', row: 2, column: 2, text: 'Korovin' });
    expect(fixed.open).toBe(0);
    const tooLong = await adjust(preview, { kind: 'cell', row: 2, column: 2, text: 'K'.repeat(118) });
    expect(tooLong.open).toBe(1);
    expect(await badCells(preview)).toEqual(['C2 import.valueTooLong']);
  });
});

describe('a passport’s series and number in two columns', () => {
  const people = (...documents: [series: Cell, number: Cell][]): Cell[][] =>
    documents.map(([series, number], at) => ['Elmbrook', `Isolwen ${'ABCDEFG'[at] ?? ''}`, series, number]);

  it('are known under one merged header by what stands in them, and are joined', async () => {
    const preview = await choose([
      ['Surname', 'Given names', over('Паспорт', 2), null],
      ...people(
        ['AN', '8000001'],
        ['75', '8000002'],
        ['IV ab', '8000003'],
        ['AN', 'AN8000004'],
        [over('AN8000005', 2), null],
      ),
    ]);
    expect(fieldsOf(preview).slice(2)).toEqual(['document.series', 'document.number']);
    expect((await rowsShown(preview)).map(({ document }) => document)).toEqual([
      'AN8000001',
      '758000002',
      'IVAB8000003',
      'AN8000004',
      'AN8000005',
    ]);
  });

  it('have the series once, in whatever letters either is written, and a dash stands for none', async () => {
    const preview = await choose([
      ['Surname', 'Given names', 'Серия', 'Номер паспорта'],
      ...people(['an', 'AN8600001'], ['AN', 'an 8600002'], ['-', '8600003'], ['—', '8600004'], ['AN', '-']),
    ]);
    expect((await rowsShown(preview)).map(({ document }) => document)).toEqual([
      'AN8600001',
      'AN 8600002',
      '8600003',
      '8600004',
      '',
    ]);
    expect(await badCells(preview)).toEqual(['D6 field.required']);
  });

  it('are known by headers of their own, beside each other or below a merged one', async () => {
    const own = await choose([
      ['№', 'Surname', 'Given names', 'Серия', 'Номер'],
      ['1', 'Elmstead', 'Isolwen', 'AN', '8100001'],
    ]);
    expect(fieldsOf(own)).toEqual([null, 'surname.latin', 'given.latin', 'document.series', 'document.number']);
    const below = await choose([
      [over('ФИО', 3), null, null, over('Паспорт', 2), null],
      ['Фамилия', 'Имя', 'Отчество', 'серия', 'номер'],
      ['Elmstead', 'Isolwen', 'Brynoldova', 'AN', '8100002'],
    ]);
    expect(below.headerRow).toBe(2);
    expect(fieldsOf(below)).toEqual([
      'surname.latin',
      'given.latin',
      'patronymic.latin',
      'document.series',
      'document.number',
    ]);
    await commit(below);
    expect(newest()).toMatchObject({
      names: { latin: { surname: 'Elmstead', given: 'Isolwen Brynoldova' } },
      document: { number: 'AN8100002' },
    });
  });

  it('are not made of a number and a date under one header', async () => {
    const preview = await choose([
      ['Surname', 'Given names', over('Паспорт', 2), null],
      ['Elmwood', 'Isolwen', 'AN8200001', '01.02.2031'],
    ]);
    expect(fieldsOf(preview).slice(2)).toEqual([null, null]);
  });

  it('say in which cell something is wrong, and never make a number of a series alone', async () => {
    const preview = await choose([
      ['Surname', 'Given names', 'Серия', 'Номер паспорта'],
      ...people(['A#', '8300001'], ['AN', null], ['AN', '???'], [null, '8300004']),
    ]);
    expect(await badCells(preview)).toEqual([
      'C2 field.documentNumber',
      'D3 field.required',
      'D4 field.documentNumber',
    ]);
    const [, without] = await rowsShown(preview);
    expect(without?.document).toBe('');
  });

  it('make one person of a document that is in the register as one number', async () => {
    await commit(
      await choose([
        ['Surname', 'Given names', 'Passport number', 'Citizenship'],
        ['Hollowell', 'Seren', 'AN8400001', 'Mongolia'],
      ]),
    );
    const again = await choose([
      ['Surname', 'Given names', 'Passport series', 'Number', 'Citizenship'],
      ['Thornbury', 'Alasdair', 'an', '8400001', 'Mongolia'],
    ]);
    expect(again.known).toBe(1);
    expect(await badCells(again)).toEqual(['D2 import.sameDocumentInRegister']);
  });
});

describe('what the clerk says of such columns', () => {
  it('is kept for the organisation’s next table, and can be taken back', async () => {
    const odd: Cell[][] = [
      ['Surname', 'Given names', 'Третье', 'Знаки', 'Цифры'],
      ['Willowmere', 'Tamsin', 'Aylward', 'AN', '8500001'],
    ];
    const preview = await choose(odd);
    expect(fieldsOf(preview).slice(2)).toEqual([null, null, null]);
    const fields: (ImportField | null)[] = [
      'surname.latin',
      'given.latin',
      'patronymic.latin',
      'document.series',
      'document.number',
    ];
    const said = await adjust(preview, { kind: 'columns', fields });
    const [row] = await rowsShown(said);
    expect([row?.given, row?.document]).toEqual(['Tamsin Aylward', 'AN8500001']);
    await commit(said);
    const next = await choose([odd[0] ?? [], ['Willowmere', 'Rowena', 'Aylward', 'AN', '8500002']]);
    expect(next.remembered).toBe(true);
    expect(fieldsOf(next)).toEqual(fields);
    const without = await adjust(next, {
      kind: 'columns',
      fields: ['surname.latin', 'given.latin', null, null, 'document.number'],
    });
    const [bare] = await rowsShown(without);
    expect([bare?.given, bare?.document]).toEqual(['Rowena', '8500002']);
  });
});
