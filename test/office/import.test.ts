import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { importLab, job } from '../support/import-lab.ts';
import { ask, refusalOf } from '../support/open-office.ts';

const { answers, office, beside, fileOf, choose, rowsShown, adjust, commit, badCells, newest, people } = importLab();

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

describe('an organisation’s table', () => {
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
    const [first, second, third] = [...office().state().applications.values()];
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
    const refusal = await refusalOf(office(), 'import.commit', { importId: preview?.importId ?? '', job });
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

  it('has its lookalike letters fixed at a word, and its bad cells corrected one by one', async () => {
    const head = 'Surname;Given names;Фамилиясы кыргызча;Аты кыргызча;Date of birth;Passport number;Citizenship';
    // The first letter of the surname is Cyrillic, and the Kyrgyz name has a Khanty letter.
    await fileOf('letters.csv', [head, 'Оakfield;Elowina;Ӊаматов;Асан;31.02.1980;L1112223;Mongolia'].join('\n'));
    const preview = await choose();
    expect(preview).toMatchObject({ lookalikes: 1, open: 1 });
    const fixed = await adjust(preview, { kind: 'fix', on: true });
    expect(fixed).toMatchObject({ fixed: true, open: 1 });
    expect(await badCells(fixed)).toEqual(['E2 field.date']);
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

  it('never comes in by half: cancelled in the middle, it has to be chosen again', async () => {
    await fileOf('half.csv', ['Surname;Given names', 'Hazelwick;Ailis'].join('\n'));
    const importId = (await choose())?.importId ?? '';
    const adjusting = office().call('import.adjust', { importId, change: { kind: 'fix', on: true }, job: 'job-2' });
    office().cancelJob('job-2');
    expect(await adjusting).toMatchObject({ ok: false, refusal: { code: 'job.cancelled' } });
    expect((await refusalOf(office(), 'import.commit', { importId, job })).code).toBe('import.unknown');
  });

  it('is let go of when the screen is left', async () => {
    await fileOf('left.csv', ['Surname;Given names', 'Hazelwick;Ailis'].join('\n'));
    const importId = (await choose())?.importId ?? '';
    await ask(office(), 'import.discard', { importId });
    expect((await refusalOf(office(), 'import.commit', { importId, job })).code).toBe('import.unknown');
  });

  it('is not asked for when the clerk closes the dialog', async () => {
    answers.openFile = null;
    expect(await choose()).toBeNull();
  });

  it('has a template with a header for every field, which comes back in through the same door', async () => {
    answers.saveFile = beside('template.xlsx');
    expect(await ask(office(), 'import.saveTemplate', { language: 'ky' })).toEqual({ saved: true });
    answers.openFile = answers.saveFile;
    const preview = await choose();
    expect(preview, 'the example row is not a person').toMatchObject({ total: 0, people: 0, open: 0 });
    expect(preview?.columns.every(({ field }) => field !== null)).toBe(true);
  });
});
