/**
 * `npm test`: every check of the project, one after another, and at the end one line `N passed, N failed`. With names
 * (`npm run e2e`, or `node test/run.ts unit layers`) only those. What comes after `--` goes to the suite itself.
 * Ends with 1 when anything failed.
 */
import { inProject, say } from '../electron/launch/project.ts';
import { type Count, countPlaywright, countVitest } from './support/count.ts';
import { faultTable, forgetFaults } from './support/fault-table.ts';
import { prepareEndToEnd, prepareMachine } from './support/prepare-e2e.ts';
import { stream } from './support/stream.ts';

const tool = (...parts: string[]): string => inProject('node_modules', ...parts);
const report = (name: string): string => inProject('test-results', `${name}.json`);

interface Suite {
  readonly name: string;
  run(more: readonly string[]): Promise<Count>;
}

/** One program whose end is one check. */
const check = (name: string, ...command: string[]): Suite => ({
  name,
  run: async (more) => ((await stream([...command, ...more])) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

const vitest = (name: string): Suite => ({
  name,
  run: async (more) => {
    const output = `--outputFile.json=${report(name)}`;
    const reporters = ['--reporter=default', '--reporter=json', output];
    const ok = await stream([tool('vitest', 'vitest.mjs'), 'run', `test/${name}/`, ...reporters, ...more]);
    return countVitest(report(name), ok);
  },
});

const suites: readonly Suite[] = [
  check('typecheck', tool('typescript', 'bin', 'tsc'), '--noEmit'),
  check('lint', tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'),
  check('format', tool('prettier', 'bin', 'prettier.cjs'), '--check', '.'),
  check(
    'layers',
    tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    ...['--config', '.dependency-cruiser.cjs', 'electron', 'renderer', 'shared', 'locales'],
  ),
  vitest('unit'),
  vitest('office'),
  check('build', inProject('electron', 'launch', 'build.ts'), '--always'),
  {
    name: 'e2e',
    run: async (more) => {
      const prepared = await prepareEndToEnd();
      if (!prepared) return { passed: 0, failed: 1 };
      const ok = await stream([tool('@playwright', 'test', 'cli.js'), 'test', ...more], prepared);
      return countPlaywright(report('e2e'), ok);
    },
  },
];

const separator = process.argv.indexOf('--', 2);
const words = process.argv.slice(2);
const end = separator < 0 ? words.length : separator - 2;
const asked = words.slice(0, end).filter((word) => suites.some(({ name }) => name === word));
// npm passes on what follows its own `--` without the separator, so words that name no suite belong to the suite.
const more = words.filter((word) => word !== '--' && !asked.includes(word));
const total = { passed: 0, failed: 0 };
forgetFaults();
// What is missing has been said in one line; the suites that do without it still run.
if (asked.length === 0 || asked.includes('office')) await prepareMachine();
for (const suite of suites.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  say(`\n== ${suite.name}`);
  const { passed, failed } = await suite.run(asked.length === 0 ? [] : more);
  total.passed += passed;
  total.failed += failed;
  say(`== ${suite.name}: ${String(passed)} passed, ${String(failed)} failed`);
}
const faults = faultTable();
if (faults.length > 0) say(`\n== faults tried, and acknowledged work lost without a word\n${faults.join('\n')}`);
process.exitCode = total.failed === 0 ? 0 : 1;
// The last line, and the only one on standard output that others rely on.
process.stdout.write(`${String(total.passed)} passed, ${String(total.failed)} failed\n`);
