/** The suites of the project: how each is run, what it must wait for, and how its passed and failed checks are counted. */
import { availableParallelism } from 'node:os';
import { inProject } from '../../electron/launch/project.ts';
import { type Count, countPlaywright, countVitest } from './count.ts';
import { prepareEndToEnd, prepareMachine } from './prepare-e2e.ts';
import { stream } from './stream.ts';

const tool = (...parts: string[]): string => inProject('node_modules', ...parts);
export const reportOf = (name: string): string => inProject('test-results', `${name}.json`);

export interface SuiteRun {
  /** More of the command line, for the suite's own program. */
  readonly more: readonly string[];
  /** An open file for the output of a suite that runs beside another one. */
  readonly output?: number | undefined;
}

export interface Suite {
  readonly name: string;
  /** The suite that must have ended before, whatever came of it, when both are run. */
  readonly after?: string;
  run(how: SuiteRun): Promise<Count>;
}

/** One program whose end is one check. */
const check = (name: string, ...command: string[]): Suite => ({
  name,
  run: async ({ more, output }) =>
    (await stream([...command, ...more], { output })) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
});

/** Beside another suite it leaves one core to that one. */
const workers = (isBeside: boolean): string[] =>
  isBeside ? [`--maxWorkers=${String(Math.max(1, availableParallelism() - 1))}`] : [];

const vitest = (name: string): Suite => ({
  name,
  // Both write the verifier page into out/.
  after: 'build',
  run: async ({ more, output }) => {
    // The office tests look at PDFs. What is missing has been said in one line; what does without it still runs.
    if (name === 'office') await prepareMachine();
    const report = [`--reporter=default`, '--reporter=json', `--outputFile.json=${reportOf(name)}`];
    const command = [tool('vitest', 'vitest.mjs'), 'run', `test/${name}/`, ...report];
    const ok = await stream([...command, ...workers(output !== undefined), ...more], { output });
    return countVitest(reportOf(name), ok);
  },
});

const endToEnd: Suite = {
  name: 'e2e',
  after: 'build',
  run: async ({ more, output }) => {
    const prepared = await prepareEndToEnd();
    if (!prepared) return { passed: 0, failed: 1 };
    const ok = await stream([tool('@playwright', 'test', 'cli.js'), 'test', ...more], { ...prepared, output });
    return countPlaywright(reportOf('e2e'), ok);
  },
};

/**
 * Two lanes side by side, for two cores: each runs its suites one after another, so that never more than two work at
 * once. The end-to-end tests take the longest, and all else is done meanwhile.
 */
export const lanes: readonly (readonly Suite[])[] = [
  [check('build', inProject('electron', 'launch', 'build.ts'), '--always'), endToEnd],
  [
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
  ],
];
