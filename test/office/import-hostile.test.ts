import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInThread } from '../../electron/office/exchange/read-in-thread.ts';
import { projectRoot, temporaryFolder } from '../support/open-office.ts';
import { zipOf } from '../support/zip.ts';

const worker = join(projectRoot, 'electron', 'office', 'exchange', 'spreadsheet-worker.ts');
let place: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  place = await temporaryFolder();
});
afterAll(() => place.remove());

async function readFileOf(name: string, content: string | Uint8Array, signal = new AbortController().signal) {
  const path = join(place.folder, name);
  await writeFile(path, content);
  return readInThread(worker, path, signal);
}

async function refusalOfFile(name: string, content: string | Uint8Array): Promise<unknown> {
  const read = await readFileOf(name, content);
  return read.ok ? 'it was read' : read.refusal;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** A workbook of one sheet, written by hand; `sheet` is what stands inside `worksheet`. */
const workbook = (sheet: string, more: Record<string, string | Buffer> = {}): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Тизме" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}">${sheet}</worksheet>`,
    ...more,
  });

const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: string) => `<row r="${String(number)}">${cells}</row>`;
const list = `<sheetData>${row(1, cell('A1', 'Surname') + cell('B1', 'Given names'))}</sheetData>`;

/** The beginning of Microsoft's older files, with the name of a stream as it stands in them. */
const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(1024),
  ]);

describe('a file that is no plain table', () => {
  it('is read when it is one, to measure the others by', async () => {
    const read = await readFileOf('plain.xlsx', await workbook(list));
    expect(read).toMatchObject({
      ok: true,
      value: { sheets: [{ name: 'Тизме', rows: [['Surname', 'Given names']] }] },
    });
  });

  it('is refused with its macros', async () => {
    const bytes = await workbook(list, { 'xl/vbaProject.bin': Buffer.alloc(64) });
    expect(await refusalOfFile('macros.xlsm', bytes)).toMatchObject({ code: 'import.macros' });
  });

  it('is refused with its formulas, and the first cell is named', async () => {
    const sheet = `<sheetData>${row(1, cell('A1', 'Surname'))}${row(2, '<c r="A2"><f>HYPERLINK("http://x")</f><v>x</v></c>')}</sheetData>`;
    expect(await refusalOfFile('formulas.xlsx', await workbook(sheet))).toMatchObject({
      code: 'import.formulas',
      params: { file: 'formulas.xlsx', sheet: 'Тизме', cell: 'A2' },
    });
  });

  it('is refused when it is locked by a password, an old workbook, or a Word document old or new', async () => {
    expect(await refusalOfFile('locked.xlsx', compound('EncryptedPackage'))).toMatchObject({
      code: 'import.passwordProtected',
    });
    expect(await refusalOfFile('old.xls', compound('Workbook'))).toMatchObject({ code: 'import.oldWorkbook' });
    expect(await refusalOfFile('old.doc', compound('WordDocument'))).toMatchObject({ code: 'import.wordFile' });
    const docx = await zipOf({ 'word/document.xml': '<w:document/>' });
    expect(await refusalOfFile('list.xlsx', docx)).toMatchObject({ code: 'import.wordFile' });
  });

  it('is told how to be saved when it is a table of LibreOffice', async () => {
    const kind = 'application/vnd.oasis.opendocument.';
    const ods = await zipOf({ mimetype: `${kind}spreadsheet`, 'content.xml': '<office/>' });
    expect(await refusalOfFile('list.ods', ods)).toMatchObject({ code: 'import.openDocument' });
    const odt = await zipOf({ mimetype: `${kind}text`, 'content.xml': '<office/>' });
    expect(await refusalOfFile('list.odt', odt)).toMatchObject({ code: 'import.wordFile' });
  });

  it('is refused when it is another zip, a page or a picture under a table’s name', async () => {
    for (const [name, content] of [
      ['archive.xlsx', await zipOf({ 'a.txt': 'x' })],
      ['page.xlsx', '<html><body><table></table></body></html>'],
      ['program.csv', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
      ['broken.xlsx', (await workbook(list)).subarray(0, 200)],
    ] as const) {
      expect(await refusalOfFile(name, content), name).toMatchObject({ code: 'import.notASpreadsheet' });
    }
  });

  it('is refused at a million rows without being built in memory', async () => {
    const rows = Buffer.from(
      `${head}<worksheet xmlns="${main}"><sheetData>${'<row><c t="inlineStr"><is><t>A</t></is></c></row>'.repeat(1_000_000)}</sheetData></worksheet>`,
    );
    const bytes = await workbook('', { 'xl/worksheets/sheet1.xml': rows });
    expect(await refusalOfFile('long.xlsx', bytes)).toMatchObject({ code: 'import.tooManyRows' });
  });

  it('is refused when one cell stands a million rows down or thousands of columns away', async () => {
    const far = `<sheetData>${row(1_048_576, cell('A1048576', 'A'))}</sheetData>`;
    expect(await refusalOfFile('far.xlsx', await workbook(far))).toMatchObject({ code: 'import.tooManyRows' });
    const wide = `<sheetData>${row(1, cell('XFD1', 'A'))}</sheetData>`;
    expect(await refusalOfFile('wide.xlsx', await workbook(wide))).toMatchObject({ code: 'import.tooManyColumns' });
  });

  it('is refused when an entity would swell in it', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const bytes = await workbook('', {
      'xl/worksheets/sheet1.xml': `${head}${entities}<worksheet xmlns="${main}"><sheetData>${row(1, cell('A1', '&b;'))}</sheetData></worksheet>`,
    });
    const read = await readFileOf('entities.xlsx', bytes);
    const text = read.ok ? read.value.sheets.flatMap(({ rows }) => rows.flat()).join('') : '';
    expect(text).not.toContain('aaaaaaaaaa');
  });

  it('stops being read when the clerk cancels', async () => {
    const controller = new AbortController();
    const reading = readFileOf('cancelled.xlsx', await workbook(list), controller.signal);
    controller.abort();
    expect(await reading).toMatchObject({ ok: false, refusal: { code: 'job.cancelled' } });
  });
});

describe('a table with junk in it', () => {
  it('has merged cells filled down, and empty sheets left out', async () => {
    const sheet =
      `<sheetData>${row(1, cell('A1', 'Surname') + cell('B1', 'Position'))}` +
      `${row(2, cell('A2', 'Oakthorpe') + cell('B2', 'Observer'))}${row(3, cell('A3', 'Ashberg'))}</sheetData>` +
      '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
    const read = await readFileOf('merged.xlsx', await workbook(sheet));
    expect(read.ok && read.value.sheets[0]?.rows[2]).toEqual(['Ashberg', 'Observer']);
    const two = await writeXlsxFile([
      { data: [[]], sheet: 'Бош' },
      { data: [[{ value: 'Surname', type: String }]], sheet: 'Толук' },
    ]).toBuffer();
    const sheets = await readFileOf('two.xlsx', two);
    expect(sheets.ok && sheets.value.sheets.map(({ name }) => name)).toEqual(['Толук']);
  });
});
