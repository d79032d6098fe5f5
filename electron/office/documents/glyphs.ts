/** Which letters the documents' fonts have: a letter that none has stops the print, with the name of the person. */
import { readFileSync } from 'node:fs';

const cmapTag = 0x636d6170;

/** Code points that at least one of the font files can draw. */
export function coverageOf(paths: readonly string[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const path of paths) readCmap(readFileSync(path), covered);
  return covered;
}

/** Signs without a drawing of their own: blanks, and the marks that say where a line may break. */
const invisible = new Set([0x20, 0xa0, 0x200b, 0x202f, 0x2009]);

/** The first letter of a text that cannot be drawn, or null. */
export function missingGlyph(text: string, covered: ReadonlySet<number>): string | null {
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (!covered.has(code) && !invisible.has(code)) return letter;
  }
  return null;
}

/** Reads the Unicode tables (formats 4 and 12) of an OpenType font's `cmap`. */
function readCmap(font: Buffer, covered: Set<number>): void {
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table += 1) {
    const record = 12 + table * 16;
    if (font.readUInt32BE(record) !== cmapTag) continue;
    const cmap = font.readUInt32BE(record + 8);
    const subtables = font.readUInt16BE(cmap + 2);
    for (let index = 0; index < subtables; index += 1) {
      const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
      const format = font.readUInt16BE(at);
      if (format === 4) readFormat4(font, at, covered);
      if (format === 12) readFormat12(font, at, covered);
    }
  }
}

function readFormat4(font: Buffer, at: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6);
  for (let index = 0; index < doubled; index += 2) {
    const end = font.readUInt16BE(at + 14 + index);
    const start = font.readUInt16BE(at + 16 + doubled + index);
    const delta = font.readUInt16BE(at + 16 + 2 * doubled + index);
    const offsetAt = at + 16 + 3 * doubled + index;
    const offset = font.readUInt16BE(offsetAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + 2 * (code - start));
      if (glyph !== 0) covered.add(code);
    }
  }
}

function readFormat12(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + index * 12;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code += 1) covered.add(code);
  }
}
