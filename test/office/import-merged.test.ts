import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { importLab, job } from '../support/import-lab.ts';
import { ask } from '../support/open-office.ts';

const { office, fileOf, choose, rowsShown } = importLab();

const cell = (value: string, more: { columnSpan?: number; rowSpan?: number } = {}) => ({
  value,
  type: String,
  ...more,
});

describe('a table with merged cells', () => {
  it('reads a header merged over two columns of a name, and a value merged over both', async () => {
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
    const above = await ask(office(), 'import.adjust', {
      ...{ importId: below?.importId ?? '', job, change: { kind: 'headerRow', row: 1 } },
    });
    expect(above.columns.map(({ header: text, field }) => [text, field]).slice(3)).toEqual([
      ['Passport · 1', null],
      ['Passport · 2', null],
    ]);
  });
});
