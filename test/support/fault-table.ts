/**
 * What faults the tests tried, and what was lost in them: each test writes down its own counts, and the test run shows
 * them all in one table. A loss is anything acknowledged that was neither there afterwards nor said to be gone.
 */
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type FaultCount = {
  /** The fault, in a few words. */
  fault: string;
  /** What it was tried on. */
  where: string;
  /** How often. */
  tried: number;
  /** Acknowledged things that were gone without a word. */
  lost: number;
};

const folder = resolve(import.meta.dirname, '..', '..', 'test-results');
const file = join(folder, 'faults.jsonl');

export function noteFaults(count: FaultCount): void {
  mkdirSync(folder, { recursive: true });
  appendFileSync(file, `${JSON.stringify(count)}\n`);
}

/** Before a run: what an earlier one wrote down is not its own. */
export const forgetFaults = (): void => {
  rmSync(file, { force: true });
};

/** The table as lines of text, or none when no test wrote anything down. */
export function faultTable(): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const rows = new Map<string, FaultCount>();
  for (const line of text.split('\n').filter(Boolean)) {
    const count = JSON.parse(line) as FaultCount;
    const name = `${count.fault}\n${count.where}`;
    const before = rows.get(name);
    rows.set(name, {
      ...count,
      tried: count.tried + (before?.tried ?? 0),
      lost: count.lost + (before?.lost ?? 0),
    });
  }
  const sorted = [...rows.values()].sort((a, b) => compare(a.fault, b.fault) || compare(a.where, b.where));
  const total = sorted.reduce((sum, { tried, lost }) => ({ tried: sum.tried + tried, lost: sum.lost + lost }), {
    tried: 0,
    lost: 0,
  });
  const cells = [
    ['Fault', 'Tried on', 'Times', 'Lost'],
    ...sorted.map(({ fault, where, tried, lost }) => [fault, where, String(tried), String(lost)]),
    ['All', '', String(total.tried), String(total.lost)],
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
