/** Looks at PDFs from outside, with poppler's programs: their text, and their pages as pictures. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = promisify(execFile);
const largestOutput = 64 * 1024 * 1024;

/** A PDF as a path or as its bytes. */
export type Pdf = string | Uint8Array;

async function withFile<T>(pdf: Pdf, use: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'observer-pdf-'));
  try {
    const file = typeof pdf === 'string' ? pdf : join(folder, 'document.pdf');
    if (typeof pdf !== 'string') await writeFile(file, pdf);
    return await use(file, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of every page, in reading order; blanks that hold a line together are read as blanks. */
export function pdfText(pdf: Pdf): Promise<string[]> {
  return withFile(pdf, async (file) => {
    const { stdout } = await program('pdftotext', ['-enc', 'UTF-8', file, '-'], { maxBuffer: largestOutput });
    // Every page ends with a form feed.
    return stdout.replaceAll('\u00a0', ' ').split('\f').slice(0, -1);
  });
}

/** Every page as PNG, at so many dots per inch. */
export function pdfPages(pdf: Pdf, dotsPerInch = 100): Promise<Buffer[]> {
  return withFile(pdf, async (file, folder) => {
    await program('pdftoppm', ['-png', '-r', String(dotsPerInch), file, join(folder, 'page')]);
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    return Promise.all(pages.map((page) => readFile(join(folder, page))));
  });
}

/** What poppler knows of a PDF, by its own names: Pages, Page size, Tagged, Title … */
export function pdfInfo(pdf: Pdf): Promise<Map<string, string>> {
  return withFile(pdf, async (file) => {
    const { stdout } = await program('pdfinfo', [file]);
    const pairs = stdout.split('\n').flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
    });
    return new Map(pairs);
  });
}
