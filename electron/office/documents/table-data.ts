/**
 * Any list as a table on paper: how wide its columns are and how small its letters, and whether it fits on a page at
 * all. Lengths in millimetres, sizes of letters in points.
 */
import { refuse, done, type Outcome } from '#shared/domain/base/refusals.ts';

export type TableLayout = { size: number; widths: number[] };

/** A4 on its side without its margins. */
const pageWidth = 267;
const padding = 3.2;
/** From the size that reads well down to the smallest that can be read. */
const sizes = [8.5, 7.5, 6.5];
/** How wide a letter is on average, in millimetres for a size of one point. */
const letterWidth = 0.2;
/** Words longer than this break. */
const longestWord = 24;
/** A text longer than this goes on in another line. */
const longestLine = 44;

/** Most lines that are set at once: more are for a spreadsheet program. */
export const mostLines = 5_000;

export function tableLayout(head: readonly string[], rows: readonly (readonly string[])[]): Outcome<TableLayout> {
  const needs = head.map((title, column) => {
    let [word, line] = [0, 0];
    for (const text of [title, ...rows.map((row) => row[column] ?? '')]) {
      line = Math.max(line, Math.min(longestLine, text.length));
      for (const part of text.split(/[\s-]+/u)) word = Math.max(word, Math.min(longestWord, part.length));
    }
    return { word: Math.max(word, 3), line: Math.max(line, 3) };
  });
  for (const size of sizes) {
    const width = (letters: number): number => letters * letterWidth * size + padding;
    const least = needs.map(({ word }) => width(word));
    const room = pageWidth - sum(least);
    if (room < 0) continue;
    const wishes = needs.map(({ line }, column) => width(line) - (least[column] ?? 0));
    const share = Math.min(1, room / Math.max(1, sum(wishes)));
    const widths = least.map((millimetres, column) => millimetres + (wishes[column] ?? 0) * share);
    // A table stands over the whole page, what is left given to each in its measure.
    const grown = pageWidth / sum(widths);
    return done({ size, widths: widths.map((millimetres) => Math.round(millimetres * grown * 100) / 100) });
  }
  return refuse('list.tooWide', { columns: String(head.length) });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
