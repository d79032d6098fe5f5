import { describe, expect, it } from 'vitest';
import { importLab } from '../support/import-lab.ts';
import { zipOf } from '../support/zip.ts';

const { fileOf, choose, refusedFile, commit, newest, people } = importLab();

describe('a file from outside', () => {
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
    [
      'more rows than any list',
      'long.csv',
      `№;Фамилия (лат.);Имя (лат.)\n${'1;A;B\n'.repeat(20_001)}`,
      'import.tooManyRows',
    ],
    ['more bytes than any list', 'large.csv', 'x'.repeat(21 * 1024 * 1024), 'import.tooLarge'],
  ])('is refused with a clear code when it is %s', async (_what, name, content, code) => {
    await fileOf(name, content);
    const before = people();
    expect(await refusedFile()).toBe(code);
    expect(people()).toBe(before);
  });

  it('is refused when it is a zip that swells', async () => {
    const swelling = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'];
    const bomb = await zipOf(Object.fromEntries(swelling.map((name) => [name, Buffer.alloc(80 * 1024 * 1024)])));
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
});
