/** Looks for what nobody may read without a password, in every file of a folder and in every way it may stand there. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Every file below a folder, by its path there. One that is renamed meanwhile, as Chromium does, is looked for anew. */
export async function filesBelow(folder: string): Promise<Map<string, Buffer>> {
  const mostTries = 20;
  for (let tries = 1; ; tries += 1) {
    try {
      return await readBelow(folder);
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isGone || tries === mostTries) throw error;
    }
  }
}

async function readBelow(folder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(relative(folder, path), await readFile(path));
  }
  return found;
}

/** A text as it may stand in a file: in either encoding, in any of the three ways base 64 falls, in hexadecimal. */
function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    return shifted.slice(shift === 0 ? 0 : 4, -4);
  });
  return [
    utf8,
    Buffer.from(text, 'utf16le'),
    Buffer.from(utf8.toString('hex')),
    ...base64.filter((one) => one.length >= 6).map((one) => Buffer.from(one)),
    Buffer.from(
      JSON.stringify(text)
        .replace(/[\u0080-\uffff]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .slice(1, -1),
    ),
  ];
}

/** Where any of some texts stands in a file's bytes, or in its name: `file: text`. */
export function plainTraces(files: ReadonlyMap<string, Buffer>, texts: readonly string[]): string[] {
  return [...files].flatMap(([name, bytes]) =>
    texts
      .filter((text) => name.includes(text) || formsOf(text).some((form) => bytes.includes(form)))
      .map((text) => `${name}: ${text}`),
  );
}
