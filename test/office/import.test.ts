import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { ZipFile } from 'yazl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportChange, ImportPreview, ImportRow } from '../../shared/contract/exchange.ts';
import type { Office } from '../../electron/office/office.ts';
import {
  ask,
  noAnswers,
  openTestOffice,
  refusalOf,
  standingClock,
  temporaryFolder,
  testCompiler,
} from '../support/open-office.ts';
import { someBody, someEvent, someSettings, someHead } from '../support/fictitious.ts';

const compiler = testCompiler();
const answers = noAnswers();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;
let eventId: string;
let bodyId: string;

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(join(place.folder, 'office'), compiler, standingClock('2025-11-10'), answers);
  await office.execute({ type: 'office.establish', settings: someSettings, sample: true });
  eventId = (await ask(office, 'event.save', { id: null, fields: someEvent })).id;
  bodyId = (await ask(office, 'body.save', { id: null, fields: someBody, correspondence: null })).id;
});

afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

const header = [
  '№',
  'Фамилия (лат.)',
  'Имя (лат.)',
  'Пол',
  'Дата рождения',
  'Гражданство',
  'Паспорт',
  'Действителен до',
  'Должность',
];

async function fileOf(name: string, content: string | Uint8Array): Promise<void> {
  answers.openFile = join(place.folder, name);
  await writeFile(answers.openFile, content);
}

async function xlsx(rows: (string | Date | number | null)[][]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) =>
      value === null
        ? null
        : value instanceof Date
          ? { value, type: Date, format: 'dd.mm.yyyy' }
          : typeof value === 'number'
            ? { value, type: Number }
            : { value, type: String },
    ),
  );
  return writeXlsxFile(cells, { sheet: 'Список' }).toBuffer();
}

const job = 'job-1';
const choose = (): Promise<ImportPreview | null> =>
  ask(office, 'import.choose', { eventId, bodyId, language: 'ru', job });
const rowsShown = (
  preview: ImportPreview | null,
  show: 'all' | 'open' | 'alike' | 'skipped' = 'all',
): Promise<ImportRow[]> =>
  ask(office, 'import.rows', { importId: preview?.importId ?? '', show, offset: 0, limit: 100 }).then(
    ({ rows }) => rows,
  );
const adjust = (preview: ImportPreview | null, change: ImportChange): Promise<ImportPreview> =>
  ask(office, 'import.adjust', { importId: preview?.importId ?? '', change, job });
const commit = (preview: ImportPreview | null): Promise<{ id: string; count: number }> =>
  ask(office, 'import.commit', { importId: preview?.importId ?? '', job });
/** The bad cells of the open rows, as `E2 field.date`. */
const badCells = async (preview: ImportPreview | null): Promise<string[]> =>
  (await rowsShown(preview, 'open')).flatMap(({ faults }) =>
    faults.map(({ row, column, code }) => `${column}${String(row)} ${code}`),
  );
const refusedFile = async (): Promise<string> =>
  (await refusalOf(office, 'import.choose', { eventId, bodyId, language: 'ky', job })).code;
/** The application with the highest number. */
const newest = () => [...office.state().applications.values()].sort((a, b) => b.number - a.number)[0];
const people = (): number => office.state().applications.size;

describe('a body’s table', () => {
  it('comes in from XLSX under its title, with columns known by their Russian headers', async () => {
    await fileOf(
      'list.xlsx',
      await xlsx([
        ['Список наблюдателей', null, null],
        [null],
        header,
        [
          1,
          'Oakthorpe',
          'Elowina',
          'ж',
          new Date(Date.UTC(1980, 4, 17)),
          'Монголия',
          'e1234567',
          '01.02.2031',
          'Эксперт',
        ],
        [2, 'Ashberg', 'Brynold', 'муж.', '3 марта 1975', 'Германия', 'C01X00T47', '2030-12-31', null],
        [null],
        [3, 'Ironfeld', 'Corander', 'м', '30/11/1969', 'USA', '565656565', '05.06.2029', 'Наблюдатель'],
      ]),
    );
    const preview = await choose();
    expect(preview).toMatchObject({ people: 3, open: 0, sheets: ['Список'], headerRow: 3 });
    expect(preview?.columns.map(({ field }) => field)).toEqual([
      null,
      'surname.latin',
      'given.latin',
      'sex',
      'birthDate',
      'citizenship',
      'document.number',
      'document.expiry',
      'position.ru',
    ]);
    const before = people();
    expect(await commit(preview)).toMatchObject({ count: 3 });
    expect(people()).toBe(before + 3);
    const [first, second, third] = [...office.state().applications.values()];
    expect(first).toMatchObject({
      names: { latin: { surname: 'Oakthorpe', given: 'Elowina' }, confirmed: false },
      sex: 'female',
      birthDate: '1980-05-17',
      citizenship: 'MNG',
      document: { number: 'E1234567', issuer: 'MNG', expiry: '2031-02-01' },
      status: 'draft',
    });
    expect(second).toMatchObject({ birthDate: '1975-03-03', citizenship: 'DEU' });
    expect(third).toMatchObject({ birthDate: '1969-11-30', citizenship: 'USA' });
  });

  it('names every bad cell by row and column, and takes in nobody', async () => {
    const csv = [
      header.join(';'),
      '1;Oakmere;Isolwen;женский;31.02.1980;Монголия;E7654321;01.02.2031;',
      '2;Дубов;Иван;м;01.01.1980;Нигде;E7654322;01.02.2031;',
      '3;Stonelund;Maristan;м;01.01.1980;Кыргызская Республика;E7654323;01.02.2031;',
      '4;Stonelund;Elowin;м;01.01.2020;Германия;E7654321;01.02.2031;',
      '5;Frostberg;Elowin;м;01.01.1981;Монголия;E1234567;01.02.2031;',
    ].join('\r\n');
    await fileOf('bad.csv', `\ufeff${csv}`);
    const preview = await choose();
    expect(preview).toMatchObject({ open: 5, people: 0, known: 1 });
    const named = await badCells(preview);
    expect(named.sort()).toEqual(
      [
        'E2 field.date',
        'B3 field.latinOnly',
        'C3 field.latinOnly',
        'F3 import.unknownValue',
        'F4 field.hostCitizen',
        'E5 field.tooYoung',
        'G6 import.sameDocumentInRegister',
      ].sort(),
    );
    const before = people();
    const refusal = await refusalOf(office, 'import.commit', { importId: preview?.importId ?? '', job });
    expect(refusal).toMatchObject({ code: 'import.unresolved', params: { count: 5 } });
    expect(people()).toBe(before);
  });

  it('refuses one travel document twice in a table', async () => {
    const row = (name: string) => `1;${name};Elowin;м;01.01.1980;Германия;D5550001;01.02.2031;`;
    await fileOf('twice.csv', [header.join(';'), row('Elmbrook'), row('Elmstead')].join('\n'));
    const preview = await choose();
    const [open] = await rowsShown(preview, 'open');
    expect(open?.faults).toMatchObject([
      { row: 3, column: 'G', code: 'import.sameDocumentInFile', params: { row: 2 } },
    ]);
    expect(await adjust(preview, { kind: 'skip', rows: [2], on: true })).toMatchObject({
      people: 1,
      open: 0,
      skipped: 1,
    });
  });

  it('can be mapped by hand, and a changed mapping is looked at again', async () => {
    await fileOf('mapped.csv', ['Фамилия (лат.);Имя (лат.);Что-то', 'Mapleberg;Isolwen;Главный советник'].join('\n'));
    const preview = await choose();
    const fields = ['surname.latin' as const, 'given.latin' as const, 'remarks' as const];
    const remapped = await adjust(preview, { kind: 'columns', fields });
    expect(remapped.columns[2]?.field).toBe('remarks');
    await commit(remapped);
    expect(newest()?.remarks).toBe('Главный советник');
    const next = await choose();
    expect(next?.columns[2]?.field, 'remembered for the body').toBe('remarks');
    expect(next?.remembered).toBe(true);
  });

  it('is read with whole names in one cell, in the order that the clerk chooses', async () => {
    const names = ['OAKHAM Elowina', 'Bram van der Ashfield', 'Ironmere, Corander', 'Асан'];
    await fileOf('whole.csv', ['Name and surname;Remarks', ...names.map((name) => `${name};`)].join('\n'));
    const preview = await choose();
    expect(preview).toMatchObject({ nameOrder: 'surname-last', headerRow: 1 });
    const read = async () => (await rowsShown(preview)).map(({ name, given }) => `${name}|${given}`);
    expect(await read()).toEqual(['OAKHAM|Elowina', 'van der Ashfield|Bram', 'Ironmere|Corander', 'Асан|']);
    await adjust(preview, { kind: 'nameOrder', order: 'surname-first' });
    expect((await read())[1]).toBe('Bram|van der Ashfield');
  });

  it('has its lookalike letters mended at a word, and its bad cells corrected one by one', async () => {
    const head = 'Surname;Given names;Фамилиясы кыргызча;Аты кыргызча;Date of birth;Passport number;Citizenship';
    // The first letter of the surname is Cyrillic, and the Kyrgyz name has a Khanty letter.
    await fileOf('letters.csv', [head, 'Оakfield;Elowina;Ӊаматов;Асан;31.02.1980;L1112223;Mongolia'].join('\n'));
    const preview = await choose();
    expect(preview).toMatchObject({ lookalikes: 1, open: 1 });
    const mended = await adjust(preview, { kind: 'mend', on: true });
    expect(mended).toMatchObject({ mended: true, open: 1 });
    expect(await badCells(mended)).toEqual(['E2 field.date']);
    const corrected = await adjust(preview, { kind: 'cell', row: 2, column: 4, text: '28.02.1980' });
    expect(corrected).toMatchObject({ open: 0, people: 1 });
    await commit(corrected);
    expect(newest()).toMatchObject({
      names: { latin: { surname: 'Oakfield' }, ky: { surname: 'Ңаматов' } },
      birthDate: '1980-02-28',
    });
  });

  it('reads a date whose cell lost its format, as the spreadsheet counts days', async () => {
    await fileOf(
      'serial.xlsx',
      await xlsx([
        ['Surname', 'Given names', 'Date of birth', 'Expiry date'],
        ['Willowmere', 'Tamsin', 29358, 47885],
      ]),
    );
    await choose().then(commit);
    expect(newest()).toMatchObject({
      birthDate: '1980-05-17',
      document: { expiry: '2031-02-06' },
    });
  });

  it('reads a header merged over two columns of a name, and a value merged over both', async () => {
    const cell = (value: string, more: { columnSpan?: number; rowSpan?: number } = {}) => ({
      value,
      type: String,
      ...more,
    });
    const bytes = await writeXlsxFile(
      [
        [cell('Байкоочулар', { columnSpan: 6 }), null, null, null, null, null],
        [
          cell('№'),
          cell('ФИО (лат.)', { columnSpan: 2 }),
          null,
          cell('Passport', { columnSpan: 2 }),
          null,
          cell('Пол'),
        ],
        [cell('OSCE / ODIHR', { columnSpan: 6 }), null, null, null, null, null],
        [cell('1'), cell('Sorrelby'), cell('Tansy Maud'), cell('S4410001', { columnSpan: 2 }), null, cell('ж')],
        [cell('2'), cell('Van Der Hollow Edric', { columnSpan: 2 }), null, cell('S4410002'), null, cell('м')],
        [cell('Всего: 2', { columnSpan: 6 }), null, null, null, null, null],
      ],
      { sheet: 'Список' },
    ).toBuffer();
    await fileOf('sideways.xlsx', bytes);
    const preview = await choose();
    expect(preview?.columns.map(({ header: text, field }) => [text, field])).toEqual([
      ['№', null],
      ['ФИО (лат.) · 1', 'surname.latin'],
      ['ФИО (лат.) · 2', 'given.latin'],
      ['Passport', 'document.number'],
      ['', null],
      ['Пол', 'sex'],
    ]);
    const rows = await rowsShown(preview);
    expect(rows.map(({ row, cells }) => [row, ...cells.slice(1, 4)])).toEqual([
      [4, 'Sorrelby', 'Tansy Maud', 'S4410001'],
      [5, 'Van Der Hollow', 'Edric', 'S4410002'],
    ]);
  });

  it('reads the headers below a merged one, and leaves to the clerk what two columns share', async () => {
    const cell = (value: string, more: { columnSpan?: number; rowSpan?: number } = {}) => ({
      value,
      type: String,
      ...more,
    });
    const bytes = await writeXlsxFile(
      [
        [
          cell('Full name', { columnSpan: 2 }),
          null,
          cell('Sex', { rowSpan: 2 }),
          cell('Passport', { columnSpan: 2 }),
          null,
        ],
        [cell('Surname'), cell('Given names'), null, cell('Series'), cell('Digits')],
        [cell('Sorrelby'), cell('Tansy'), cell('f'), cell('S'), cell('4410001')],
      ],
      { sheet: 'List' },
    ).toBuffer();
    await fileOf('below.xlsx', bytes);
    const below = await choose();
    expect(below).toMatchObject({ headerRow: 2, total: 1 });
    expect(below?.columns.slice(0, 3).map(({ field }) => field)).toEqual(['surname.latin', 'given.latin', 'sex']);
    const above = await ask(office, 'import.adjust', {
      ...{ importId: below?.importId ?? '', job, change: { kind: 'headerRow', row: 1 } },
    });
    expect(above.columns.map(({ header: text, field }) => [text, field]).slice(3)).toEqual([
      ['Passport · 1', null],
      ['Passport · 2', null],
    ]);
  });

  it('asks about people alike in the register and in the file, and keeps the verdict', async () => {
    const head = 'Surname;Given names;Date of birth;Passport number;Citizenship';
    await fileOf('first.csv', [head, 'Thornbury;Alasdair;04.06.1971;T1000001;Germany'].join('\n'));
    await choose().then(commit);
    await fileOf(
      'second.csv',
      [
        head,
        'Alasdair;Thornbury;04.06.1971;T7770001;Germany',
        'Larchwood;Seren;09.09.1990;T7770002;Germany',
        'Larchwold;Seren;09.09.1990;T7770099;Germany',
        'Thornbury;Alasdair;04.06.1971;T1000001;Germany',
      ].join('\n'),
    );
    const preview = await choose();
    const open = await rowsShown(preview, 'open');
    expect(open.map(({ row, suspects, faults }) => [row, suspects.length, faults.length])).toEqual([
      [2, 1, 0],
      [4, 1, 0],
      [5, 1, 1],
    ]);
    expect(open[0]?.suspects[0]).toMatchObject({ name: 'Thornbury Alasdair', likeness: { name: 'swapped' } });
    expect(open[1]?.suspects[0]).toMatchObject({ row: 3, number: null, likeness: { name: 'near' } });
    await adjust(preview, { kind: 'skipKnown' });
    await adjust(preview, { kind: 'apart', row: 2, on: true, remark: 'атасы менен баласы' });
    const settled = await adjust(preview, { kind: 'skip', rows: [4], on: true });
    expect(settled).toMatchObject({ people: 2, open: 0, skipped: 2 });
    await commit(settled);
    const swapped = [...office.state().applications.values()].find(({ document }) => document.number === 'T7770001');
    expect(swapped?.verdicts).toMatchObject([{ verdict: 'different-people', remark: 'атасы менен баласы' }]);
  });

  it('is taken back whole while nobody has touched its people', async () => {
    await fileOf('undo.csv', ['Surname;Given names', 'Fernhollow;Ailis', 'Fernhollow;Bram'].join('\n'));
    const before = people();
    const { id } = await choose().then(commit);
    expect(people()).toBe(before + 2);
    const [last] = await ask(office, 'import.list', { eventId });
    expect(last).toMatchObject({ id, people: 2, fileName: 'undo.csv', state: 'untouched' });
    const found = () =>
      ask(office, 'application.list', {
        filter: {
          eventId,
          search: 'fernhollow',
          statuses: [],
          bodyIds: [],
          countries: [],
          decisionIds: [],
          categories: [],
        },
        sorting: { column: 'latin', descending: false },
        language: 'ky',
        offset: 0,
        limit: 10,
      });
    expect((await found()).total).toBe(2);
    await ask(office, 'import.withdraw', { id });
    expect(people()).toBe(before);
    expect((await found()).total, 'nor in the lists').toBe(0);
    expect((await ask(office, 'import.list', { eventId }))[0]?.state).toBe('withdrawn');
  });

  it('has many people alike judged at once, each with a verdict of its own, or skipped at once', async () => {
    const head = 'Surname;Given names;Date of birth;Passport number;Citizenship';
    const known = [
      'Quillmere;Rowena;01.03.1966;Q1000001',
      'Vexbury;Osric;14.08.1958;V2222222',
      'Yarrow;Isolde;27.11.1981;Y3333333',
    ];
    await fileOf('known.csv', [head, ...known].join('\n'));
    await choose().then(commit);
    const alike = known.map((line) => line.replace(/;[QVY]\d/u, ';N9'));
    await fileOf('alike.csv', [head, ...alike].join('\n'));
    const preview = await choose();
    expect(preview).toMatchObject({ alike: 3, open: 3, people: 0 });
    const waiting = await rowsShown(preview, 'alike');
    expect(waiting.map(({ row }) => row)).toEqual([2, 3, 4]);
    const judged = await adjust(preview, { kind: 'apartMany', rows: [2, 3], remark: 'namesakes' });
    expect(judged).toMatchObject({ alike: 1, people: 2 });
    const skipped = await adjust(preview, { kind: 'skipAlike' });
    expect(skipped).toMatchObject({ alike: 0, open: 0, people: 2, skipped: 1 });
    await commit(skipped);
    expect(newest()?.verdicts).toMatchObject([{ verdict: 'different-people', remark: 'namesakes' }]);
  });

  it('takes in a citizen of the host country with a head’s leave only, which is recorded', async () => {
    const head = 'Surname;Given names;Date of birth;Passport number;Citizenship';
    await fileOf('host.csv', [head, 'Umbermoor;Selwyn;05.05.1985;AN5550001;Kyrgyz Republic'].join('\n'));
    const preview = await choose();
    expect(preview).toMatchObject({ hostCitizens: 1, open: 1, people: 0 });
    const leave = { justification: 'Interpreter of the mission' };
    const unjustified = { ...leave, justification: ' ' };
    const change = { kind: 'hostLeave' as const, rows: [2], leave: unjustified };
    const refusal = await refusalOf(office, 'import.adjust', { importId: preview?.importId ?? '', change, job });
    expect(refusal.code).toBe('application.overrideIncomplete');
    const allowed = await adjust(preview, { ...change, leave });
    expect(allowed).toMatchObject({ hostCitizens: 0, open: 0, people: 1 });
    expect((await rowsShown(allowed))[0]).toMatchObject({ hostCitizen: true, hostLeave: leave });
    const corrected = await adjust(preview, { kind: 'cell', row: 2, column: 1, text: 'Selwin' });
    expect(corrected, 'leave is given to the person who was read').toMatchObject({ hostCitizens: 1 });
    await adjust(preview, { ...change, leave });
    await commit(preview);
    expect(newest()).toMatchObject({ citizenship: 'KGZ', hostOverride: { ...leave, officer: someHead.name } });
  });

  it('never comes in by half: cancelled in the middle, it has to be chosen again', async () => {
    await fileOf('half.csv', ['Surname;Given names', 'Hazelwick;Ailis'].join('\n'));
    const importId = (await choose())?.importId ?? '';
    const adjusting = office.call('import.adjust', { importId, change: { kind: 'mend', on: true }, job: 'job-2' });
    office.cancelJob('job-2');
    expect(await adjusting).toMatchObject({ ok: false, refusal: { code: 'job.cancelled' } });
    expect((await refusalOf(office, 'import.commit', { importId, job })).code).toBe('import.unknown');
  });

  it('is let go of when the screen is left', async () => {
    await fileOf('left.csv', ['Surname;Given names', 'Hazelwick;Ailis'].join('\n'));
    const importId = (await choose())?.importId ?? '';
    await ask(office, 'import.discard', { importId });
    expect((await refusalOf(office, 'import.commit', { importId, job })).code).toBe('import.unknown');
  });

  it('is not asked for when the clerk closes the dialog', async () => {
    answers.openFile = null;
    expect(await choose()).toBeNull();
  });

  it.each([
    [
      'a picture',
      'picture.xlsx',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6, 7, 8]),
      'import.notASpreadsheet',
    ],
    [
      'half a workbook',
      'half.xlsx',
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3]),
      'import.notASpreadsheet',
    ],
    [
      'an old workbook',
      'old.xls',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'import.oldWorkbook',
    ],
    ['an empty file', 'empty.csv', '', 'import.empty'],
    ['blank cells', 'blank.csv', ';;;\n;;;\n', 'import.empty'],
    [
      'Windows-1251',
      'cp1251.csv',
      Uint8Array.from([0xd4, 0xe0, 0xec, 0xe8, 0xeb, 0xe8, 0xff, 0x3b, 0x31, 0x0a]),
      'import.notUnicode',
    ],
    ['more rows than any list', 'long.csv', `${header.join(';')}\n${'1;A;B\n'.repeat(20_001)}`, 'import.tooManyRows'],
    ['more bytes than any list', 'large.csv', 'x'.repeat(21 * 1024 * 1024), 'import.tooLarge'],
  ])('is refused with a clear code when it is %s', async (_what, name, content, code) => {
    await fileOf(name, content);
    const before = people();
    expect(await refusedFile()).toBe(code);
    expect(people()).toBe(before);
  });

  it('is refused when it is a zip that swells', async () => {
    const bomb = await new Promise<Buffer>((resolve) => {
      const zip = new ZipFile();
      const chunks: Buffer[] = [];
      zip.outputStream
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          resolve(Buffer.concat(chunks));
        });
      for (const name of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
        zip.addBuffer(Buffer.alloc(80 * 1024 * 1024), name);
      }
      zip.end();
    });
    await fileOf('bomb.xlsx', bomb);
    expect(await refusedFile()).toBe('import.tooLarge');
  });

  it('never runs what a cell says, in or out', async () => {
    await fileOf('formula.csv', ['Surname;Given names;Remarks', `Elmfeld;Elowin;'=HYPERLINK("x")`].join('\n'));
    const preview = await choose();
    expect(preview?.open).toBe(0);
    await commit(preview);
    expect(newest()?.remarks).toBe('=HYPERLINK("x")');
  });

  it('has a template with a header for every field, which comes back in through the same door', async () => {
    answers.saveFile = join(place.folder, 'template.xlsx');
    expect(await ask(office, 'import.saveTemplate', { language: 'ky' })).toEqual({ saved: true });
    answers.openFile = answers.saveFile;
    const preview = await choose();
    expect(preview, 'the example row is not a person').toMatchObject({ total: 0, people: 0, open: 0 });
    expect(preview?.columns.every(({ field }) => field !== null)).toBe(true);
  });
});
