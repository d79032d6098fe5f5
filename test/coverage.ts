/**
 * `npm run coverage`: how many lines and branches of shared/ and electron/office/ the unit and office tests walk through,
 * one line a folder. Which lines they leave out is in test-results/coverage/index.html. Names after `--` choose tests.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { inProject, projectRoot } from '../electron/launch/project.ts';

type Counted = { total: number; covered: number };
type Covered = { lines: Counted; branches: Counted };

const parts = ['shared', 'electron/office'];
const summaryFile = inProject('test-results', 'coverage', 'coverage-summary.json');

const ran = spawnSync(
  process.execPath,
  [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--coverage', ...process.argv.slice(2)],
  { cwd: projectRoot, stdio: 'inherit' },
);
process.exitCode = ran.status ?? 1;
// Vitest reports no coverage when a test failed: then the failure is all there is to print.
if (process.exitCode === 0) printByFolder(JSON.parse(readFileSync(summaryFile, 'utf8')) as Record<string, Covered>);

function printByFolder(summary: Record<string, Covered>): void {
  const folders = new Map<string, Covered>();
  for (const [file, covered] of Object.entries(summary)) {
    if (file === 'total') continue;
    const folder = relative(projectRoot, dirname(file)).replaceAll('\\', '/');
    folders.set(folder, sum([folders.get(folder), covered]));
  }
  console.log(`\n${'folder'.padEnd(34)}${'lines'.padStart(16)}${'branches'.padStart(18)}`);
  for (const [folder, covered] of [...folders].sort(([a], [b]) => a.localeCompare(b))) print(folder, covered);
  console.log('');
  for (const part of parts) {
    const inside = [...folders].filter(([folder]) => `${folder}/`.startsWith(`${part}/`));
    print(`${part}/ in all`, sum(inside.map(([, covered]) => covered)));
  }
}

function sum(all: readonly (Covered | undefined)[]): Covered {
  const add = (kind: keyof Covered, count: keyof Counted): number =>
    all.reduce((before, one) => before + (one?.[kind][count] ?? 0), 0);
  return {
    lines: { total: add('lines', 'total'), covered: add('lines', 'covered') },
    branches: { total: add('branches', 'total'), covered: add('branches', 'covered') },
  };
}

function print(name: string, { lines, branches }: Covered): void {
  console.log(`${name.padEnd(34)}${share(lines).padStart(16)}${share(branches).padStart(18)}`);
}

/** Cut off, not rounded: 100 % is said only where nothing is missing. */
function share({ total, covered }: Counted): string {
  const percent = total === 0 ? 100 : Math.floor((covered / total) * 1000) / 10;
  return `${percent.toFixed(1)} % of ${String(total)}`;
}
