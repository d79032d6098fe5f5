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

/** How far the words of a PDF's pages stay from their edges, in millimetres: the nearest of each. */
export function pdfWordBox(pdf: Pdf): Promise<{ left: number; top: number; right: number; bottom: number }> {
  return withFile(pdf, async (file) => {
    const { stdout } = await program('pdftotext', ['-bbox', file, '-'], { maxBuffer: largestOutput });
    const clear = { left: Infinity, top: Infinity, right: Infinity, bottom: Infinity };
    let page = { width: 0, height: 0 };
    const number = (tag: string, name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`, 'u').exec(tag)?.[1]);
    for (const [tag] of stdout.matchAll(/<(?:page|word)\b[^>]*>/gu)) {
      if (tag.startsWith('<page')) page = { width: number(tag, 'width'), height: number(tag, 'height') };
      else {
        clear.left = Math.min(clear.left, number(tag, 'xMin'));
        clear.top = Math.min(clear.top, number(tag, 'yMin'));
        clear.right = Math.min(clear.right, page.width - number(tag, 'xMax'));
        clear.bottom = Math.min(clear.bottom, page.height - number(tag, 'yMax'));
      }
    }
    const millimetres = 25.4 / 72;
    return {
      ...{ left: clear.left * millimetres, top: clear.top * millimetres },
      ...{ right: clear.right * millimetres, bottom: clear.bottom * millimetres },
    };
  });
}

export type Pixels = { width: number; height: number; data: Uint8ClampedArray };

/** Every page as a canvas would give it, grey in red, green, blue and opaque, at so many dots per inch. */
export function pdfPixels(pdf: Pdf, dotsPerInch: number): Promise<Pixels[]> {
  return withFile(pdf, async (file, folder) => {
    await program('pdftoppm', ['-gray', '-r', String(dotsPerInch), file, join(folder, 'page')]);
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort();
    return Promise.all(pages.map(async (page) => readGrey(await readFile(join(folder, page)))));
  });
}

/** A portable greymap: `P5`, width, height, 255, and a byte a pixel. */
function readGrey(bytes: Buffer): Pixels {
  const [head = '', width = '0', height = '0'] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', 0, 60)) ?? [];
  const data = new Uint8ClampedArray(Number(width) * Number(height) * 4).fill(255);
  bytes.subarray(head.length).forEach((grey, index) => {
    data.fill(grey, index * 4, index * 4 + 3);
  });
  return { width: Number(width), height: Number(height), data };
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
