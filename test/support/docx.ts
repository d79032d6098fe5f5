/** Looks into DOCX files from outside: what is in the zip, and the texts and tables of the document. */
import { promisify } from 'node:util';
import yauzl from 'yauzl';

export type DocxTable = { rows: string[][]; /** Rows that come back on every page. */ headRows: number };
export type DocxContent = {
  paragraphs: string[];
  tables: DocxTable[];
  headers: string[];
  footers: string[];
  sections: number;
};

/** The texts of the files in a zip, by name. */
export async function zipTexts(path: string): Promise<Map<string, string>> {
  const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);
  const zip = await open(path, { lazyEntries: true });
  const texts = new Map<string, string>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) {
          reject(error);
          return;
        }
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          texts.set(entry.fileName, Buffer.concat(pieces).toString('utf8'));
          zip.readEntry();
        });
      });
    });
    zip.on('end', () => resolve(texts));
    zip.on('error', reject);
    zip.readEntry();
  });
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml.replace(/&(lt|gt|amp|quot|apos);/gu, (_, name: string) => entities[name] ?? '');

/** The text of one paragraph or cell: its runs one after the other. */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => plain(text)).join('');
const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${name}(?: [^>]*)?>.*?</w:${name}>`, 'gsu'))].map(([element]) => element);

/** Every element that was opened was closed, in order: no word processor would open the file otherwise. */
function checkWellFormed(xml: string, name: string): void {
  const open: string[] = [];
  for (const [, closing, tag, own] of xml.matchAll(/<(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?)>/gu)) {
    if (closing) {
      const last = open.pop();
      if (last !== tag) throw new Error(`${name}: </${tag ?? ''}> closes <${last ?? ''}>`);
    } else if (!own && tag) open.push(tag);
  }
  if (open.length > 0) throw new Error(`${name}: <${open.join('> <')}> is not closed`);
}

export async function readDocx(path: string): Promise<DocxContent> {
  const files = await zipTexts(path);
  const xml = files.get('word/document.xml') ?? '';
  if (!files.has('[Content_Types].xml') || xml === '') throw new Error(`${path} is no DOCX file`);
  for (const [name, text] of files) if (name.endsWith('.xml')) checkWellFormed(text, name);
  const like = (part: string) =>
    [...files].filter(([name]) => name.startsWith(`word/${part}`)).map(([, text]) => textOf(text));
  return {
    paragraphs: elements(xml, 'p').map(textOf),
    tables: elements(xml, 'tbl').map((table) => {
      const rows = elements(table, 'tr');
      return {
        rows: rows.map((row) => elements(row, 'tc').map(textOf)),
        headRows: rows.filter((row) => row.includes('<w:tblHeader')).length,
      };
    }),
    headers: like('header'),
    footers: like('footer'),
    sections: xml.split('<w:sectPr').length - 1,
  };
}
