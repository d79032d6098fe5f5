import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { ZipFile } from 'yazl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../shared/contract/exchange.ts';
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
import { someBody, someEvent, someSettings } from '../support/fictitious.ts';

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

const choose = (): Promise<ImportPreview | null> => ask(office, 'import.choose', { eventId, bodyId, language: 'ru' });
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
    expect(preview).toMatchObject({ people: 3, faultCount: 0, sheet: 'Список' });
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
    expect(await ask(office, 'import.commit', { importId: preview?.importId ?? '' })).toEqual({ count: 3 });
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
    const named = preview?.faults.map(({ row, column, code }) => `${column}${String(row)} ${code}`);
    expect(named?.sort()).toEqual(
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
    const refusal = await refusalOf(office, 'import.commit', { importId: preview?.importId ?? '' });
    expect(refusal.code).toBe('import.hasFaults');
    expect(people()).toBe(before);
  });

  it('refuses one travel document twice in a table', async () => {
    const row = (name: string) => `1;${name};Elowin;м;01.01.1980;Германия;D5550001;01.02.2031;`;
    await fileOf('twice.csv', [header.join(';'), row('Elmbrook'), row('Elmstead')].join('\n'));
    const preview = await choose();
    expect(preview?.faults).toMatchObject([
      { row: 3, column: 'G', code: 'import.sameDocumentInFile', params: { other: 2 } },
    ]);
  });

  it('can be mapped by hand, and a changed mapping is looked at again', async () => {
    await fileOf('mapped.csv', ['Фамилия (лат.);Имя (лат.);Что-то', 'Mapleberg;Isolwen;Главный советник'].join('\n'));
    const preview = await choose();
    const remapped = await ask(office, 'import.remap', {
      importId: preview?.importId ?? '',
      fields: ['surname.latin', 'given.latin', 'remarks'],
    });
    expect(remapped.columns[2]?.field).toBe('remarks');
    await ask(office, 'import.commit', { importId: remapped.importId });
    expect([...office.state().applications.values()].at(-1)?.remarks).toBe('Главный советник');
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
      'import.notASpreadsheet',
    ],
    ['an empty file', 'empty.csv', '', 'import.empty'],
    ['blank cells', 'blank.csv', ';;;\n;;;\n', 'import.empty'],
    [
      'Windows-1251',
      'cp1251.csv',
      Uint8Array.from([0xd4, 0xe0, 0xec, 0xe8, 0xeb, 0xe8, 0xff, 0x3b, 0x31, 0x0a]),
      'import.unreadable',
    ],
    ['no known header', 'headless.csv', 'a;b;c\n1;2;3\n', 'import.noNameColumn'],
    ['more rows than any list', 'long.csv', `${header.join(';')}\n${'1;A;B\n'.repeat(20_001)}`, 'import.tooManyRows'],
    ['more bytes than any list', 'large.csv', 'x'.repeat(21 * 1024 * 1024), 'import.tooLarge'],
  ])('is refused with a clear code when it is %s', async (_what, name, content, code) => {
    await fileOf(name, content);
    const before = people();
    expect((await refusalOf(office, 'import.choose', { eventId, bodyId, language: 'ky' })).code).toBe(code);
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
    expect((await refusalOf(office, 'import.choose', { eventId, bodyId, language: 'ky' })).code).toBe(
      'import.tooLarge',
    );
  });

  it('never runs what a cell says, in or out', async () => {
    await fileOf('formula.csv', ['Surname;Given names;Remarks', `Elmfeld;Elowin;'=HYPERLINK("x")`].join('\n'));
    const preview = await choose();
    expect(preview?.faultCount).toBe(0);
    await ask(office, 'import.commit', { importId: preview?.importId ?? '' });
    expect([...office.state().applications.values()].at(-1)?.remarks).toBe('=HYPERLINK("x")');
  });

  it('has a template with a header for every field, which comes back in through the same door', async () => {
    answers.saveFile = join(place.folder, 'template.xlsx');
    expect(await ask(office, 'import.saveTemplate', { language: 'ky' })).toEqual({ saved: true });
    answers.openFile = answers.saveFile;
    const preview = await choose();
    expect(preview?.people).toBe(0);
    expect(preview?.columns.every(({ field }) => field !== null)).toBe(true);
  });
});
